// SPDX-License-Identifier: GPL-3.0-or-later
// From a function and arguments to a frame: CPython's initialize_locals, with its error texts.

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "core/base/suggestions.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/type_parts.h"
#include "core/python/objects/protocol/native_call.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/vm/frames/code_extra.h"
#include "core/python/vm/loop/eval_helpers.h"

namespace memtape {

namespace {

CodeObject* codeOf(FunctionObject* function) { return static_cast<CodeObject*>(function->code); }

Frame* pushFrame(FunctionObject* function /*taken over*/, Object* locals /*shared*/) {
    CodeObject* code = codeOf(function);
    if (frameStackTop + (frameWords(code) + 64) * sizeof(void*) > frameStackLimit) [[unlikely]] {
        decref(function);
        raise(exc::MemoryError, "");
        return nullptr;
    }
    Frame* frame = allocateFrame(code);
    incref(code);
    frame->code = code;
    frame->previous = nullptr;
    frame->function = function;
    frame->globals = function->globals;
    frame->builtins = function->builtins;
    xincref(locals);
    frame->locals = locals;
    frame->frameObject = nullptr;
    frame->ip = code->extra->instructions;
    frame->stackTop = static_cast<int32_t>(code->localsPlusCount);
    frame->isEntry = frame->isInit = frame->started = 0;
    frame->owner = FrameOwner::Stack;
    return frame;
}

// Quoted names joined as CPython joins them: 'a', 'b', and 'c'.
std::string joinNames(const std::vector<Object*>& names) {
    std::string text;
    for (size_t i = 0; i < names.size(); ++i) {
        if (i > 0) text += names.size() == 2 ? " and " : i + 1 == names.size() ? ", and " : ", ";
        Ref<> repr = reprOf(names[i]);
        if (repr) text += strToUtf8(repr);
    }
    return text;
}

Failure raiseMissing(FunctionObject* function, const std::vector<Object*>& names, const char* kind) {
    return raise(exc::TypeError, "{}() missing {} required {} argument{}: {}", function->qualname, names.size(), kind, names.size() == 1 ? "" : "s",
                 joinNames(names));
}

Failure raiseTooMany(FunctionObject* function, size_t given, Object** localsPlus) {
    CodeObject* code = codeOf(function);
    size_t keywordOnlyGiven = 0;
    for (uint32_t i = code->argCount; i < code->argCount + code->kwOnlyArgCount; ++i) keywordOnlyGiven += localsPlus[i] != nullptr;
    ssize defaults = function->defaults ? asTuple(function->defaults)->count : 0;
    std::string takes;
    bool plural;
    if (defaults) {
        takes = "from " + std::to_string(static_cast<ssize>(code->argCount) - defaults) + " to " + std::to_string(code->argCount);
        plural = true;
    } else {
        takes = std::to_string(code->argCount);
        plural = code->argCount != 1;
    }
    std::string keywords;
    if (keywordOnlyGiven) {
        keywords = std::string(" positional argument") + (given != 1 ? "s" : "") + " (and " + std::to_string(keywordOnlyGiven) +
                   " keyword-only argument" + (keywordOnlyGiven != 1 ? "s" : "") + ")";
    }
    return raise(exc::TypeError, "{}() takes {} positional argument{} but {}{} {} given", function->qualname, takes, plural ? "s" : "", given,
                 keywords, given == 1 && !keywordOnlyGiven ? "was" : "were");
}

// Positional-only parameters given as keywords: one error that names them all. True: raised.
bool raisePositionalOnly(FunctionObject* function, TupleObject* names) {
    CodeObject* code = codeOf(function);
    std::string list;
    for (uint32_t p = 0; p < code->posOnlyArgCount; ++p) {
        Object* parameter = asTuple(code->localsPlusNames)->items[p];
        for (ssize k = 0; k < names->count; ++k) {
            if (names->items[k] == parameter || strEquals(names->items[k], parameter)) {
                if (!list.empty()) list += ", ";
                list += strToUtf8(parameter);
            }
        }
    }
    if (list.empty()) return false;
    raise(exc::TypeError, "{}() got some positional-only arguments passed as keyword arguments: '{}'", function->qualname, list);
    return true;
}

bool bindKeywords(FunctionObject* function, Frame* frame, Object** values, TupleObject* names, Object* extraKeywords) {
    CodeObject* code = codeOf(function);
    Object** localsPlus = frame->localsPlus;
    Object** parameters = asTuple(code->localsPlusNames)->items;
    uint32_t total = code->argCount + code->kwOnlyArgCount;
    for (ssize k = 0; k < names->count; ++k) {
        Object *name = names->items[k], *value = values[k];
        if (!hasFlag(name, StrSubclass)) return raise(exc::TypeError, "keywords must be strings");
        uint32_t found = total;
        for (uint32_t i = code->posOnlyArgCount; i < total; ++i) {
            if (parameters[i] == name) {
                found = i;
                break;
            }
        }
        if (found == total) {
            for (uint32_t i = code->posOnlyArgCount; i < total; ++i) {
                if (strEquals(parameters[i], name)) {
                    found = i;
                    break;
                }
            }
        }
        if (found == total) {
            if (!extraKeywords) {
                if (code->posOnlyArgCount && raisePositionalOnly(function, names)) return false;
                std::vector<std::string> candidates;
                for (uint32_t i = code->posOnlyArgCount; i < total; ++i) candidates.push_back(strToUtf8(parameters[i]));
                std::string suggestion = closestName(candidates, strToUtf8(name));
                if (!suggestion.empty()) {
                    return raise(exc::TypeError, "{}() got an unexpected keyword argument '{}'. Did you mean '{}'?", function->qualname, name,
                                 suggestion);
                }
                return raise(exc::TypeError, "{}() got an unexpected keyword argument '{}'", function->qualname, name);
            }
            if (!dictSet(extraKeywords, name, value)) return false;
            decref(value);
            values[k] = nullptr;
            continue;
        }
        if (localsPlus[found]) return raise(exc::TypeError, "{}() got multiple values for argument '{}'", function->qualname, name);
        localsPlus[found] = value;
        values[k] = nullptr;
    }
    return true;
}

// Fills localsPlus from the arguments. What is taken out of `args` is replaced by null there; the caller drops the rest.
bool bindArguments(FunctionObject* function, Frame* frame, Object** args, size_t count, TupleObject* keywordNames) {
    CodeObject* code = codeOf(function);
    Object** localsPlus = frame->localsPlus;
    uint32_t total = code->argCount + code->kwOnlyArgCount;
    Object* extraKeywords = nullptr;
    if (code->flags & CodeFlag::VarKeywords) {
        Owned dict = newDict();
        if (!dict) return false;
        extraKeywords = dict.pointer;
        localsPlus[total + (code->flags & CodeFlag::VarArgs ? 1 : 0)] = extraKeywords;
    }
    size_t direct = count < code->argCount ? count : code->argCount;
    for (size_t i = 0; i < direct; ++i) {
        localsPlus[i] = args[i];
        args[i] = nullptr;
    }
    if (code->flags & CodeFlag::VarArgs) {
        Owned rest(nullptr);
        if (count == direct) {
            rest = newRef(emptyTuple);
        } else {
            rest = newTupleOf(args + direct, static_cast<ssize>(count - direct));
            if (!rest) return false;
            for (size_t i = direct; i < count; ++i) {
                decref(args[i]);
                args[i] = nullptr;
            }
        }
        localsPlus[total] = rest.pointer;
    }
    if (keywordNames && !bindKeywords(function, frame, args + count, keywordNames, extraKeywords)) return false;
    if (count > code->argCount && !(code->flags & CodeFlag::VarArgs)) return raiseTooMany(function, count, localsPlus);

    if (count < code->argCount) {
        // Below 0 where the program has set more defaults than there are parameters: the last ones count.
        const ssize argCount = static_cast<ssize>(code->argCount), given = static_cast<ssize>(count);
        const ssize firstDefault = argCount - (function->defaults ? asTuple(function->defaults)->count : 0);
        std::vector<Object*> missing;
        for (ssize i = given; i < firstDefault; ++i) {
            if (!localsPlus[i]) missing.push_back(asTuple(code->localsPlusNames)->items[i]);
        }
        if (!missing.empty()) return raiseMissing(function, missing, "positional");
        for (ssize i = std::max(given, firstDefault); i < argCount; ++i) {
            if (localsPlus[i]) continue;
            Object* value = asTuple(function->defaults)->items[i - firstDefault];
            incref(value);
            localsPlus[i] = value;
        }
    }
    std::vector<Object*> missing;
    Held<> kwdefaults(Held<>::share(function->kwdefaults)); // a key's __eq__ may set others
    for (uint32_t i = code->argCount; i < total; ++i) {
        if (localsPlus[i]) continue;
        Object* name = asTuple(code->localsPlusNames)->items[i];
        Object* value = kwdefaults ? dictFind(kwdefaults, name) : nullptr;
        if (value) {
            incref(value);
            localsPlus[i] = value;
        } else {
            if (errorOccurred()) return false;
            missing.push_back(name);
        }
    }
    if (!missing.empty()) return raiseMissing(function, missing, "keyword-only");
    return true;
}

}

Frame* frameForCall(FunctionObject* function, Object* locals, Object** args, size_t count, TupleObject* keywordNames) {
    CodeObject* code = codeOf(function);
    if (!locals && !(code->flags & CodeFlag::Optimized)) locals = function->globals; // types.FunctionType(code of a module, …)
    // The frame may lie where the caller's stack has the arguments only when the caller is a native; a Python caller's stack room is its own.
    Frame* frame = pushFrame(function, locals);
    if (!frame) return nullptr;
    Object** localsPlus = frame->localsPlus;
    if (!keywordNames && isSimpleCall(function, count)) [[likely]] {
        for (size_t i = 0; i < count; ++i) localsPlus[i] = args[i];
        for (size_t i = count; i < code->localsPlusCount; ++i) localsPlus[i] = nullptr;
        return frame;
    }
    for (size_t i = 0; i < code->localsPlusCount; ++i) localsPlus[i] = nullptr;
    bool bound = bindArguments(function, frame, args, count, keywordNames);
    if (bound) return frame;
    size_t all = count + (keywordNames ? static_cast<size_t>(keywordNames->count) : 0);
    for (size_t i = 0; i < all; ++i) xdecref(args[i]);
    clearFrame(frame);
    releaseFrame(frame);
    return nullptr;
}

Owned callFunction(Object* callable, Args args) {
    constexpr size_t small = 16;
    size_t all = args.count + args.keywordCount();
    Object* few[small];
    std::vector<Object*> many;
    Object** copy = few;
    if (all > small) {
        many.resize(all);
        copy = many.data();
    }
    for (size_t i = 0; i < all; ++i) {
        incref(args.values[i]);
        copy[i] = args.values[i];
    }
    incref(callable);
    Frame* frame = frameForCall(asFunction(callable), nullptr, copy, args.count, args.names);
    return frame ? runFrame(frame) : Owned(nullptr);
}

Owned runCode(Object* code, Object* globals, Object* locals) {
    Owned function = newFunction(code, globals);
    return function ? runBody(function, locals) : Owned(nullptr);
}

Owned runBody(Owned function, Object* locals) {
    Frame* frame = frameForCall(asFunction(function.pointer), locals, nullptr, 0, nullptr);
    return frame ? runFrame(frame) : Owned(nullptr);
}

Failure raisePythonRecursion() { return raise(exc::RecursionError, "maximum recursion depth exceeded"); }

Failure raiseInitResult(Object* stolen) {
    Held<> result{Owned(stolen)};
    return raise(exc::TypeError, "__init__() should return None, not '{}'", result->type->name);
}

FunctionObject* simpleInit(Type* type) {
    if (type->create != types::Object->create || !isSlotInit(type->init) || hasFlag(type, IsAbstract)) return nullptr;
    Object* init = lookupInType(type, names::dunderInit);
    return init && init->type == types::Function ? asFunction(init) : nullptr;
}

bool prepareUnpackedCall(Object** base, bool hasMapping) {
    if (!isExactTuple(base[2])) {
        if (!base[2]->type->iter && !isSequence(base[2])) {
            Ref<> text = functionText(base[0]);
            if (text) raise(exc::TypeError, "{} argument after * must be an iterable, not {}", text.get(), base[2]->type->name);
            return false;
        }
        Owned tuple = sequenceToTuple(base[2]);
        if (!tuple) return false;
        Object* old = base[2];
        base[2] = tuple.pointer;
        decref(old);
    }
    if (hasMapping && !isExactDict(base[3])) {
        Owned dict = newDict();
        if (!dict) return false;
        if (!dictMerge(dict.pointer, base[3], 2)) {
            decref(dict.pointer);
            explainKeywordFailure(base[0], base[3]);
            return false;
        }
        Object* old = base[3];
        base[3] = dict.pointer;
        decref(old);
    }
    return true;
}

Frame* frameForUnpackedCall(Object** base, bool hasMapping) {
    TupleObject* tuple = asTuple(base[2]);
    std::vector<Object*> args(tuple->items, tuple->items + tuple->count);
    Held<TupleObject> keywordNames;
    if (hasMapping && dictLength(base[3])) {
        keywordNames = newTuple(dictLength(base[3]));
        if (!keywordNames) { // all is taken over, as where the call itself fails
            for (int i = 3; i >= 0; --i) xdecref(base[i]);
            return nullptr;
        }
        ssize position = 0;
        Object *key, *value;
        for (ssize i = 0; dictNext(base[3], &position, &key, &value); ++i) {
            incref(key);
            keywordNames->items[i] = key;
            args.push_back(value);
        }
        recordCells(keywordNames);
    }
    for (Object* o : args) incref(o);
    Frame* frame = frameForCall(asFunction(base[0]), nullptr, args.data(), static_cast<size_t>(tuple->count), keywordNames);
    decref(tuple);
    if (hasMapping) decref(base[3]);
    xdecref(base[1]);
    return frame;
}

}
