// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <string>

#include "core/python/modules/threads/context_objects.h"
#include "core/python/objects/classes/generic_alias.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

Type *contextVarType = nullptr, *tokenType = nullptr, *missingType = nullptr;

namespace {

RuntimeCache variableTypes([] { contextVarType = tokenType = missingType = nullptr; });

ContextVarObject* variable(Object* o) { return static_cast<ContextVarObject*>(o); }
TokenObject* token(Object* o) { return static_cast<TokenObject*>(o); }

// ---- ContextVar

Owned createVariable(Type* type, Args args) {
    if (args.count + args.keywordCount() > 2)
        return raise(exc::TypeError, "ContextVar() takes at most 2 arguments ({} given)", args.count + args.keywordCount());
    if (args.count > 1) return raise(exc::TypeError, "ContextVar() takes at most 1 positional argument ({} given)", args.count);
    if (args.count < 1) return raise(exc::TypeError, "ContextVar() takes exactly 1 positional argument (0 given)");
    Object* defaultValue = nullptr;
    if (args.keywordCount()) {
        if (!strEqualsText(args.keywordName(0), "default"))
            return raise(exc::TypeError, "ContextVar() got an unexpected keyword argument '{}'", args.keywordName(0));
        defaultValue = args.keywordValue(0);
    }
    if (!isStr(args[0])) return raise(exc::TypeError, "context variable name must be a str");
    auto* made = newPlainObject<ContextVarObject>(type);
    if (!made) return nullptr;
    made->name = newRef(args[0]).pointer;
    if (defaultValue) {
        made->defaultValue = newRef(defaultValue).pointer;
        if (hasFlag(defaultValue, HaveGc)) gcTrack(made);
    }
    recordCells(made);
    return Owned(made);
}

Owned getValue(Object* o, Args args) {
    ContextObject* context = currentContext();
    if (!context) return nullptr;
    if (Object* found = dictFind(context->variables, o)) return newRef(found);
    if (errorOccurred()) return nullptr;
    if (args.count) return newRef(args[0]);
    if (variable(o)->defaultValue) return newRef(variable(o)->defaultValue);
    return raiseObject(exc::LookupError, o);
}

Owned setValue(Object* o, Object* value) {
    ContextObject* context = currentContext();
    if (!context) return nullptr;
    Object* old = dictFind(context->variables, o);
    if (!old && errorOccurred()) return nullptr;
    auto* made = newPlainObject<TokenObject>(tokenType);
    if (!made) return nullptr;
    made->context = newRef(context).pointer;
    made->variable = newRef(o).pointer;
    made->oldValue = Held<>::share(old).pointer;
    Held<> result(finishObject(made));
    return setInContext(context, o, value) ? result.release() : Owned(nullptr);
}

Owned resetValue(Object* o, Object* given) {
    if (given->type != tokenType) return raise(exc::TypeError, "expected an instance of Token, got {!r}", given);
    TokenObject* t = token(given);
    if (t->isUsed) return raise(exc::RuntimeError, "{!r} has already been used once", given);
    if (t->variable != o) return raise(exc::ValueError, "{!r} was created by a different ContextVar", given);
    ContextObject* context = currentContext();
    if (!context) return nullptr;
    if (t->context != context) return raise(exc::ValueError, "{!r} was created in a different Context", given);
    t->isUsed = true;
    return setInContext(context, o, t->oldValue) ? newNone() : nullptr;
}

Owned variableRepr(Object* o) {
    std::string text = "<ContextVar name=";
    if (!appendRepr(text, variable(o)->name)) return nullptr;
    if (variable(o)->defaultValue) {
        text += " default=";
        if (!appendRepr(text, variable(o)->defaultValue)) return nullptr;
    }
    return textWithAddress(o, text);
}

constexpr Field variableFields[] = {{"name", offsetof(ContextVarObject, name)}, {"default", offsetof(ContextVarObject, defaultValue)}, {}};
constexpr MemberDef variableMembers[] = {{"name", MemberKind::Object, offsetof(ContextVarObject, name)}, {}};
constexpr MethodDef variableMethods[] = {
    {"get", getValue, 0, 1}, {"set", setValue}, {"reset", resetValue}, {"__class_getitem__", classGetItem, NativeBinding::Class}, {}};

// ---- Token

Owned createToken(Type*, Args) { return raise(exc::RuntimeError, "Tokens can only be created by ContextVars"); }

Owned tokenVariable(Object* o) { return newRef(token(o)->variable); }
Owned tokenOldValue(Object* o) {
    if (token(o)->oldValue) return newRef(token(o)->oldValue);
    return getAttr(tokenType, "MISSING");
}

Owned tokenRepr(Object* o) {
    std::string text = token(o)->isUsed ? "<Token used var=" : "<Token var=";
    return appendRepr(text, token(o)->variable) ? textWithAddress(o, text) : nullptr;
}

constexpr Field tokenFields[] = {
    {"context", offsetof(TokenObject, context)}, {"var", offsetof(TokenObject, variable)}, {"old_value", offsetof(TokenObject, oldValue)}, {}};
constexpr GetSetDef tokenGetSets[] = {{"var", tokenVariable, nullptr}, {"old_value", tokenOldValue, nullptr}, {}};
constexpr MethodDef tokenMethods[] = {{"__class_getitem__", classGetItem, NativeBinding::Class}, {}};

}

void defineContextVarType(Type* t) {
    t->name = "_contextvars.ContextVar";
    t->basicSize = sizeof(ContextVarObject);
    t->flags = HaveGc;
    t->fields = variableFields;
    t->members = variableMembers;
    t->methods = variableMethods;
    t->create = createVariable;
    t->repr = variableRepr;
}

void defineTokenType(Type* t) {
    t->name = "_contextvars.Token";
    t->basicSize = sizeof(TokenObject);
    t->flags = HaveGc;
    t->fields = tokenFields;
    t->getsets = tokenGetSets;
    t->methods = tokenMethods;
    t->create = createToken;
    t->repr = tokenRepr;
    t->hash = hashNotImplemented;
}

void defineTokenMissingType(Type* t) {
    t->name = "Token.MISSING";
    t->basicSize = sizeof(Object);
    t->flags = DisallowInstantiation;
    t->repr = [](Object*) -> Owned { return newStr("<Token.MISSING>"); };
}

}
