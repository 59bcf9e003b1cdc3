// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A run written by hand: a script of calls, lines and bindings that keeps a whole snapshot of memory at every step. Counts, holders and
// releases follow from the snapshot, as CPython's rules have them, so that a view can be tested with no interpreter at all.

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "ui/state/run.h"

namespace memtape {

struct ScriptedObject {
    uint32_t type = 0;
    uint64_t size = 0;
    bool immortal = false, ofProgram = true;
    uint64_t madeAt = 0;
    uint32_t madeAtLine = 0;
    std::string payload, value;
    std::vector<CellView> cells; // names point into the script's string table
};

struct ScriptedFrame {
    uint32_t code = 0, line = 0;
    ObjectId locals;
    std::vector<ObjectId> slots, held;
};

struct ScriptTables {
    std::vector<TypeInfo> types;
    std::vector<CodeInfo> codes;
    std::map<std::string, std::unique_ptr<std::string>> strings;
    std::string source, path;
    std::string_view keep(const std::string& text);
};

class ScriptedState final : public MemoryState {
public:
    explicit ScriptedState(std::shared_ptr<ScriptTables> tables) : tables(std::move(tables)) {}

    const StepInfo& step() const override { return info; }
    size_t frameCount() const override { return frames.size(); }
    FrameView frame(size_t index) const override;
    bool isAlive(ObjectId id) const override { return objects.count(id) != 0; }
    ObjectId objectAt(Granule granule) const override;
    ObjectView object(ObjectId id) const override;
    ValueText value(ObjectId id) const override;
    size_t cellCount(ObjectId id) const override;
    std::vector<CellView> cells(ObjectId id, size_t from, size_t count) const override;
    std::vector<Holder> holders(ObjectId id) const override;
    uint64_t referenceCount(ObjectId id) const override;
    std::vector<uint64_t> referenceCounts(const std::vector<ObjectId>& ids) const override;
    std::vector<ObjectId> liveObjects(bool ofProgramOnly) const override;
    std::vector<ObjectId> unreachable() const override;
    uint64_t heapBytes() const override;
    uint64_t heapObjects() const override;
    uint32_t callLimit() const override { return 1000; }
    ObjectId cell(ObjectId id, CellKind kind, uint32_t index) const override {
        for (const CellView& c : cells(id, 0, SIZE_MAX)) {
            if (c.kind == kind && c.index == index) return c.value;
        }
        return {};
    }
    std::optional<FrameView> suspendedFrame(ObjectId) const override { return std::nullopt; }
    const TypeInfo* typeOfClass(ObjectId) const override { return nullptr; }
    bool isProgramFile(uint32_t) const override { return true; }
    const TypeInfo& type(uint32_t id) const override { return tables->types[id]; }
    const CodeInfo& code(uint32_t id) const override { return tables->codes[id]; }
    std::string_view string(uint32_t) const override { return {}; }
    std::string_view filePath(uint32_t) const override { return tables->path; }
    std::string_view fileSource(uint32_t) const override { return tables->source; }

    StepInfo info;
    std::vector<ScriptedFrame> frames;
    std::map<ObjectId, ScriptedObject> objects;
    std::shared_ptr<ScriptTables> tables;
};

struct ScriptedStep {
    std::shared_ptr<const ScriptedState> state;
    std::vector<Change> changes; // since the step before
    std::string output;
};

class ScriptedRun final : public Run {
public:
    explicit ScriptedRun(std::shared_ptr<const std::vector<ScriptedStep>> steps) : m_steps(std::move(steps)) {}
    std::unique_ptr<Run> clone() const override { return std::make_unique<ScriptedRun>(m_steps); }
    uint64_t stepCount() const override { return m_steps->size(); }
    std::shared_ptr<const MemoryState> stateAt(uint64_t step) override { return step < m_steps->size() ? (*m_steps)[step].state : nullptr; }
    const CodeInfo& code(uint32_t id) const override { return m_steps->front().state->code(id); }
    std::vector<Change> changesBefore(uint64_t step) override { return (*m_steps)[step].changes; }
    std::string outputUpTo(uint64_t step, OutputStream stream) override;
    std::string outputAt(uint64_t step) override { return (*m_steps)[step].output; }
    std::vector<StepSummary> summary(uint64_t from, uint64_t to) override;
    std::optional<uint64_t> stepOver(uint64_t from, bool backwards) override;
    std::optional<uint64_t> stepOut(uint64_t from, bool backwards) override;
    std::optional<uint64_t> nextAtLine(uint64_t from, uint32_t line, uint32_t file, bool backwards) override;
    std::vector<Life> lives() override;
    const std::vector<Change>& history(ObjectId id) override;
    std::optional<uint64_t> nextChangeOf(const RefPlace&, uint64_t, bool) override { return std::nullopt; }

private:
    std::shared_ptr<const std::vector<ScriptedStep>> m_steps;
    std::vector<Change> m_history;
};

// Writes the script.
class Script {
public:
    explicit Script(std::string source, std::string path = "program.py");

    // types and objects
    uint32_t addType(const std::string& name, TypeInfo::Shape shape, bool ofProgram = false);
    uint32_t addCode(const std::string& name, std::vector<std::string> slots, uint32_t args, uint32_t firstLine);
    ObjectId integer(int64_t value); // small ones are shared
    ObjectId string(const std::string& text);
    ObjectId none();
    ObjectId classObject(const std::string& name);
    ObjectId function(const std::string& name);
    ObjectId make(uint32_t type, uint64_t size, const std::string& payload = {}, const std::string& value = {});
    ObjectId list(const std::vector<ObjectId>& items);
    uint32_t listType() const { return m_list; }
    uint32_t iteratorType() const { return m_iterator; }

    // what happens
    void setGlobal(const std::string& name, ObjectId value);
    void deleteGlobal(const std::string& name);
    void setLocal(const std::string& name, ObjectId value);
    void setAttribute(ObjectId object, const std::string& name, ObjectId value);
    void setItem(ObjectId object, uint32_t index, ObjectId value);
    void addItem(ObjectId object, ObjectId value);
    void hold(size_t depth, ObjectId value);
    void release(size_t depth);
    void print(const std::string& text);
    void collect(); // what is unreachable goes

    // steps
    void start(); // the module's call
    void line(uint32_t number);
    void call(uint32_t code, uint32_t line, const std::vector<ObjectId>& arguments);
    void leave(ObjectId value); // the return step; the frame goes before the next
    void endCall();             // the frame that is leaving goes now
    void raise(ObjectId exception);

    std::unique_ptr<Run> finish();
    std::shared_ptr<const std::vector<ScriptedStep>> steps() const { return m_steps; }

private:
    void step(StepKind kind, uint32_t line);
    void freeUnheld();
    Change& note(EventKind kind, ObjectId object);

    std::shared_ptr<ScriptTables> m_tables;
    ScriptedState m_now;
    std::shared_ptr<std::vector<ScriptedStep>> m_steps;
    std::vector<Change> m_changes;
    std::string m_output;
    std::map<int64_t, ObjectId> m_integers;
    std::map<std::string, ObjectId> m_strings;
    ObjectId m_none, m_globals, m_returned;
    uint32_t m_nextGranule = 0x4c10, m_nextLife = 0;
    uint32_t m_int = 0, m_str = 0, m_noneType = 0, m_class = 0, m_function = 0, m_list = 0, m_dict = 0, m_iterator = 0;
    bool m_leaving = false, m_begun = false;
};

}
