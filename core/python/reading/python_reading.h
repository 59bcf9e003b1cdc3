// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A recorded memory as Python means it. Each of its files answers for one idea: kinds, values, names, parts, words, errors and how far they
// have come, definitions, a path of names, statements about to run, the state as JSON and as text.

#include "core/replay/reading.h"

namespace memtape {

class PythonReading final : public Reading {
public:
    using Reading::Reading;

    std::string_view language() const override { return "Python"; }
    std::string_view implementation() const override { return "CPython 3.13"; }
    std::string_view sizeName() const override { return "sys.getsizeof"; }
    std::string_view remark(Remark about) const override;
    std::string_view meaningOfError(std::string_view type) const override;
    ErrorRole errorRole(ObjectId error) const override;
    std::vector<NamedPlace> placesNamedIn(std::string_view text) const override;

    ObjectKind kindOf(const TypeInfo& type) const override;
    ValueText value(ObjectId id) const override;
    bool isTrue(ObjectId truth) const override;
    std::string name(ObjectId id) const override;
    std::string title(ObjectId id) const override;
    bool isDrawnInPlace(ObjectId id) const override;
    bool isWatched(ObjectId id) const override;
    std::vector<uint32_t> collectorThresholds() const override;
    ObjectId weakTarget(ObjectId id) const override;

    PartRole roleOf(const TypeInfo& type, const CellView& cell) const override;

    ObjectId attribute(ObjectId id, std::string_view name) const override;
    std::optional<uint64_t> length(ObjectId id) const override;

    std::vector<DefinitionPart> insideOf(ObjectId definition) const override;
    using Reading::isName;
    bool isName(const SlotView& slot) const override;
    bool isName(std::string_view name) const override;
    bool isModule(const CodeInfo& code) const override;
    std::string callTitle(const CodeInfo& code) const override;
    std::string threadName(const std::vector<FrameView>& frames) const override;
    ObjectId objectAt(std::string_view path) const override;
    Outlook outlook(std::string_view source, uint32_t line) const override;

    ErrorAtWork errorAtWork() const override;
    std::optional<MemoryMap> memoryMap() const override;

    std::string stateJson(Replay& replay, const StateOptions& options, StateOutput output) const override;
    std::string stateText(Replay& replay, const StateOptions& options) const override;

private:
    bool isChangeable(ObjectId id) const;
    std::vector<DefinitionPart> defaultsOf(ObjectId function) const;
    bool anyIsChangeable(const std::vector<DefinitionPart>& parts) const;
    bool keepsDefaults(ObjectId function) const;
    bool isMethod(ObjectId id) const;
    bool keepsData(ObjectId definition) const;
    ObjectId builtins() const;
    std::string nativeName(ObjectId function) const;
    ObjectId heldByThreads(uint32_t holder) const;
    ObjectId handledError(const FrameView& running) const;
};

void registerPythonReading(); // for tapes of "python"

}
