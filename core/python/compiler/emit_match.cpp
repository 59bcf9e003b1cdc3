// SPDX-License-Identifier: GPL-3.0-or-later

// match: patterns.
//
// A pattern takes the subject from the stack. Names that it binds are stored only when the whole pattern has matched: until
// then their values lie on the stack below what the pattern works with (`stores`, first name deepest). A pattern that fails jumps to
// the entry of `failPops` that drops as many values as lie on the stack then.

#include <algorithm>

#include "core/python/compiler/constant_folding.h"
#include "core/python/compiler/emitter.h"
#include "core/python/compiler/unparse.h"

namespace memtape {

using namespace ast;

namespace {

bool isWildcard(const Pattern& pattern) {
    return pattern.kind == PatternKind::As && pattern.as<MatchAs>()->name.empty() && !pattern.as<MatchAs>()->pattern;
}

bool isWildcardStar(const Pattern& pattern) { return pattern.kind == PatternKind::Star && pattern.as<MatchStar>()->name.empty(); }

}

void Emitter::ensureFailPops(PatternContext& context, size_t count) {
    while (context.failPops.size() < count) context.failPops.push_back(newLabel());
}

void Emitter::jumpToFailPop(const Position& position, PatternContext& context, Opcode jump) {
    const size_t pops = static_cast<size_t>(context.onTop) + context.stores.size();
    ensureFailPops(context, pops + 1);
    addJump(position, jump, context.failPops[pops]);
}

void Emitter::emitFailPops(const Position& position, PatternContext& context) {
    for (size_t i = context.failPops.size(); i-- > 1;) {
        use(context.failPops[i]);
        add(position, Opcode::PopTop);
    }
    if (!context.failPops.empty()) use(context.failPops[0]);
    context.failPops.clear();
}

// The top goes `count` places down.
void Emitter::emitRotate(const Position& position, int count) {
    while (count > 1) add(position, Opcode::Swap, count--);
}

void Emitter::emitPatternCapture(const Position& position, std::string_view name, PatternContext& context) {
    if (name.empty()) return add(position, Opcode::PopTop);
    checkBinding(position, name, Context::Store);
    if (std::find(context.stores.begin(), context.stores.end(), name) != context.stores.end())
        return error(position, "multiple assignments to name '" + std::string(name) + "' in pattern");
    emitRotate(position, context.onTop + static_cast<int>(context.stores.size()) + 1);
    context.stores.push_back(name);
}

void Emitter::emitSubpattern(const Pattern& pattern, PatternContext& context) {
    const bool allowed = context.allowsIrrefutable;
    context.allowsIrrefutable = true;
    emitPattern(pattern, context);
    context.allowsIrrefutable = allowed;
}

void Emitter::emitPattern(const Pattern& pattern, PatternContext& context) {
    switch (pattern.kind) {
    case PatternKind::Value: return emitPatternValue(*pattern.as<MatchValue>(), context);
    case PatternKind::Singleton: {
        const Position position = at(&pattern);
        addConstant(position, *pattern.as<MatchSingleton>()->value);
        emitComparison(position, CompareOperator::Is);
        return jumpToFailPop(position, context, Opcode::PopJumpIfFalse);
    }
    case PatternKind::Sequence: return emitPatternSequence(*pattern.as<MatchSequence>(), context);
    case PatternKind::Mapping: return emitPatternMapping(*pattern.as<MatchMapping>(), context);
    case PatternKind::Class: return emitPatternClass(*pattern.as<MatchClass>(), context);
    case PatternKind::Star: return emitPatternCapture(at(&pattern), pattern.as<MatchStar>()->name, context);
    case PatternKind::As: return emitPatternAs(*pattern.as<MatchAs>(), context);
    case PatternKind::Or: return emitPatternOr(*pattern.as<MatchOr>(), context);
    }
}

void Emitter::emitPatternValue(const MatchValue& pattern, PatternContext& context) {
    const Position position = at(&pattern);
    const ExprKind kind = pattern.value->kind;
    if (kind != ExprKind::Constant && kind != ExprKind::Attribute) return error(position, "patterns may only match literals and attribute lookups");
    emit(pattern.value);
    emitComparison(position, CompareOperator::Eq);
    add(position, Opcode::ToBool);
    jumpToFailPop(position, context, Opcode::PopJumpIfFalse);
}

void Emitter::emitPatternAs(const MatchAs& pattern, PatternContext& context) {
    const Position position = at(&pattern);
    if (!pattern.pattern) {
        if (!context.allowsIrrefutable) {
            // Whatever follows could never match.
            if (!pattern.name.empty())
                return error(position, "name capture '" + std::string(pattern.name) + "' makes remaining patterns unreachable");
            return error(position, "wildcard makes remaining patterns unreachable");
        }
        return emitPatternCapture(position, pattern.name, context);
    }
    ++context.onTop; // the copy that is stored
    add(position, Opcode::Copy, 1);
    emitPattern(*pattern.pattern, context);
    --context.onTop;
    emitPatternCapture(position, pattern.name, context);
}

void Emitter::emitPatternUnpack(const Position& position, List<Pattern*> patterns, PatternContext& context) {
    const size_t count = patterns.size();
    bool hasStar = false;
    for (size_t i = 0; i < count; ++i) {
        if (patterns[i]->kind != PatternKind::Star) continue;
        if (hasStar) return error(position, "multiple starred expressions in sequence pattern");
        const size_t after = count - i - 1;
        if (i >= (1u << 8) || after >= (0x7FFFFFFFu >> 8)) return error(position, "too many expressions in star-unpacking sequence pattern");
        add(position, Opcode::UnpackEx, static_cast<int>(i + (after << 8)));
        hasStar = true;
    }
    if (!hasStar) add(position, Opcode::UnpackSequence, static_cast<int>(count));
    context.onTop += static_cast<int>(count);
    for (const Pattern* pattern : patterns) {
        --context.onTop; // taken by its own pattern
        emitSubpattern(*pattern, context);
    }
}

// Without names to the star: only the items that matter are looked at, by index.
void Emitter::emitPatternSubscripts(const Position& position, List<Pattern*> patterns, size_t star, PatternContext& context) {
    ++context.onTop; // the subject stays
    const size_t count = patterns.size();
    for (size_t i = 0; i < count; ++i) {
        const Pattern& pattern = *patterns[i];
        if (i == star || isWildcard(pattern)) continue;
        add(position, Opcode::Copy, 1);
        if (i < star) {
            addConstant(position, intConstant(static_cast<int64_t>(i)));
        } else {
            add(position, Opcode::GetLen);
            addConstant(position, intConstant(static_cast<int64_t>(count - i)));
            add(position, Opcode::BinaryOp, NB_SUBTRACT);
        }
        add(position, Opcode::BinarySubscr);
        emitSubpattern(pattern, context);
    }
    --context.onTop;
    add(position, Opcode::PopTop);
}

void Emitter::emitPatternSequence(const MatchSequence& pattern, PatternContext& context) {
    const Position position = at(&pattern);
    const size_t count = pattern.patterns.size();
    size_t star = count; // none
    bool onlyWildcards = true, starIsWildcard = false;
    for (size_t i = 0; i < count; ++i) {
        const Pattern& part = *pattern.patterns[i];
        onlyWildcards &= isWildcard(part) || isWildcardStar(part);
        if (part.kind != PatternKind::Star) continue;
        if (star != count) return error(position, "multiple starred names in sequence pattern");
        star = i;
        starIsWildcard = isWildcardStar(part);
        onlyWildcards &= starIsWildcard;
    }
    const bool hasStar = star != count;
    ++context.onTop; // the subject
    add(position, Opcode::MatchSequence);
    jumpToFailPop(position, context, Opcode::PopJumpIfFalse);
    if (!hasStar || count > 1) {
        add(position, Opcode::GetLen);
        addConstant(position, intConstant(static_cast<int64_t>(hasStar ? count - 1 : count)));
        emitComparison(position, hasStar ? CompareOperator::GtE : CompareOperator::Eq);
        jumpToFailPop(position, context, Opcode::PopJumpIfFalse);
    }
    --context.onTop;
    if (onlyWildcards) add(position, Opcode::PopTop);
    else if (hasStar && starIsWildcard) emitPatternSubscripts(position, pattern.patterns, star, context);
    else emitPatternUnpack(position, pattern.patterns, context);
}

void Emitter::emitPatternMapping(const MatchMapping& pattern, PatternContext& context) {
    const Position position = at(&pattern);
    const size_t count = pattern.keys.size();
    ++context.onTop; // the subject
    add(position, Opcode::MatchMapping);
    jumpToFailPop(position, context, Opcode::PopJumpIfFalse);
    if (count == 0 && pattern.rest.empty()) { // `{}` matches any mapping
        --context.onTop;
        return add(position, Opcode::PopTop);
    }
    if (count > 0) {
        add(position, Opcode::GetLen);
        addConstant(position, intConstant(static_cast<int64_t>(count)));
        emitComparison(position, CompareOperator::GtE);
        jumpToFailPop(position, context, Opcode::PopJumpIfFalse);
    }
    std::vector<const memtape::Constant*> seen;
    for (const Expr* key : pattern.keys) {
        if (!key) return error(position, "can't use NULL keys in MatchMapping (set 'rest' parameter instead)");
        if (const memtape::Constant* constant = constantOf(*key)) {
            for (const memtape::Constant* other : seen) {
                if (constantsAreEqual(*constant, *other))
                    return error(position, "mapping pattern checks duplicate key (" + constantRepr(*constant) + ")");
            }
            seen.push_back(constant);
        } else if (key->kind != ExprKind::Attribute) {
            return error(position, "mapping pattern keys may only match literals and attribute lookups");
        }
        emit(key);
    }
    add(position, Opcode::BuildTuple, static_cast<int>(count));
    add(position, Opcode::MatchKeys);
    context.onTop += 2; // the keys and the values
    add(position, Opcode::Copy, 1);
    addNone(position);
    add(position, Opcode::IsOp, 1);
    jumpToFailPop(position, context, Opcode::PopJumpIfFalse);
    add(position, Opcode::UnpackSequence, static_cast<int>(count));
    context.onTop += static_cast<int>(count) - 1;
    for (const Pattern* part : pattern.patterns) {
        --context.onTop;
        emitSubpattern(*part, context);
    }
    context.onTop -= 2;
    if (!pattern.rest.empty()) {
        // rest = dict(subject), without the keys.
        add(position, Opcode::BuildMap, 0);
        add(position, Opcode::Swap, 3);
        add(position, Opcode::DictUpdate, 2);
        add(position, Opcode::UnpackSequence, static_cast<int>(count));
        for (size_t left = count; left > 0; --left) {
            add(position, Opcode::Copy, 1 + static_cast<int>(left));
            add(position, Opcode::Swap, 2);
            add(position, Opcode::DeleteSubscr);
        }
        return emitPatternCapture(position, pattern.rest, context);
    }
    add(position, Opcode::PopTop); // the keys
    add(position, Opcode::PopTop); // the subject
}

void Emitter::emitPatternClass(const MatchClass& pattern, PatternContext& context) {
    Position position = at(&pattern);
    for (size_t i = 0; i < pattern.kwdAttrs.size(); ++i) {
        checkBinding(at(pattern.kwdPatterns[i]), pattern.kwdAttrs[i], Context::Store);
        for (size_t j = i + 1; j < pattern.kwdAttrs.size(); ++j) {
            if (pattern.kwdAttrs[i] == pattern.kwdAttrs[j])
                return error(at(pattern.kwdPatterns[j]), "attribute name repeated in class pattern: " + std::string(pattern.kwdAttrs[j]));
        }
    }
    emit(pattern.cls);
    memtape::Constant names;
    names.kind = memtape::Constant::Kind::Tuple;
    for (const std::string_view name : pattern.kwdAttrs) names.items.push_back(stringConstant(name));
    addConstant(position, std::move(names));
    add(position, Opcode::MatchClass, static_cast<int>(pattern.patterns.size()));
    add(position, Opcode::Copy, 1);
    addNone(position);
    add(position, Opcode::IsOp, 1);
    ++context.onTop; // the tuple of attributes, or None
    jumpToFailPop(position, context, Opcode::PopJumpIfFalse);
    const size_t count = pattern.patterns.size() + pattern.kwdPatterns.size();
    add(position, Opcode::UnpackSequence, static_cast<int>(count));
    context.onTop += static_cast<int>(count) - 1;
    for (size_t i = 0; i < count; ++i) {
        const Pattern& part = i < pattern.patterns.size() ? *pattern.patterns[i] : *pattern.kwdPatterns[i - pattern.patterns.size()];
        --context.onTop;
        if (isWildcard(part)) {
            add(position, Opcode::PopTop);
            continue;
        }
        emitSubpattern(part, context);
    }
}

// Each alternative starts from a copy of the subject, and leaves the same names in the order of the first's.
void Emitter::emitPatternOr(const MatchOr& pattern, PatternContext& context) {
    const Position position = at(&pattern);
    const Label end = newLabel();
    const PatternContext outer = context;
    std::vector<std::string_view> control; // the first alternative's names
    for (size_t i = 0; i < pattern.patterns.size(); ++i) {
        const Pattern& alternative = *pattern.patterns[i];
        const Position alternativePosition = at(&alternative);
        context = PatternContext{};
        context.allowsIrrefutable = i + 1 == pattern.patterns.size() && outer.allowsIrrefutable;
        add(alternativePosition, Opcode::Copy, 1);
        emitPattern(alternative, context);
        if (m_sink.hasProblem()) return;
        const size_t count = context.stores.size();
        if (i == 0) {
            control = context.stores;
        } else if (count != control.size()) {
            return error(position, "alternative patterns bind different names");
        } else {
            for (size_t place = count; place-- > 0;) {
                const auto found = std::find(context.stores.begin(), context.stores.end(), control[place]);
                if (found == context.stores.end()) return error(position, "alternative patterns bind different names");
                const size_t current = static_cast<size_t>(found - context.stores.begin());
                if (place == current) continue;
                // Rotate the names, and their values with them, until this one is in place.
                const size_t rotations = current + 1;
                std::rotate(context.stores.begin(), context.stores.begin() + static_cast<std::ptrdiff_t>(rotations),
                            context.stores.begin() + static_cast<std::ptrdiff_t>(place) + 1);
                for (size_t k = 0; k < rotations; ++k) emitRotate(alternativePosition, static_cast<int>(place) + 1);
            }
        }
        addJump(alternativePosition, Opcode::JumpNoInterrupt, end);
        emitFailPops(alternativePosition, context);
    }
    context = outer;
    // No alternative matched: the copy of the subject goes, and the whole pattern fails.
    add(position, Opcode::PopTop);
    jumpToFailPop(position, context, Opcode::Jump);
    use(end);
    // The names' values lie above the subject; they go below what lies on the stack already.
    const int stored = static_cast<int>(control.size());
    const int rotations = stored + 1 + context.onTop + static_cast<int>(context.stores.size());
    for (const std::string_view name : control) {
        emitRotate(position, rotations);
        if (std::find(context.stores.begin(), context.stores.end(), name) != context.stores.end())
            return error(position, "multiple assignments to name '" + std::string(name) + "' in pattern");
        context.stores.push_back(name);
    }
    add(position, Opcode::PopTop); // the subject
}

void Emitter::emitMatch(const Match& node) {
    emit(node.subject);
    const Label end = newLabel();
    const size_t count = node.cases.size();
    // A last `case _:` needs no pattern.
    const bool hasDefault = isWildcard(*node.cases[count - 1].pattern) && count > 1;
    PatternContext context;
    for (size_t i = 0; i < count - (hasDefault ? 1 : 0); ++i) {
        const MatchCase& matchCase = node.cases[i];
        const bool isLast = i + 1 == count - (hasDefault ? 1 : 0);
        const Position position = at(matchCase.pattern);
        if (!isLast) add(position, Opcode::Copy, 1);
        context = PatternContext{};
        context.allowsIrrefutable = matchCase.guard || i + 1 == count;
        emitPattern(*matchCase.pattern, context);
        if (m_sink.hasProblem()) return;
        for (const std::string_view name : context.stores) emitName(position, name, Context::Store);
        if (matchCase.guard) {
            ensureFailPops(context, 1);
            emitJumpIf(at(matchCase.guard), *matchCase.guard, context.failPops[0], false);
        }
        if (!isLast) add(position, Opcode::PopTop); // the subject
        emit(matchCase.body);
        addJump(noPosition, Opcode::Jump, end);
        // What cleans up after a failure belongs to the pattern, not to the body's last line.
        emitFailPops(position, context);
    }
    if (hasDefault) {
        const MatchCase& matchCase = node.cases[count - 1];
        const Position position = at(matchCase.pattern);
        if (count == 1) add(position, Opcode::PopTop);
        else add(position, Opcode::Nop); // a line for coverage
        if (matchCase.guard) emitJumpIf(at(matchCase.guard), *matchCase.guard, end, false);
        emit(matchCase.body);
    }
    use(end);
}

}
