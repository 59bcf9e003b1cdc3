// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/bytecode/opcodes.h"
#include "core/python/modules/typing/typing_types.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/exception_object.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/vm/loop/eval_helpers.h"
#include "core/python/vm/program/imports.h"

namespace memtape {

namespace {

// from module import *: __all__, or every public name, into the frame's namespace.
Owned importStar(Frame* frame, Object* module) {
    Object* space = frame->locals;
    if (!space) return raise(exc::SystemError, "no locals found during 'import *'");
    bool failed = false, skipUnderscores = false;
    Held<> allName(newStr("__all__"));
    if (!allName) return nullptr;
    Held<> all(findAttr(module, allName, &failed));
    if (failed) return nullptr;
    if (!all) {
        Held<> dict(findAttr(module, names::dunderDict, &failed));
        if (failed) return nullptr;
        if (!dict) return raise(exc::ImportError, "from-import-* object has no __dict__ and no __all__");
        all = isDict(dict) ? dictKeysList(dict) : sequenceToList(dict);
        if (!all) return nullptr;
        skipUnderscores = true;
    }
    for (ssize i = 0;; ++i) {
        Held<> name(getItemAt(all, i));
        if (!name) {
            if (!errorMatches(exc::IndexError)) return nullptr;
            clearError();
            return newNone();
        }
        if (!isStr(name)) return raise(exc::TypeError, "Item in {}.__all__ must be str, not {}", module, name->type->name);
        if (skipUnderscores && asStr(name)->length > 0 && charAt(asStr(name), 0) == '_') continue;
        Held<> value(getAttr(module, name));
        if (!value) return nullptr;
        bool stored = isExactDict(space) ? dictSet(space, name, value) : setItem(space, name, value);
        if (!stored) return nullptr;
    }
}

// A StopIteration that leaves a generator becomes a RuntimeError (PEP 479).
Owned stopIterationError(Frame* frame, Object* exception) {
    const char* message = nullptr;
    uint32_t flags = frame->code->flags;
    if (exceptionMatches(exception, exc::StopIteration)) {
        message = flags & CodeFlag::AsyncGenerator ? "async generator raised StopIteration"
                  : flags & CodeFlag::Coroutine    ? "coroutine raised StopIteration"
                                                   : "generator raised StopIteration";
    } else if ((flags & CodeFlag::AsyncGenerator) && exceptionMatches(exception, exc::StopAsyncIteration)) {
        message = "async generator raised StopAsyncIteration";
    }
    if (!message) return newRef(exception);
    Held<> text(newStr(message));
    Ref<> error = text ? Ref<>(call(exc::RuntimeError, text)) : Ref<>();
    if (!error) return nullptr;
    setCause(error, exception);
    setContext(error, exception);
    return error.release();
}

}

Owned callIntrinsic1(Frame* frame, uint32_t which, Object* value) {
    switch (which) {
    case IntrinsicPrint: {
        Object* hook = dictFindText(interpreter.sysDict, "displayhook");
        if (!hook) return raise(exc::RuntimeError, "lost sys.displayhook");
        return call(hook, value);
    }
    case IntrinsicImportStar: return importStar(frame, value);
    case IntrinsicStopIterationError: return stopIterationError(frame, value);
    case IntrinsicAsyncGenWrap: return newAsyncWrappedValue(value);
    case IntrinsicUnaryPositive: return numberPositive(value);
    case IntrinsicListToTuple: return listToTuple(asList(value));
    case IntrinsicTypeVar: return newTypeVar(value, TypeVarKind::Plain, nullptr);
    case IntrinsicParamSpec: return newParamSpec(value);
    case IntrinsicTypeVarTuple: return newTypeVarTuple(value);
    case IntrinsicSubscriptGeneric:
        return isExactTuple(value) ? newGenericBase(value) : Owned(raise(exc::SystemError, "type parameters are no tuple"));
    case IntrinsicTypeAlias: return newTypeAlias(value);
    default: return raise(exc::SystemError, "invalid intrinsic");
    }
}

Owned callIntrinsic2(uint32_t which, Object* a, Object* b) {
    switch (which) {
    case IntrinsicPrepReraiseStar: return prepareReraiseStar(a, b);
    case IntrinsicTypeVarWithBound: return newTypeVar(a, TypeVarKind::Bound, b);
    case IntrinsicTypeVarWithConstraints: return newTypeVar(a, TypeVarKind::Constrained, b);
    case IntrinsicSetFunctionTypeParams: {
        setField(a, asFunction(a)->typeParams, newRef(b));
        return newRef(a);
    }
    case IntrinsicSetTypeParamDefault: return setTypeParameterDefault(a, b) ? newRef(a) : Owned(nullptr);
    default: return raise(exc::SystemError, "invalid intrinsic");
    }
}

}
