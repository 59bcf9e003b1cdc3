// SPDX-License-Identifier: GPL-3.0-or-later

// Tuples, lists, sets and dicts, made and taken apart.

#include <algorithm>

#include "core/python/compiler/constant_folding.h"
#include "core/python/compiler/emitter.h"

namespace memtape {

using namespace ast;

namespace {

// More values than this are not gathered on the stack but added one by one.
constexpr size_t maxOnStack = 30;

bool isStarred(const Expr* expression) { return expression->kind == ExprKind::Starred; }

}

// A display with `pushed` values of it on the stack already. `extraName`: a variable that comes last (a generic class's
// hidden base).
void Emitter::emitSequence(const Position& position, List<Expr*> elements, std::string_view extraName, int pushed, Opcode build, Opcode addOne,
                           Opcode extend, bool isTuple) {
    const size_t count = elements.size();
    if (count > 2 && extraName.empty() && areAllConstants(elements, 0, count)) {
        memtape::Constant folded;
        folded.kind = memtape::Constant::Kind::Tuple;
        for (const Expr* element : elements) folded.items.push_back(*constantOf(*element));
        if (isTuple && pushed == 0) return addConstant(position, std::move(folded));
        if (addOne == Opcode::SetAdd) {
            folded.kind = memtape::Constant::Kind::FrozenSet;
            std::vector<memtape::Constant> distinct;
            for (memtape::Constant& item : folded.items) {
                if (std::none_of(distinct.begin(), distinct.end(),
                                 [&item](const memtape::Constant& other) { return constantsAreEqual(item, other); }))
                    distinct.push_back(std::move(item));
            }
            folded.items = std::move(distinct);
        }
        add(position, build, pushed);
        addConstant(position, std::move(folded));
        add(position, extend, 1);
        if (pushed && isTuple) add(position, Opcode::CallIntrinsic1, IntrinsicListToTuple);
        return;
    }

    const size_t total = count + (extraName.empty() ? 0 : 1);
    const bool isBig = total + static_cast<size_t>(pushed) > maxOnStack;
    const bool hasStar = std::any_of(elements.begin(), elements.end(), isStarred);
    if (!hasStar && !isBig) {
        emitAll(elements);
        if (!extraName.empty()) emitName(position, extraName, Context::Load);
        return add(position, isTuple ? Opcode::BuildTuple : build, static_cast<int>(total) + pushed);
    }
    bool isBuilt = false;
    if (isBig) {
        add(position, build, pushed);
        isBuilt = true;
    }
    for (size_t i = 0; i < count; ++i) {
        if (isStarred(elements[i])) {
            if (!isBuilt) {
                add(position, build, static_cast<int>(i) + pushed);
                isBuilt = true;
            }
            emit(elements[i]->as<Starred>()->value);
            add(position, extend, 1);
        } else {
            emit(elements[i]);
            if (isBuilt) add(position, addOne, 1);
        }
    }
    if (!extraName.empty()) {
        emitName(position, extraName, Context::Load);
        add(position, addOne, 1);
    }
    if (isTuple) add(position, Opcode::CallIntrinsic1, IntrinsicListToTuple);
}

void Emitter::emitUnpack(const Position& position, List<Expr*> targets) {
    const size_t count = targets.size();
    bool hasStar = false;
    for (size_t i = 0; i < count; ++i) {
        if (!isStarred(targets[i])) continue;
        if (hasStar) return error(position, "multiple starred expressions in assignment");
        const size_t after = count - i - 1;
        if (i >= (1u << 8) || after >= (0x7FFFFFFFu >> 8)) return error(position, "too many expressions in star-unpacking assignment");
        add(position, Opcode::UnpackEx, static_cast<int>(i + (after << 8)));
        hasStar = true;
    }
    if (!hasStar) add(position, Opcode::UnpackSequence, static_cast<int>(count));
}

void Emitter::emitListOrTuple(const Position& position, List<Expr*> elements, Context context, bool isTuple) {
    switch (context) {
    case Context::Store:
        emitUnpack(position, elements);
        for (const Expr* element : elements) emit(isStarred(element) ? element->as<Starred>()->value : element);
        return;
    case Context::Load: return emitSequence(position, elements, {}, 0, Opcode::BuildList, Opcode::ListAppend, Opcode::ListExtend, isTuple);
    case Context::Del: return emitAll(elements);
    }
}

void Emitter::emitDictPart(const Dict& node, size_t begin, size_t end) {
    const Position position = at(&node);
    const size_t count = end - begin;
    const bool isBig = count * 2 > maxOnStack;
    if (count > 1 && !isBig && areAllConstants(node.keys, begin, end)) {
        memtape::Constant keys;
        keys.kind = memtape::Constant::Kind::Tuple;
        for (size_t i = begin; i < end; ++i) {
            emit(node.values[i]);
            keys.items.push_back(*constantOf(*node.keys[i]));
        }
        addConstant(position, std::move(keys));
        return add(position, Opcode::BuildConstKeyMap, static_cast<int>(count));
    }
    if (isBig) add(position, Opcode::BuildMap, 0);
    for (size_t i = begin; i < end; ++i) {
        emit(node.keys[i]);
        emit(node.values[i]);
        if (isBig) add(position, Opcode::MapAdd, 1);
    }
    if (!isBig) add(position, Opcode::BuildMap, static_cast<int>(count));
}

void Emitter::emitDict(const Dict& node) {
    const Position position = at(&node);
    bool hasDict = false;
    size_t pending = 0; // pairs in front of this one that are not emitted yet
    const auto emitPending = [&](size_t end) {
        emitDictPart(node, end - pending, end);
        if (hasDict) add(position, Opcode::DictUpdate, 1);
        hasDict = true;
        pending = 0;
    };
    for (size_t i = 0; i < node.values.size(); ++i) {
        if (!node.keys[i]) {
            if (pending) emitPending(i);
            if (!hasDict) {
                add(position, Opcode::BuildMap, 0);
                hasDict = true;
            }
            emit(node.values[i]);
            add(position, Opcode::DictUpdate, 1);
        } else if (pending * 2 > maxOnStack) {
            ++pending;
            emitPending(i + 1);
        } else {
            ++pending;
        }
    }
    if (pending) emitPending(node.values.size());
    if (!hasDict) add(position, Opcode::BuildMap, 0);
}

}
