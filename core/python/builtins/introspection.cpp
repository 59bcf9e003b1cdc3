// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/builtins/builtins.h"
#include "core/python/heap/heap.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/codecs.h"
#include "core/python/objects/text/str_object.h"

// Looking at objects, attributes and namespaces; compiling and running text.

namespace memtape {

namespace {

Owned idOf(Object*, Object* o) { return newIntFromUnsigned(addressOf(o)); }

Owned hashBuiltin(Object*, Object* o) {
    int64_t hash = hashOf(o);
    return hash == -1 ? Owned(nullptr) : newInt(hash);
}

bool wantName(Object* name) { return isStr(name) || raise(exc::TypeError, "attribute name must be string, not '{}'", name->type->name); }

Owned getattrOf(Object*, Args args) {
    if (!wantName(args[1])) return nullptr;
    if (args.count < 3) return getAttr(args[0], args[1]);
    bool failed = false;
    Ref<> value(findAttr(args[0], args[1], &failed));
    if (value || failed) return value.release();
    return newRef(args[2]);
}

Owned hasattrOf(Object*, Args args) {
    if (!wantName(args[1])) return nullptr;
    bool failed = false;
    Ref<> value(findAttr(args[0], args[1], &failed));
    return failed ? Owned(nullptr) : newBool(static_cast<bool>(value));
}

Owned setattrOf(Object*, Args args) { return wantName(args[1]) && setAttr(args[0], args[1], args[2]) ? newNone() : nullptr; }
Owned delattrOf(Object*, Args args) { return wantName(args[1]) && deleteAttr(args[0], args[1]) ? newNone() : nullptr; }
Owned callableOf(Object*, Object* o) { return newBool(isCallable(o)); }

Owned globalsOf(Object*) { return vmHooks.globals(); }
Owned localsOf(Object*) { return vmHooks.locals(); }

Owned varsOf(Object*, Args args) {
    if (args.count == 0) return vmHooks.locals();
    bool failed = false;
    Ref<> dict(findAttr(args[0], names::dunderDict, &failed));
    if (dict || failed) return dict.release();
    return raise(exc::TypeError, "vars() argument must have __dict__ attribute");
}

Owned dirOf(Object*, Args args) {
    Held<> listed;
    if (args.count == 0) {
        Held<> locals(vmHooks.locals());
        if (!locals) return nullptr;
        if (isExactDict(locals)) listed = dictKeysList(locals);
        else listed = callMethod(locals, names::keys);
    } else {
        Held<> method(lookupSpecial(args[0], names::dunderDir));
        if (!method) return errorOccurred() ? Owned(nullptr) : Owned(raise(exc::TypeError, "object does not provide __dir__"));
        listed = call(method);
    }
    if (!listed) return nullptr;
    Held<> list(sequenceToList(listed));
    if (!list || !listSort(asList(list), nullptr, false)) return nullptr;
    return list.release();
}

// ---- compile, eval, exec

// Program text with lone surrogates is refused before it is read.
bool wantEncodable(Object* source) {
    std::string bytes;
    return !isStr(source) || asStr(source)->ascii || encodeInto(bytes, source, "utf-8", "strict");
}

// What an argument that is a C int in CPython says.
bool wantInt(Object* argument, int* out) {
    Ref<> number(numberIndex(argument));
    if (!number) return false;
    int overflow = 0;
    int64_t value = intValue(number, &overflow);
    if (overflow || value != static_cast<int>(value)) return raise(exc::OverflowError, "Python int too large to convert to C int");
    *out = static_cast<int>(value);
    return true;
}

// The flags of compile() that mean something: those of __future__, and those that ast and codeop give.
constexpr int futureFlags = 0x1fe0000, compilerFlags = 0xf600;

Owned compileOf(Object*, Args args) {
    Object* out[7] = {};
    if (!parseArgs("compile", args, "source filename mode | flags dont_inherit optimize $ _feature_version", out)) return nullptr;
    Ref<> filename(isBytes(out[1]) ? newStr(std::string_view(reinterpret_cast<char*>(bytesData(out[1])), static_cast<size_t>(bytesLength(out[1]))))
                                   : newRef(out[1]));
    if (!isStr(filename)) return raise(exc::TypeError, "expected str, bytes or os.PathLike object, not {}", filename->type->name);
    if (!isStr(out[2])) return raise(exc::TypeError, "compile() argument 'mode' must be str, not {}", isNone(out[2]) ? "None" : out[2]->type->name);
    int flags = 0, optimize = -1, dontInherit = 0;
    if (out[3] && !wantInt(out[3], &flags)) return nullptr;
    if (out[4] && (dontInherit = isTrue(out[4])) < 0) return nullptr;
    if (out[5] && !wantInt(out[5], &optimize)) return nullptr;
    if (flags & ~(futureFlags | compilerFlags)) return raise(exc::ValueError, "compile(): unrecognised flags");
    if (optimize < -1 || optimize > 2) return raise(exc::ValueError, "compile(): invalid optimize value");
    CompileMode mode;
    if (strEqualsText(out[2], "exec")) mode = CompileMode::Exec;
    else if (strEqualsText(out[2], "eval")) mode = CompileMode::Eval;
    else if (strEqualsText(out[2], "single")) mode = CompileMode::Single;
    else if (strEqualsText(out[2], "func_type") && (flags & CompileOnlyAst)) mode = CompileMode::FunctionType;
    else if (strEqualsText(out[2], "func_type")) return raise(exc::ValueError, "compile() mode 'func_type' requires flag PyCF_ONLY_AST");
    else if (flags & CompileOnlyAst) return raise(exc::ValueError, "compile() mode must be 'exec', 'eval', 'single' or 'func_type'");
    else return raise(exc::ValueError, "compile() mode must be 'exec', 'eval' or 'single'");
    const uint8_t* data;
    size_t size;
    if (!isStr(out[0]) && !vmHooks.isSyntaxTree(out[0]) && !bufferOf(out[0], &data, &size)) {
        return raise(exc::TypeError, "compile() arg 1 must be a string, bytes or AST object");
    }
    if (!wantEncodable(out[0])) return nullptr;
    return vmHooks.compile(out[0], filename, mode, flags, !dontInherit, optimize);
}

// The namespaces for eval and exec, with builtins put in.
bool namespaces(const char* name, Object* globalsArg, Object* localsArg, Held<>& globals, Held<>& locals) {
    if (!isNone(localsArg) && !isMapping(localsArg)) {
        return std::string_view(name) == "eval" ? raise(exc::TypeError, "locals must be a mapping")
                                                : raise(exc::TypeError, "locals must be a mapping or None, not {}", localsArg->type->name);
    }
    if (!isNone(globalsArg) && !isDict(globalsArg)) {
        if (std::string_view(name) == "exec") return raise(exc::TypeError, "exec() globals must be a dict, not {}", globalsArg->type->name);
        return raise(exc::TypeError, isMapping(globalsArg) ? "globals must be a real dict; try eval(expr, {{}}, mapping)" : "globals must be a dict");
    }
    if (isNone(globalsArg)) {
        globals = vmHooks.globals();
        if (!globals) return false;
        locals = isNone(localsArg) ? vmHooks.locals() : newRef(localsArg);
        if (!locals) return false;
    } else {
        globals = newRef(globalsArg);
        locals = newRef(isNone(localsArg) ? globalsArg : localsArg);
    }
    int has = dictContains(globals, names::dunderBuiltins);
    if (has < 0) return false;
    return has || dictSet(globals, names::dunderBuiltins, interpreter.builtins);
}

Owned runText(Object* source, CompileMode mode, Object* globals, Object* locals) {
    if (!wantEncodable(source)) return nullptr;
    Held<> text(newRef(source));
    if (mode == CompileMode::Eval && isStr(source)) {
        StrObject* s = asStr(source);
        ssize start = 0;
        while (start < s->length && (charAt(s, start) == ' ' || charAt(s, start) == '\t')) ++start;
        text = strSubstring(source, start, s->length);
        if (!text) return nullptr;
    }
    Held<> code(vmHooks.compile(text, names::stringName, mode, 0, true, -1));
    return code ? vmHooks.evaluate(code, globals, locals, nullptr) : nullptr;
}

Owned evalOf(Object*, Args args) {
    Object* out[3] = {nullptr, None, None};
    if (!parseArgs("eval", args, "source / | globals locals", out)) return nullptr;
    Held<> globals, locals;
    if (!namespaces("eval", out[1], out[2], globals, locals)) return nullptr;
    if (out[0]->type == types::Code) {
        if (static_cast<CodeObject*>(out[0])->freeCount > 0)
            return raise(exc::TypeError, "code object passed to eval() may not contain free variables");
        return vmHooks.evaluate(out[0], globals, locals, nullptr);
    }
    const uint8_t* data;
    size_t size;
    if (!isStr(out[0]) && !bufferOf(out[0], &data, &size)) return raise(exc::TypeError, "eval() arg 1 must be a string, bytes or code object");
    return runText(out[0], CompileMode::Eval, globals, locals);
}

Owned execOf(Object*, Args args) {
    Object* out[4] = {nullptr, None, None, None};
    if (!parseArgs("exec", args, "source / | globals locals $ closure", out)) return nullptr;
    Held<> globals, locals;
    if (!namespaces("exec", out[1], out[2], globals, locals)) return nullptr;
    Object* closure = isNone(out[3]) ? nullptr : out[3];
    Held<> result;
    if (out[0]->type == types::Code) {
        ssize free = static_cast<CodeObject*>(out[0])->freeCount;
        if (free == 0 && closure) return raise(exc::TypeError, "cannot use a closure with this code object");
        if (free > 0) {
            bool fits = closure && isExactTuple(closure) && asTuple(closure)->count == free;
            for (ssize i = 0; fits && i < free; ++i) fits = isCell(asTuple(closure)->items[i]);
            if (!fits) return raise(exc::TypeError, "code object requires a closure of exactly length {}", free);
        }
        result = vmHooks.evaluate(out[0], globals, locals, closure);
    } else {
        if (closure) return raise(exc::TypeError, "closure can only be used when source is a code object");
        const uint8_t* data;
        size_t size;
        if (!isStr(out[0]) && !bufferOf(out[0], &data, &size)) return raise(exc::TypeError, "exec() arg 1 must be a string, bytes or code object");
        result = runText(out[0], CompileMode::Exec, globals, locals);
    }
    return result ? newNone() : nullptr;
}

Owned importOf(Object*, Args args) {
    Object* out[5] = {nullptr, nullptr, nullptr, emptyTuple, nullptr};
    if (!parseArgs("__import__", args, "name | globals locals fromlist level", out)) return nullptr;
    int level = 0;
    if (out[4] && !wantInt(out[4], &level)) return nullptr;
    return vmHooks.importName(out[0], out[1], out[2], out[3], level);
}

Owned breakpointOf(Object*, Args args) {
    Held<> hook(Held<>::share(sysAttribute("breakpointhook")));
    return hook ? call(hook, args) : Owned(raise(exc::RuntimeError, "lost sys.breakpointhook"));
}

Owned helpOf(Object*, Args args) {
    Held<> text;
    if (args.count == 0) {
        text = newStr("Type help(object) for help about object.");
    } else {
        bool failed = false;
        text = findAttr(args[0], names::dunderDoc, &failed);
        if (failed) return nullptr;
        if (!text || !isStr(text)) text = newStr("No documentation.");
    }
    if (!text) return nullptr;
    Object* print = dictFindText(interpreter.builtins, "print");
    return print ? call(print, text.get()) : newNone();
}

}

const MethodDef introspectionFunctions[] = {
    {"id", idOf},
    {"hash", hashBuiltin},
    {"getattr", getattrOf, 2, 3},
    {"hasattr", hasattrOf, 2, 2},
    {"setattr", setattrOf, 3, 3},
    {"delattr", delattrOf, 2, 2},
    {"callable", callableOf},
    {"globals", globalsOf},
    {"locals", localsOf},
    {"vars", varsOf, 0, 1},
    {"dir", dirOf, 0, 1},
    {"compile", compileOf, NativeKind::Keywords},
    {"eval", evalOf, NativeKind::Keywords},
    {"exec", execOf, NativeKind::Keywords},
    {"__import__", importOf, NativeKind::Keywords},
    {"breakpoint", breakpointOf, NativeKind::Keywords},
    {"help", helpOf, 0, 1},
    {},
};

}
