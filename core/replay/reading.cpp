// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/reading.h"

#include <algorithm>
#include <vector>

namespace memtape {

std::string Reading::title(ObjectId id) const {
    std::string value = valueText(id);
    return value.empty() ? m_state.type(m_state.typeIdOf(id)).name : value;
}

PartRole Reading::roleOf(const TypeInfo& type, const CellView& cell) const {
    switch (cell.kind) {
    case CellKind::Item: return kindOf(type) == ObjectKind::Set ? PartRole::Element : PartRole::Item;
    case CellKind::Key: return PartRole::Key;
    case CellKind::Value: return PartRole::Entry;
    case CellKind::Attribute:
    case CellKind::Field: break;
    }
    return PartRole::Named;
}

ObjectId Reading::attribute(ObjectId id, std::string_view name) const {
    for (const CellView& cell : m_state.cells(id))
        if ((cell.kind == CellKind::Attribute || cell.kind == CellKind::Field) && cell.name == name) return reachedFrom(cell);
    return {};
}

ObjectId Reading::item(ObjectId id, int64_t index) const {
    ObjectKind kind = this->kind(id);
    if (isSequence(kind)) {
        int64_t end = m_state.cellEnd(id, CellKind::Item);
        if (index < 0) index += end;
        return index >= 0 && index < end ? m_state.cell(id, CellKind::Item, static_cast<uint32_t>(index)) : ObjectId();
    }
    if (kind != ObjectKind::Table) return {};
    bool isHere = false;
    for (const CellView& cell : m_state.cells(id)) {
        if (cell.kind == CellKind::Value && isHere) return cell.value;
        isHere = false;
        if (cell.kind != CellKind::Key || !cell.value || this->kind(cell.value) != ObjectKind::Number) continue;
        const ObjectView key = m_state.object(cell.value);
        isHere = key.payloadKind == Event::Payload::Int ? static_cast<int64_t>(key.scalar) == index : key.payload == std::to_string(index);
    }
    return {};
}

std::optional<uint64_t> Reading::length(ObjectId id) const {
    const ObjectKind kind = this->kind(id);
    if (isSequence(kind)) return m_state.cellEnd(id, CellKind::Item);
    if (kind == ObjectKind::Set) return m_state.cellCount(id, CellKind::Item);
    if (kind == ObjectKind::Table) return m_state.cellCount(id, CellKind::Value);
    if (kind == ObjectKind::Bytes || kind == ObjectKind::Buffer) return m_state.object(id).payloadLength;
    if (kind != ObjectKind::Text) return std::nullopt;
    const ObjectView text = m_state.object(id);
    if (text.payloadLength > text.payload.size()) return std::nullopt; // cut
    return std::count_if(text.payload.begin(), text.payload.end(), [](char c) { return (c & 0xC0) != 0x80; });
}

std::vector<NameEntry> Reading::names(ObjectId table) const {
    std::vector<NameEntry> names;
    ObjectId key;
    for (const CellView& cell : m_state.cells(table)) {
        if (cell.kind == CellKind::Key) key = cell.value;
        if (cell.kind != CellKind::Value || !key || !cell.value) continue;
        std::string_view name = m_state.object(key).payload;
        if (isName(name)) names.push_back({name, cell.value, cell.index});
    }
    return names;
}

bool Reading::isNamespace(ObjectId table) const {
    for (size_t i = 0; i < m_state.frameCount(); i++)
        if (m_state.frame(i).locals == table) return true;
    return false;
}

std::string Reading::callTitle(const CodeInfo& code) const {
    std::string title = code.name + '(';
    for (uint32_t i = 0; i < code.argCount && i < code.slots.size(); i++) {
        if (i) title += ", ";
        title += code.slots[i];
    }
    return title + ')';
}

ErrorAtWork Reading::errorAtWork() const {
    const StepInfo& step = m_state.step();
    bool isRaised = step.kind == StepKind::Exception && step.raised;
    return isRaised ? ErrorAtWork{ErrorAtWork::Stage::Raised, step.raised} : ErrorAtWork();
}

Outlook Reading::outlook(std::string_view, uint32_t) const { return {}; }

// ---- which language has which ----------------------------------------------------------------------------------------

namespace {

struct Row {
    std::string language;
    MakeReading make;
};

std::vector<Row>& rows() {
    static std::vector<Row> rows;
    return rows;
}

// Of a language that nobody has registered: what the tape itself says.
class PlainReading final : public Reading {
public:
    using Reading::Reading;
    std::string_view language() const override { return {}; }
    std::string_view implementation() const override { return {}; }
    ObjectKind kindOf(const TypeInfo&) const override { return ObjectKind::Other; }
    ValueText value(ObjectId) const override { return {}; }
    std::string stateJson(Replay&, const StateOptions&, StateOutput) const override { return "{}"; }
    std::string stateText(Replay&, const StateOptions&) const override { return {}; }
};

}

void registerReading(std::string_view language, MakeReading make) {
    for (Row& row : rows())
        if (row.language == language) {
            row.make = make;
            return;
        }
    rows().push_back({std::string(language), make});
}

bool hasReading(std::string_view language) {
    return std::any_of(rows().begin(), rows().end(), [&](const Row& row) { return row.language == language; });
}

std::unique_ptr<Reading> readingFor(std::string_view language, const MemoryState& state) {
    for (const Row& row : rows())
        if (row.language == language) return row.make(state);
    return std::make_unique<PlainReading>(state);
}

}
