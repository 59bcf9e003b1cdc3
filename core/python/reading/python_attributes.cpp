// SPDX-License-Identifier: GPL-3.0-or-later
// What of an object, a function and a frame has a name.
#include <algorithm>

#include "core/python/bytecode/code_unit.h"
#include "core/python/reading/python_view.h"

namespace memtape {

NamedRefs PythonView::attributes(ObjectId id) {
    NamedRefs attributes;
    auto has = [&](std::string_view name) {
        return std::any_of(attributes.begin(), attributes.end(), [&](const auto& a) { return a.first == name; });
    };
    const TypeInfo& type = typeOf(id);
    // asked first: a list of a million items has none
    const bool any = m_state.cellCount(id, CellKind::Attribute);
    for (const CellView& cell : any ? m_state.cells(id) : std::vector<CellView>())
        if (cell.kind == CellKind::Attribute) attributes.push_back({std::string(cell.name), cell.value});
    // not field(): a view or iterator of a dict has a field of that name without the underscores
    auto dictField = std::find(type.fields.begin(), type.fields.end(), "__dict__");
    if (dictField != type.fields.end() && attributes.empty()) {
        ObjectId dict = m_state.cell(id, CellKind::Field, static_cast<uint32_t>(dictField - type.fields.begin()));
        if (dict) attributes = namedEntries(dict);
    }
    if (memtape::shapeOf(type) == PythonShape::Class) return attributes;
    // slots: the classes' member descriptors say which of the fields they are
    for (ObjectId c : programClassesOf(id)) {
        for (auto& [name, member] : namedEntries(field(c, "__dict__"))) {
            if (typeOf(member).name != "member_descriptor" || has(name)) continue;
            // a private name is mangled in the class's dict, the field has the descriptor's own name
            for (uint32_t f = 0; f < type.fields.size(); f++)
                if (type.fields[f] == name)
                    if (ObjectId value = m_state.cell(id, CellKind::Field, f)) {
                        attributes.push_back({name, value});
                        break;
                    }
        }
    }
    return attributes;
}

std::vector<std::pair<ObjectId, ObjectId>> PythonView::captured(ObjectId function) {
    std::vector<std::pair<ObjectId, ObjectId>> variables;
    std::vector<ObjectId> cells = items(field(function, "__closure__"));
    if (cells.empty()) return variables;
    // free variables stand last among a code object's names
    std::vector<ObjectId> all = items(field(field(function, "__code__"), "localsPlusNames"));
    if (all.size() < cells.size()) return variables;
    for (size_t i = 0; i < cells.size(); i++) variables.push_back({all[all.size() - cells.size() + i], cells[i]});
    return variables;
}

std::vector<ObjectId> PythonView::positionalParameters(ObjectId function) {
    const ObjectId code = field(function, "__code__");
    const ObjectView object = m_state.object(code);
    if (object.payloadKind != Event::Payload::Int) return {};
    return items(field(code, "localsPlusNames"), object.scalar); // they stand first there
}

NamedRefs PythonView::closure(ObjectId function) {
    NamedRefs names;
    for (auto [name, cell] : captured(function))
        if (ObjectId value = m_state.cell(cell, CellKind::Field, 0)) names.push_back({str(name), value});
    return names;
}

NamedRefs PythonView::slotNames(const FrameView& frame) const {
    NamedRefs names;
    for (const SlotView& slot : frame.slots) {
        ObjectId value = slot.value;
        if (value && (slot.kind & (LocalKind::Cell | LocalKind::Free)) && shapeOf(value) == PythonShape::Cell)
            value = m_state.cell(value, CellKind::Field, 0);
        if (value) names.push_back({std::string(slot.name), value});
    }
    return names;
}

NamedRefs PythonView::frameNames(const FrameView& frame) {
    bool isModule = m_state.code(frame.code).name == "<module>";
    ObjectId globals = isModule && frame.function ? field(frame.function, "__globals__") : ObjectId{};
    if (!frame.locals && !globals) return slotNames(frame);
    NamedRefs names;
    auto add = [&](NamedRefs more) {
        for (const auto& entry : more) {
            auto there = std::find_if(names.begin(), names.end(), [&](const auto& n) { return n.first == entry.first; });
            if (there != names.end()) there->second = entry.second;
            else names.push_back(entry);
        }
    };
    if (globals && globals != frame.locals) names = namedEntries(globals);
    if (names.empty()) names = namedEntries(frame.locals);
    else add(namedEntries(frame.locals));
    // while an inlined comprehension runs its variables are there too
    bool hidden = std::any_of(frame.slots.begin(), frame.slots.end(), [](const SlotView& s) { return (s.kind & LocalKind::HiddenLocal) && s.value; });
    if (hidden) add(slotNames(frame));
    return names;
}

}
