// SPDX-License-Identifier: GPL-3.0-or-later
// What an expression of names refers to: `node.next.value`, `rows[0]`, `ages['Ada']`. Names are looked up as Python does: in the running frame, then
// among the global names, then among the builtins.
#include <charconv>

#include "core/python/reading/python_reading.h"
#include "core/python/reading/python_view.h"

namespace memtape {

namespace {

bool isOfName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || static_cast<uint8_t>(c) >= 0x80;
}

std::string_view takeName(std::string_view& rest) {
    size_t length = 0;
    while (length < rest.size() && isOfName(rest[length])) length++;
    std::string_view name = rest.substr(0, length);
    rest.remove_prefix(length);
    return name;
}

ObjectId among(const NamedRefs& names, std::string_view name) {
    for (const auto& [known, value] : names)
        if (known == name) return value;
    return {};
}

ObjectId named(PythonView& view, std::string_view name) {
    const MemoryState& state = view.state();
    if (state.frameCount() == 0) return {};
    if (ObjectId found = among(view.frameNames(state.frame(state.frameCount() - 1)), name)) return found;
    for (size_t i = 0; i < state.frameCount(); ++i) // the program's own: the first that has names
        if (FrameView frame = state.frame(i); frame.ofProgram && frame.locals) return among(view.frameNames(frame), name);
    return {};
}

// `[3]` or `['key']`; the bracket is not yet taken.
ObjectId subscripted(PythonView& view, ObjectId id, std::string_view& rest) {
    size_t end = rest.substr(0, 2) == "['" ? rest.find("']", 2) : rest.find(']');
    if (end == std::string_view::npos) return {};
    bool isKey = rest[1] == '\'';
    std::string_view inside = rest.substr(isKey ? 2 : 1, end - (isKey ? 2 : 1));
    rest.remove_prefix(end + (isKey ? 2 : 1));
    if (isKey) return view.lookup(id, inside);
    uint32_t index = 0;
    auto [read, problem] = std::from_chars(inside.data(), inside.data() + inside.size(), index);
    bool isNumber = problem == std::errc() && read == inside.data() + inside.size() && !inside.empty();
    return isNumber ? view.state().cell(id, CellKind::Item, index) : ObjectId();
}

}

ObjectId PythonReading::attribute(ObjectId id, std::string_view name) const {
    PythonView view(state());
    return among(view.attributes(id), name);
}

// Of exact types: what len() of another says is the program's own affair.
std::optional<uint64_t> PythonReading::length(ObjectId id) const {
    const TypeInfo& type = state().type(state().typeIdOf(id));
    if (type.ofProgram) return std::nullopt;
    if (shapeOf(type) == PythonShape::Dict) return PythonView(state()).entries(id).size();
    if (shapeOf(type) == PythonShape::Sequence && type.name == "deque") return state().cellCount(id, CellKind::Item);
    return Reading::length(id);
}

ObjectId PythonReading::objectAt(std::string_view path) const {
    PythonView view(state());
    std::string_view name = takeName(path);
    ObjectId id = named(view, name);
    if (!id && !name.empty())
        if (ObjectId known = builtins()) id = view.lookup(known, name);
    while (id && !path.empty()) {
        if (path[0] == '.') {
            path.remove_prefix(1);
            id = among(view.attributes(id), takeName(path));
        } else if (path[0] == '[') {
            id = subscripted(view, id, path);
        } else {
            return {};
        }
    }
    return id;
}

}
