// SPDX-License-Identifier: GPL-3.0-or-later
// What an object is called, and which names of frames and namespaces are the program's.
#include <algorithm>

#include "core/python/bytecode/code_unit.h"
#include "core/python/reading/python_reading.h"
#include "core/python/reading/python_view.h"
#include "core/python/shapes/shapes.h"

namespace memtape {

namespace {

using Shape = PythonShape;

Shape shapeIn(const MemoryState& state, ObjectId id) { return shapeOf(state.type(state.typeIdOf(id))); }

std::string withSpaces(std::string typeName) {
    std::replace(typeName.begin(), typeName.end(), '_', ' ');
    return typeName;
}

// The first entry of a dict that is accepted: its key and value.
template <class Accept> std::pair<ObjectId, ObjectId> entryIn(const MemoryState& state, ObjectId dict, Accept accept) {
    ObjectId key;
    for (const CellView& cell : state.cells(dict)) {
        if (cell.kind == CellKind::Key) key = cell.value;
        else if (cell.kind == CellKind::Value && key && accept(key, cell.value)) return {key, cell.value};
    }
    return {};
}

// What a comprehension that is not at work has left behind.
bool isEmptyCell(const MemoryState& state, ObjectId id) {
    if (shapeIn(state, id) != Shape::Cell) return false;
    const std::vector<CellView> cells = state.cells(id);
    return std::none_of(cells.begin(), cells.end(), [](const CellView& cell) { return bool(cell.value); });
}

}

// The dict of the builtins, which the global names refer to.
ObjectId PythonReading::builtins() const {
    ObjectId dict;
    for (size_t i = 0; i < state().frameCount() && !dict; ++i)
        if (ObjectId names = state().frame(i).locals)
            dict = entryIn(state(), names, [&](ObjectId key, ObjectId) { return state().object(key).payload == "__builtins__"; }).second;
    if (dict && shapeIn(state(), dict) == Shape::Module)
        for (const CellView& cell : state().cells(dict, 0, 8))
            if (cell.value && shapeIn(state(), cell.value) == Shape::Dict) dict = cell.value;
    return dict;
}

// The tape does not carry the names of native functions; the builtins know most.
std::string PythonReading::nativeName(ObjectId function) const {
    ObjectId dict = builtins();
    if (!dict) return {};
    ObjectId key = entryIn(state(), dict, [&](ObjectId, ObjectId value) { return value == function; }).first;
    return key ? std::string(state().object(key).payload) : std::string();
}

std::string PythonReading::name(ObjectId id) const {
    if (std::string text = valueText(id); !text.empty()) return text;
    if (shapeIn(state(), id) == Shape::Generator) // its first field, which has no name itself
        if (ObjectId own = state().cell(id, CellKind::Field, 0); own && shapeIn(state(), own) == Shape::Str)
            return std::string(state().object(own).payload);
    for (std::string_view wanted : {"__qualname__", "__name__", "name"})
        for (const CellView& cell : state().cells(id, 0, 32))
            if (cell.kind == CellKind::Field && cell.name == wanted && cell.value && shapeIn(state(), cell.value) == Shape::Str)
                return std::string(state().object(cell.value).payload);
    if (const TypeInfo* made = state().typeOfClass(id)) return made->name; // built in: without such fields
    return std::string(state().object(id).payload.substr(0, 200));
}

std::string PythonReading::title(ObjectId id) const {
    const ObjectView object = state().object(id);
    const TypeInfo& type = state().type(object.type);
    auto named = [&](std::string kind) {
        std::string own = name(id);
        // Of what a call defined the call is no part of the name.
        constexpr std::string_view inCall = "<locals>.";
        if (size_t at = own.rfind(inCall); at != std::string::npos) own.erase(0, at + inCall.size());
        return own.empty() ? kind : kind + ' ' + own;
    };
    switch (shapeOf(type)) {
    case Shape::Class: return named("class");
    case Shape::Function: return named("function");
    case Shape::Module: return named("module");
    case Shape::Method: return named("method");
    case Shape::Code: return named("code");
    case Shape::Generator: return named(withSpaces(type.name));
    case Shape::Sequence:
        if (object.immortal) return "()";
        break;
    case Shape::Plain:
        if (type.name == "builtin_function_or_method" || type.name == "method_descriptor") {
            std::string own = name(id);
            if (own.empty()) own = nativeName(id);
            return own.empty() ? own : "function " + own;
        }
        if (kindOf(type) == ObjectKind::Iterator) return withSpaces(type.name);
        break;
    default: break;
    }
    return Reading::title(id);
}

bool PythonReading::isName(const SlotView& slot) const {
    if (slot.name.empty() || slot.name[0] == '.') return false; // the iterable of a comprehension is the line's, not a name
    // a comprehension's variable lies in the frame around it, and is a name there while that is at work
    bool isOfComprehension = slot.kind & LocalKind::HiddenLocal;
    return !isOfComprehension || (slot.value && !isEmptyCell(state(), slot.value));
}

bool PythonReading::isName(std::string_view name) const {
    bool isSpecial = name.size() > 4 && name.substr(0, 2) == "__" && name.substr(name.size() - 2) == "__";
    return !isSpecial;
}

bool PythonReading::isModule(const CodeInfo& code) const { return code.name == "<module>"; }

// Its Thread object is the first one that threading's own frames are methods of.
std::string PythonReading::threadName(const std::vector<FrameView>& frames) const {
    PythonView view(state());
    for (const FrameView& frame : frames) {
        if (frame.ofProgram) break;
        for (const SlotView& slot : frame.slots) {
            if (slot.name != "self" || !slot.value) continue;
            for (const auto& [name, value] : view.attributes(slot.value))
                if (name == "_name" && view.isExactStr(value)) return view.str(value);
        }
    }
    return {};
}

// `<lambda>`, `<genexpr>` … stand for themselves.
std::string PythonReading::callTitle(const CodeInfo& code) const {
    return code.name.empty() || code.name[0] == '<' ? code.name : Reading::callTitle(code);
}

}
