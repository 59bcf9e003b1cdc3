// SPDX-License-Identifier: GPL-3.0-or-later
// What an object refers to, in the order in which CPython's collector would visit it.
#include "core/python/reading/python_view.h"

namespace memtape {

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
