// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/python_view.h"

#include <algorithm>
#include <unordered_set>

namespace memtape {

namespace {

using Shape = TypeInfo::Shape;
constexpr uint8_t hiddenLocal = 0x10, cellLocal = 0x40, freeLocal = 0x80; // LocalKind bits

std::string_view bare(std::string_view name) {
    if (name.size() > 4 && name.substr(0, 2) == "__" && name.substr(name.size() - 2) == "__") return name.substr(2, name.size() - 4);
    return name;
}

}

bool PythonView::isHiddenName(std::string_view name) {
    static const std::unordered_set<std::string_view> hidden = {
        "__module__",      "__qualname__",    "__dict__",     "__weakref__",       "__doc__",   "__static_attributes__",
        "__firstlineno__", "__annotations__", "__builtins__", "__name__",          "__file__",  "__loader__",
        "__spec__",        "__package__",     "__cached__",   "__classdictcell__", "__slots__", "__annotate__"};
    return hidden.count(name) != 0;
}

// ---- parts of objects ------------------------------------------------------------------------------------------------

ObjectId PythonView::field(ObjectId id, std::string_view name) const {
    const TypeInfo& type = typeOf(id);
    for (uint32_t f = 0; f < type.fields.size(); f++)
        if (bare(type.fields[f]) == bare(name)) return m_state.cell(id, CellKind::Field, f);
    return {};
}

bool PythonView::isExactStr(ObjectId id) const {
    const TypeInfo& type = typeOf(id);
    return type.shape == Shape::Str && type.name == "str";
}

std::string PythonView::str(ObjectId id) const {
    if (!id || shapeOf(id) != Shape::Str) return {};
    return std::string(m_state.object(id).payload);
}

std::vector<ObjectId> PythonView::items(ObjectId id) const {
    std::vector<ObjectId> items;
    if (!id) return items;
    for (const CellView& cell : m_state.cells(id))
        if (cell.kind == CellKind::Item && cell.value) items.push_back(cell.value);
    return items;
}

EntryRefs PythonView::sharedEntries(ObjectId type, ObjectId owner, CellKind kind) const {
    EntryRefs entries;
    for (const CellView& cell : m_state.cells(owner))
        if (cell.kind == kind)
            if (ObjectId key = m_state.cell(type, CellKind::Key, cell.index)) entries.push_back({key, cell.value});
    return entries;
}

ObjectId PythonView::instanceOfDict(ObjectId dict) {
    if (!m_instancesKnown) {
        m_instancesKnown = true;
        for (ObjectId id : m_state.liveObjects(false)) {
            const TypeInfo& type = typeOf(id);
            if (type.fields.empty() || type.fields.back() != "__dict__") continue;
            if (ObjectId d = m_state.cell(id, CellKind::Field, static_cast<uint32_t>(type.fields.size() - 1))) m_instanceOfDict[d.granule] = id;
        }
    }
    auto found = m_instanceOfDict.find(dict.granule);
    return found == m_instanceOfDict.end() ? ObjectId{} : found->second;
}

EntryRefs PythonView::entries(ObjectId dict) {
    EntryRefs entries;
    if (!dict) return entries;
    ObjectId key;
    uint32_t keyIndex = UINT32_MAX;
    bool keyless = false;
    for (const CellView& cell : m_state.cells(dict)) {
        if (cell.kind == CellKind::Key) {
            key = cell.value;
            keyIndex = cell.index;
        } else if (cell.kind == CellKind::Value) {
            if (keyIndex == cell.index) entries.push_back({key, cell.value});
            else keyless = true;
        }
    }
    if (!entries.empty()) return entries;
    // Without keys of its own it goes by a class's, and the values may still be in an instance.
    if (keyless) return sharedEntries(m_state.keysOwner(dict), dict, CellKind::Value);
    ObjectId instance = instanceOfDict(dict);
    return instance ? sharedEntries(classOf(instance), instance, CellKind::Attribute) : entries;
}

NamedRefs PythonView::namedEntries(ObjectId dict) {
    NamedRefs named;
    for (auto [key, value] : entries(dict))
        if (isExactStr(key)) named.push_back({str(key), value});
    return named;
}

ObjectId PythonView::lookup(ObjectId dict, std::string_view name) {
    for (auto [key, value] : entries(dict))
        if (isExactStr(key) && m_state.object(key).payload == name) return value;
    return {};
}

// ---- classes ---------------------------------------------------------------------------------------------------------

ObjectId PythonView::classOf(ObjectId id) const { return m_state.objectAt(typeOf(id).granule); }

std::vector<ObjectId> PythonView::mro(ObjectId classObject) const {
    std::vector<ObjectId> classes = items(field(classObject, "__mro__"));
    if (classes.empty() && classObject) classes.push_back(classObject);
    return classes;
}

// The main module, and those whose source files of the program are in the main file's folder.
bool PythonView::isProgramModule(std::string_view name) const {
    if (name == "__main__") return true;
    std::string_view folder;
    for (uint32_t f = 1;; f++) {
        std::string_view path = m_state.filePath(f);
        if (path.empty()) return false;
        size_t slash = path.rfind('/');
        std::string_view in = slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
        std::string_view stem = slash == std::string_view::npos ? path : path.substr(slash + 1);
        if (!m_state.isProgramFile(f)) continue;
        if (folder.empty()) folder = in;
        if (stem.size() > 3 && stem.substr(stem.size() - 3) == ".py") stem.remove_suffix(3);
        if (in == folder && stem == name) return true;
    }
}

bool PythonView::isProgramClass(ObjectId classObject) {
    const TypeInfo* info = m_state.typeOfClass(classObject);
    if (info && !info->ofProgram && info->module == "builtins") return false;
    auto [known, isNew] = m_programClasses.try_emplace(classObject.granule, false);
    if (!isNew) return known->second;
    // what it says now: who makes a class for the program may set __module__ afterwards (namedtuple)
    std::string module = str(lookup(field(classObject, "__dict__"), "__module__"));
    bool isProgram = module.empty() ? info && info->ofProgram : isProgramModule(module);
    return m_programClasses[classObject.granule] = isProgram;
}

std::string PythonView::className(ObjectId classObject) {
    // a class of the program may be given another name
    if (std::string name = str(field(classObject, "__qualname__")); !name.empty()) return name;
    if (const TypeInfo* info = m_state.typeOfClass(classObject)) return info->qualname;
    return std::string(m_state.object(classObject).payload);
}

std::vector<ObjectId> PythonView::programClassesOf(ObjectId id) {
    std::vector<ObjectId> classes;
    const TypeInfo& type = typeOf(id);
    if (!type.ofProgram && type.module == "builtins") return classes;
    for (ObjectId c : mro(classOf(id)))
        if (isProgramClass(c)) classes.push_back(c);
    return classes;
}

// ---- attributes ------------------------------------------------------------------------------------------------------

NamedRefs PythonView::attributes(ObjectId id) {
    NamedRefs attributes;
    auto has = [&](std::string_view name) {
        return std::any_of(attributes.begin(), attributes.end(), [&](const auto& a) { return a.first == name; });
    };
    const TypeInfo& type = typeOf(id);
    for (const CellView& cell : m_state.cells(id))
        if (cell.kind == CellKind::Attribute) attributes.push_back({std::string(cell.name), cell.value});
    // not field(): a view or iterator of a dict has a field of that name without the underscores
    auto dictField = std::find(type.fields.begin(), type.fields.end(), "__dict__");
    if (dictField != type.fields.end() && attributes.empty()) {
        ObjectId dict = m_state.cell(id, CellKind::Field, static_cast<uint32_t>(dictField - type.fields.begin()));
        if (dict) attributes = namedEntries(dict);
    }
    if (type.shape == Shape::Class) return attributes;
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

NamedRefs PythonView::closure(ObjectId function) {
    NamedRefs names;
    std::vector<ObjectId> cells = items(field(function, "__closure__"));
    if (cells.empty()) return names;
    // free variables stand last among a code object's names
    std::vector<ObjectId> all = items(field(field(function, "__code__"), "localsPlusNames"));
    if (all.size() < cells.size()) return names;
    for (size_t i = 0; i < cells.size(); i++)
        if (ObjectId value = m_state.cell(cells[i], CellKind::Field, 0)) names.push_back({str(all[all.size() - cells.size() + i]), value});
    return names;
}

NamedRefs PythonView::slotNames(const FrameView& frame) const {
    NamedRefs names;
    for (const SlotView& slot : frame.slots) {
        ObjectId value = slot.value;
        if (value && (slot.kind & (cellLocal | freeLocal)) && shapeOf(value) == Shape::Cell) value = m_state.cell(value, CellKind::Field, 0);
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
        for (auto& [name, value] : more) {
            auto there = std::find_if(names.begin(), names.end(), [&](const auto& n) { return n.first == name; });
            if (there != names.end()) there->second = value;
            else names.push_back({name, value});
        }
    };
    if (globals && globals != frame.locals) names = namedEntries(globals);
    if (names.empty()) names = namedEntries(frame.locals);
    else add(namedEntries(frame.locals));
    // while an inlined comprehension runs its variables are there too
    bool hidden = std::any_of(frame.slots.begin(), frame.slots.end(), [](const SlotView& s) { return (s.kind & hiddenLocal) && s.value; });
    if (hidden) add(slotNames(frame));
    return names;
}

namespace {

// A type that a class statement has made: its instances may have a dict, as the last of their fields.
bool isOfClassStatement(const TypeInfo& type) { return !type.fields.empty() && type.fields.back() == "__dict__"; }

}

// Where the slots of each class begin among the fields, most derived class first: its base's fields come before its own.
std::vector<uint32_t> PythonView::slotStarts(const TypeInfo& type) const {
    std::vector<uint32_t> starts;
    for (const TypeInfo* t = &type; isOfClassStatement(*t);) {
        const TypeInfo* base = nullptr; // the base whose layout the class goes on from
        for (Granule g : t->bases)
            if (const TypeInfo* b = m_state.typeOfClass(m_state.objectAt(g)); b && (!base || b->fields.size() > base->fields.size())) base = b;
        if (!base) break;
        starts.push_back(static_cast<uint32_t>(base->fields.size() - (isOfClassStatement(*base) ? 1 : 0)));
        t = base;
    }
    return starts;
}

namespace {

// References that tp_traverse leaves out: those that cannot be part of a cycle.
bool isTraversed(const TypeInfo& type, const CellView& cell) {
    if (cell.kind != CellKind::Field) return true;
    std::string_view t = type.name;
    bool isDescriptor = t == "method_descriptor" || t == "wrapper_descriptor" || t == "getset_descriptor" || t == "member_descriptor" ||
                        t == "classmethod_descriptor";
    if (isDescriptor) return cell.name == "__objclass__";
    return !(t == "enumerate" && cell.name == "one");
}

}

std::vector<ObjectId> PythonView::referents(ObjectId id) const {
    std::vector<ObjectId> refs;
    ObjectId type = classOf(id);
    std::vector<CellView> cells = m_state.cells(id);
    const TypeInfo& info = typeOf(id);
    auto add = [&](auto&& belongs) {
        for (const CellView& cell : cells)
            if (cell.value && cell.value != type && isTraversed(info, cell) && belongs(cell)) refs.push_back(cell.value);
    };
    std::vector<uint32_t> starts = slotStarts(info);
    uint32_t end = UINT32_MAX;
    for (uint32_t start : starts) {
        add([&](const CellView& cell) { return cell.kind == CellKind::Field && cell.index >= start && cell.index < end; });
        end = start;
    }
    add([&](const CellView& cell) { return cell.kind != CellKind::Field || cell.index < end; });
    return refs;
}

}
