// SPDX-License-Identifier: GPL-3.0-or-later
// What a paused coroutine or generator waits for. It holds the iterator that it asks (CPython's cr_await, gi_yieldfrom) on top of its evaluation
// stack; behind one that only stands for what the text awaits, that is found.
#include <algorithm>
#include <iterator>

#include "core/python/reading/awaiting.h"
#include "core/python/reading/statement_text.h"
#include "core/python/shapes/shapes.h"

namespace memtape {

namespace {

// Iterators that a type of CPython's gives for what is awaited, and their field that refers to it.
struct StandIn {
    std::string_view type, field;
};
constexpr StandIn standIns[] = {
    {"coroutine_wrapper", "cw_coroutine"},
    {"async_generator_asend", "ags_gen"},
    {"async_generator_athrow", "agt_gen"},
    {"anext_awaitable", "wrapped"},
};

const StandIn* standInOf(std::string_view type) {
    auto row = std::find_if(std::begin(standIns), std::end(standIns), [&](const StandIn& each) { return each.type == type; });
    return row == std::end(standIns) ? nullptr : &*row;
}

// Of a generator whose code is that of an __await__ method: the object that the method was called on.
ObjectId selfOfAwait(const MemoryState& state, ObjectId generator) {
    std::optional<FrameView> frame = state.suspendedFrame(generator);
    if (!frame || state.code(frame->code).name != "__await__" || frame->slots.empty()) return {};
    ObjectId self = frame->slots[0].value;
    if (self && shapeOf(state.type(state.typeIdOf(self))) == PythonShape::Cell) return state.cell(self, CellKind::Field, 0);
    return self;
}

constexpr int deepest = 8; // anext(…) of an awaitable of an awaitable …

ObjectId meantBy(const MemoryState& state, ObjectId asked) {
    for (int depth = 0; depth < deepest; ++depth) {
        const TypeInfo& type = state.type(state.typeIdOf(asked));
        ObjectId next;
        if (shapeOf(type) == PythonShape::Generator) {
            next = selfOfAwait(state, asked);
        } else if (const StandIn* row = type.ofProgram ? nullptr : standInOf(type.name)) {
            for (const CellView& cell : state.cells(asked))
                if (cell.name == row->field) next = cell.value;
        }
        if (!next) break;
        asked = next;
    }
    return asked;
}

// Whether a generator that has paused in this statement did so in a `yield from`: told where the statement has one yield, as a plain yield leaves
// on the stack what its loop goes through, and nothing else tells the two apart.
bool passesOn(std::string_view statement) {
    const std::vector<std::string> words = wordsOf(statement);
    const auto yield = std::find(words.begin(), words.end(), "yield");
    return yield != words.end() && std::count(words.begin(), words.end(), "yield") == 1 && yield + 1 != words.end() && yield[1] == "from";
}

}

// A coroutine pauses only in an await. An async generator pauses at a yield too, with whatever its loops hold on top; but what stands for
// something awaited is held by an await alone.
Awaited awaitedInPython(const Reading& reading, ObjectId id) {
    const MemoryState& state = reading.state();
    const TypeInfo& type = state.type(state.typeIdOf(id));
    if (shapeOf(type) != PythonShape::Generator) return {};
    std::optional<FrameView> frame = state.suspendedFrame(id);
    if (!frame || frame->held.empty() || !frame->held.back()) return {};
    ObjectId asked = frame->held.back(), meant = meantBy(state, asked);
    if (type.name == "generator") {
        const std::string_view source = state.fileSource(state.code(frame->code).file);
        if (!passesOn(linesOf(source, statementAt(source, frame->line)))) return {};
        return {meant, asked, true};
    }
    bool isCoroutine = type.name == "coroutine";
    bool isAwait = isCoroutine || meant != asked || state.type(state.typeIdOf(asked)).name == "coroutine";
    return isAwait ? Awaited{meant, asked} : Awaited{};
}

}
