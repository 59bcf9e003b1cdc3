// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include "core/python/compiler/emitter.h"

namespace memtape {

using namespace ast;

namespace {

constexpr size_t maxOnStack = 30;

bool isStarred(const Expr* expression) { return expression->kind == ExprKind::Starred; }
bool isMapping(const Keyword& keyword) { return keyword.arg.empty(); } // `**mapping`

}

void Emitter::checkKeywords(List<Keyword> keywords) {
    std::unordered_set<std::string_view> seen;
    for (const Keyword& keyword : keywords) {
        checkBinding(at(&keyword), keyword.arg, Context::Store);
        if (!isMapping(keyword) && !seen.insert(keyword.arg).second)
            return error(at(&keyword), "keyword argument repeated: " + std::string(keyword.arg));
    }
}

void Emitter::emitCall(const Call& node) {
    checkKeywords(node.keywords);
    if (emitMethodCall(node)) return;
    warnOfCaller(*node.func);
    emit(node.func);
    add(at(node.func), Opcode::PushNull);
    emitArgumentsAndCall(at(&node), 0, node.args, {}, node.keywords);
}

// Names of imported modules: their attributes are no methods.
bool Emitter::isImportedModule(const Expr& expression) const {
    return expression.kind == ExprKind::Name && (m_scopes.top()->usesOf(expression.as<Name>()->id) & Imported);
}

// object.method(..): the method is called without being bound first.
bool Emitter::emitMethodCall(const Call& node) {
    if (node.func->kind != ExprKind::Attribute || node.func->as<Attribute>()->ctx != Context::Load) return false;
    const auto& method = *node.func->as<Attribute>();
    if (isImportedModule(*method.value)) return false;
    if (node.args.size() + node.keywords.size() + (node.keywords.empty() ? 0 : 1) >= maxOnStack) return false;
    if (std::any_of(node.args.begin(), node.args.end(), isStarred) || std::any_of(node.keywords.begin(), node.keywords.end(), isMapping))
        return false;

    Position position = at(&method);
    if (isOptimizableSuper(method)) {
        const auto& superCall = *method.value->as<Call>();
        emitSuperArguments(superCall);
        addName(position, superCall.args.empty() ? Opcode::LoadZeroSuperMethod : Opcode::LoadSuperMethod, method.attr);
        position = attributePosition(position, method);
        add(position, Opcode::Nop);
    } else {
        emit(method.value);
        position = attributePosition(position, method);
        addName(position, Opcode::LoadMethod, method.attr);
    }
    emitAll(node.args);
    const int count = static_cast<int>(node.args.size() + node.keywords.size());
    if (!node.keywords.empty()) {
        for (const Keyword& keyword : node.keywords) emit(keyword.value);
        emitKeywordNames(position, node.keywords);
    }
    add(attributePosition(at(&node), method), node.keywords.empty() ? Opcode::Call : Opcode::CallKw, count);
    return true;
}

void Emitter::emitKeywordNames(const Position& position, List<Keyword> keywords) {
    memtape::Constant names;
    names.kind = memtape::Constant::Kind::Tuple;
    for (const Keyword& keyword : keywords) names.items.push_back(stringConstant(keyword.arg));
    addConstant(position, std::move(names));
}

void Emitter::emitKeywordDict(const Position& position, List<Keyword> keywords, size_t begin, size_t end) {
    const size_t count = end - begin;
    const bool isBig = count * 2 > maxOnStack;
    if (count > 1 && !isBig) {
        for (size_t i = begin; i < end; ++i) emit(keywords[i].value);
        emitKeywordNames(position, keywords.subspan(begin, count));
        return add(position, Opcode::BuildConstKeyMap, static_cast<int>(count));
    }
    if (isBig) add(noPosition, Opcode::BuildMap, 0);
    for (size_t i = begin; i < end; ++i) {
        addString(position, keywords[i].arg);
        emit(keywords[i].value);
        if (isBig) add(noPosition, Opcode::MapAdd, 1);
    }
    if (!isBig) add(position, Opcode::BuildMap, static_cast<int>(count));
}

// The callable and `pushed` arguments are on the stack. `extraName`: a variable that is the last positional argument.
void Emitter::emitArgumentsAndCall(const Position& position, int pushed, List<Expr*> args, std::string_view extraName, List<Keyword> keywords) {
    checkKeywords(keywords);
    const bool isPlain = args.size() + keywords.size() * 2 <= maxOnStack && std::none_of(args.begin(), args.end(), isStarred) &&
                         std::none_of(keywords.begin(), keywords.end(), isMapping);
    if (isPlain) {
        emitAll(args);
        int count = pushed + static_cast<int>(args.size());
        if (!extraName.empty()) {
            emitName(position, extraName, Context::Load);
            ++count;
        }
        if (keywords.empty()) return add(position, Opcode::Call, count);
        for (const Keyword& keyword : keywords) emit(keyword.value);
        emitKeywordNames(position, keywords);
        return add(position, Opcode::CallKw, count + static_cast<int>(keywords.size()));
    }

    if (pushed == 0 && args.size() == 1 && isStarred(args[0]) && extraName.empty()) emit(args[0]->as<Starred>()->value);
    else emitSequence(position, args, extraName, pushed, Opcode::BuildList, Opcode::ListAppend, Opcode::ListExtend, true);
    bool hasDict = false;
    size_t pending = 0;
    const auto emitPending = [&](size_t end) {
        emitKeywordDict(position, keywords, end - pending, end);
        if (hasDict) add(position, Opcode::DictMerge, 1);
        hasDict = true;
        pending = 0;
    };
    for (size_t i = 0; i < keywords.size(); ++i) {
        if (!isMapping(keywords[i])) {
            ++pending;
            continue;
        }
        if (pending) emitPending(i);
        if (!hasDict) {
            add(position, Opcode::BuildMap, 0);
            hasDict = true;
        }
        emit(keywords[i].value);
        add(position, Opcode::DictMerge, 1);
    }
    if (pending) emitPending(keywords.size());
    add(position, Opcode::CallFunctionEx, keywords.empty() ? 0 : 1);
}

// super().name and super(class, self).name, where `super` is seen to be the builtin.
bool Emitter::isOptimizableSuper(const Attribute& attribute) const {
    if (attribute.value->kind != ExprKind::Call || attribute.attr == "__class__") return false;
    const auto& call = *attribute.value->as<Call>();
    if (call.func->kind != ExprKind::Name || call.func->as<Name>()->id != "super" || !call.keywords.empty()) return false;
    if (m_unit->scope->scopeOf("super") != NameScope::GlobalImplicit || m_scopes.top()->scopeOf("super") != NameScope::Unknown) return false;
    if (std::any_of(call.args.begin(), call.args.end(), isStarred)) return false;
    if (call.args.size() == 2) return true;
    if (!call.args.empty()) return false;
    // Without arguments it needs a method's first parameter and the class's cell.
    return m_unit->argCount + m_unit->posOnlyArgCount > 0 && closureScope("__class__") == NameScope::Free;
}

void Emitter::emitSuperArguments(const Call& call) {
    const Position position = at(&call);
    emitName(at(call.func), "super", Context::Load);
    if (!call.args.empty()) return emitAll(call.args);
    add(position, Opcode::LoadDeref, m_unit->cells.count() + m_unit->frees.find("__class__"));
    emitName(position, m_unit->locals.names()[0], Context::Load);
}

}
