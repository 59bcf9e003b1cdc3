// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/reading/python_view.h"

#include <unordered_set>

namespace memtape {

namespace {

using Shape = PythonShape;

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
    return memtape::shapeOf(type) == Shape::Str && type.name == "str";
}

std::string PythonView::str(ObjectId id) const {
    if (!id || shapeOf(id) != Shape::Str) return {};
    return std::string(m_state.object(id).payload);
}

std::vector<ObjectId> PythonView::items(ObjectId id, size_t most) const {
    std::vector<ObjectId> items;
    if (!id) return items;
    const uint32_t end = m_state.cellEnd(id, CellKind::Item);
    items.reserve(std::min<size_t>(most, end));
    for (uint32_t i = 0; i < end && items.size() < most; i++)
        if (ObjectId item = m_state.cell(id, CellKind::Item, i)) items.push_back(item);
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

// The tape has it as the dict's payload.
ObjectId PythonView::keysOwner(ObjectId dict) const {
    ObjectView object = m_state.object(dict);
    if (object.payloadKind != Event::Payload::Int || memtape::shapeOf(m_state.type(object.type)) != Shape::Dict) return {};
    ObjectId owner = m_state.objectAt(static_cast<Granule>(object.scalar));
    return owner && shapeOf(owner) == Shape::Class ? owner : ObjectId{};
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
    if (keyless) return sharedEntries(keysOwner(dict), dict, CellKind::Value);
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

}
