// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/host.h"
#include "core/python/builtins/builtins.h"
#include "core/python/library/library_archive.h"
#include "core/python/modules/arguments.h"
#include "core/python/modules/io/standard_streams.h"
#include "core/python/modules/native_modules.h"
#include "core/python/modules/runtime/sys_async.h"
#include "core/python/modules/runtime/sys_parts.h"
#include "core/python/modules/runtime/sys_trace.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/set_object.h"
#include "core/python/objects/containers/struct_sequence.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/exception_object.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/str_object.h"

#include <cfloat>

namespace memtape {

namespace {

Owned getsizeof(Object*, Args args) {
    Object* out[2] = {nullptr, nullptr};
    if (!parseArgs("getsizeof", args, "object | default", out)) return nullptr;
    Object* o = out[0];
    Held<> method(lookupSpecial(o, names::dunderSizeof));
    if (!method) {
        if (errorOccurred()) return nullptr;
        if (out[1]) return newRef(out[1]);
        return raise(exc::TypeError, "Type {} doesn't define __sizeof__", o->type->name);
    }
    Ref<> size(call(method));
    if (size && !isInt(size)) {
        Owned wrong = raise(exc::TypeError, "'{}' object cannot be interpreted as an integer", size->type->name);
        size = wrong;
    }
    int64_t bytes;
    if (!size || !intToInt64(size, &bytes)) {
        if (out[1] && errorMatches(exc::TypeError)) {
            clearError();
            return newRef(out[1]);
        }
        return nullptr;
    }
    if (bytes < 0) return raise(exc::ValueError, "__sizeof__() should return >= 0");
    bytes += (isGcObject(o) ? 16 : 0) + (hasFlag(o, ManagedDict | ManagedWeakref) ? 16 : 0);
    return newInt(bytes);
}

Owned getrefcount(Object*, Object* o) { return newInt(static_cast<int64_t>(isImmortal(o) ? immortalRefcount : o->refcount)); }
Owned getrecursionlimit(Object*) { return newInt(interpreter.recursionLimit); }

Owned setrecursionlimit(Object*, Object* arg) {
    Ref<> number(numberIndex(arg));
    if (!number) return nullptr;
    int overflow;
    int64_t limit = intValue(number, &overflow);
    if (overflow || limit != static_cast<int32_t>(limit)) return raise(exc::OverflowError, "Python int too large to convert to C int");
    if (limit < 1) return raise(exc::ValueError, "recursion limit must be greater or equal than 1");
    int depth = interpreter.recursionLimit - interpreter.recursionRemaining;
    if (depth >= limit) {
        return raise(exc::RecursionError, "cannot set the recursion limit to {} at the recursion depth {}: the limit is too low", limit, depth);
    }
    interpreter.recursionRemaining = static_cast<int>(limit) - depth;
    interpreter.recursionLimit = static_cast<int>(limit);
    if (recording()) recorder->callLimit(static_cast<uint32_t>(limit));
    return newNone();
}

Object* handled() {
    for (HandledException* h = interpreter.handled; h; h = h->previous)
        if (h->value && !isNone(h->value)) return h->value;
    return nullptr;
}

Owned exception(Object*) { return newRef(handled() ? handled() : None); }

Owned excInfo(Object*) {
    Object* e = handled();
    if (!e) return packTuple(None, None, None);
    Object* traceback = asException(e)->traceback;
    return packTuple(static_cast<Object*>(e->type), e, traceback ? traceback : None);
}

Owned exitFunction(Object*, Args args) {
    Held<> instance;
    if (args.count == 0 || isNone(args[0])) instance = call(exc::SystemExit);
    else if (isTuple(args[0])) instance = callWithTuple(exc::SystemExit, args[0], nullptr);
    else instance = call(exc::SystemExit, args[0]);
    return instance ? Owned(raiseInstance(instance)) : nullptr;
}

Owned intern(Object*, Object* text) {
    if (!isStr(text)) return raise(exc::TypeError, "intern() argument must be str, not {}", text->type->name);
    if (!isExactStr(text)) return raise(exc::TypeError, "can't intern {}", text->type->name);
    Object* shared = newRef(text).pointer;
    internInPlace(shared);
    return Owned(shared);
}

Owned getMaxDigits(Object*) { return newInt(maxIntTextDigits); }
Owned setMaxDigits(Object*, Args args) {
    Object* out[1] = {nullptr};
    if (!parseArgs("set_int_max_str_digits", args, "maxdigits", out)) return nullptr;
    int limit;
    if (!intArgument(out[0], &limit)) return nullptr;
    if (limit != 0 && limit < 640) return raise(exc::ValueError, "maxdigits must be 0 or larger than 640");
    maxIntTextDigits = limit;
    return newNone();
}

Owned getframe(Object*, Args args) {
    ssize depth = 0;
    if (args.count) {
        depth = indexAsSize(args[0], exc::OverflowError);
        if (depth == -1 && errorOccurred()) return nullptr;
    }
    return vmHooks.frame(static_cast<int>(depth < 0 ? 0 : depth));
}

Owned getdefaultencoding(Object*) { return newStr("utf-8"); }
Owned isfinalizing(Object*) { return newBool(interpreter.finalizing); }
Owned getallocatedblocks(Object*) { return newInt(static_cast<int64_t>(heap.bytesInUse() / 64)); }
Owned isinterned(Object*, Object* text) {
    if (!isStr(text)) return raise(exc::TypeError, "_is_interned() argument must be str, not {}", text->type->name);
    return newBool(asStr(text)->interned != 0);
}

Owned displayhook(Object*, Object* value) {
    if (isNone(value)) return newNone();
    if (!dictSetText(interpreter.builtins, "_", None)) return nullptr;
    Object* print = dictFindText(interpreter.builtins, "print");
    Held<> text(reprOf(value));
    if (!text || !print || !Ref<>(call(print, text.get()))) return nullptr;
    return dictSetText(interpreter.builtins, "_", value) ? newNone() : nullptr;
}

Owned excepthook(Object*, Args args) {
    if (!vmHooks.formatException) return newNone();
    Held<> text(vmHooks.formatException(args[1]));
    if (!text) return nullptr;
    Object* stream = sysAttribute("stderr");
    if (!stream || isNone(stream)) return newNone();
    return Ref<>(callMethod(stream, names::write, text.get())) ? newNone() : nullptr;
}

const MethodDef functions[] = {
    {"getsizeof", getsizeof, NativeKind::Keywords},
    {"getrefcount", getrefcount},
    {"getrecursionlimit", getrecursionlimit},
    {"setrecursionlimit", setrecursionlimit},
    {"exception", exception},
    {"exc_info", excInfo},
    {"exit", exitFunction, 0, 1},
    {"intern", intern},
    {"get_int_max_str_digits", getMaxDigits},
    {"set_int_max_str_digits", setMaxDigits, NativeKind::Keywords},
    {"_getframe", getframe, 0, 1},
    {"getdefaultencoding", getdefaultencoding},
    {"getfilesystemencoding", getdefaultencoding},
    {"is_finalizing", isfinalizing},
    {"getallocatedblocks", getallocatedblocks},
    {"_is_interned", isinterned},
    {"displayhook", displayhook},
    {"excepthook", excepthook, 3, 3},
    {"unraisablehook", standardUnraisableHook},
    {},
};

// ---- named tuples

const StructSequenceField versionFields[] = {{"major"}, {"minor"}, {"micro"}, {"releaselevel"}, {"serial"}, {}};
const StructSequenceField floatFields[] = {{"max"}, {"max_exp"},  {"max_10_exp"}, {"min"},   {"min_exp"}, {"min_10_exp"},
                                           {"dig"}, {"mant_dig"}, {"epsilon"},    {"radix"}, {"rounds"},  {}};
const StructSequenceField intFields[] = {{"bits_per_digit"}, {"sizeof_digit"}, {"default_max_str_digits"}, {"str_digits_check_threshold"}, {}};
const StructSequenceField hashFields[] = {{"width"},     {"modulus"},   {"inf"},       {"nan"},    {"imag"},
                                          {"algorithm"}, {"hash_bits"}, {"seed_bits"}, {"cutoff"}, {}};
const StructSequenceField flagFields[] = {
    {"debug"},
    {"inspect"},
    {"interactive"},
    {"optimize"},
    {"dont_write_bytecode"},
    {"no_user_site"},
    {"no_site"},
    {"ignore_environment"},
    {"verbose"},
    {"bytes_warning"},
    {"quiet"},
    {"hash_randomization"},
    {"isolated"},
    {"dev_mode"},
    {"utf8_mode"},
    {"warn_default_encoding"},
    {"safe_path"},
    {"int_max_str_digits"},
    {"gil"}, // hidden
    {},
};

const StructSequenceDef versionInfo{"sys.version_info", nullptr, versionFields, 5, false};
const StructSequenceDef floatInfo{"sys.float_info", nullptr, floatFields, 11, false};
const StructSequenceDef intInfo{"sys.int_info", nullptr, intFields, 4, false};
const StructSequenceDef hashInfo{"sys.hash_info", nullptr, hashFields, 9, false};
const StructSequenceDef flagInfo{"sys.flags", nullptr, flagFields, 18, false};

Owned makeInfo(const StructSequenceDef& definition, Object** values) {
    Type* type = newStructSequenceType(definition);
    return type ? newStructSequence(type, values) : nullptr;
}

Object* number(int64_t n) { return newInt(n).pointer; }
Object* text(std::string_view t) { return newStr(t).pointer; }

bool addInfos(Object* module) {
    Object* version[] = {number(3), number(13), number(0), text("final"), number(0)};
    Object* floats[] = {newFloat(DBL_MAX).pointer,
                        number(DBL_MAX_EXP),
                        number(DBL_MAX_10_EXP),
                        newFloat(DBL_MIN).pointer,
                        number(DBL_MIN_EXP),
                        number(DBL_MIN_10_EXP),
                        number(DBL_DIG),
                        number(DBL_MANT_DIG),
                        newFloat(DBL_EPSILON).pointer,
                        number(FLT_RADIX),
                        number(1)};
    Object* ints[] = {number(30), number(4), number(4300), number(640)};
    Object* hashes[] = {
        number(64), number((int64_t{1} << 61) - 1), number(314159), number(0), number(1000003), text("siphash13"), number(64), number(128),
        number(0)};
    Object* flags[] = {number(0),
                       number(0),
                       number(0),
                       number(0),
                       number(0),
                       number(0),
                       number(0),
                       number(0),
                       number(0),
                       number(0),
                       number(0),
                       number(0),
                       number(0),
                       newBool(false).pointer,
                       number(0),
                       number(0),
                       newBool(false).pointer,
                       number(4300),
                       number(1)};
    return addToModule(module, "version_info", makeInfo(versionInfo, version)) && addToModule(module, "float_info", makeInfo(floatInfo, floats)) &&
           addToModule(module, "int_info", makeInfo(intInfo, ints)) && addToModule(module, "hash_info", makeInfo(hashInfo, hashes)) &&
           addToModule(module, "flags", makeInfo(flagInfo, flags));
}

bool addImplementation(Object* module) {
    Ref<DictObject> fields(newDict());
    Object* version = dictFindText(moduleDict(module), "version_info");
    if (!fields || !version) return false;
    dictSetText(fields, "name", Ref<>(newStr("cpython")));
    dictSetText(fields, "cache_tag", Ref<>(newStr("cpython-313")));
    dictSetText(fields, "version", version);
    dictSetText(fields, "hexversion", Ref<>(newInt(0x030d00f0)));
    dictSetText(fields, "_multiarch", Ref<>(newStr("x86_64-linux-gnu")));
    return addToModule(module, "implementation", callWithTuple(types::SimpleNamespace, emptyTuple, fields));
}

}

Owned makeSysModule() {
    Ref<> module(newModule("sys"));
    if (!module || !addFunctions(module, functions) || !addFunctions(module, sysAsyncFunctions) || !addFunctions(module, sysTraceFunctions) ||
        !addFunctions(module, sysAuditFunctions) || !addFunctions(module, sysIntrospectionFunctions) || !addSysIntrospection(module))
        return nullptr;
    Object* dict = moduleDict(module);
    interpreter.sysDict = dict;
    const struct {
        const char *name, *original;
    } hooks[] = {
        {"breakpointhook", "__breakpointhook__"},
        {"displayhook", "__displayhook__"},
        {"excepthook", "__excepthook__"},
        {"unraisablehook", "__unraisablehook__"},
    };
    for (const auto& row : hooks)
        if (!dictSetText(dict, row.original, dictFindText(dict, row.name))) return nullptr;
    Ref<ListObject> arguments(newList(0)), path(newList(0));
    if (!arguments || !path) return nullptr;
    for (const std::string& argument : host.arguments) {
        Ref<> item(newStr(argument));
        if (!item || !listAppend(arguments, item)) return nullptr;
    }
    for (std::string_view place : {std::string_view(host.programFolder), libraryRoot}) {
        Ref<> folder(newStr(place));
        if (!folder || !listAppend(path, folder)) return nullptr;
    }
    for (const std::string& place : host.libraryPaths) {
        Ref<> folder(newStr(place));
        if (!folder || !listAppend(path, folder)) return nullptr;
    }
    dictSetText(dict, "argv", arguments);
    dictSetText(dict, "orig_argv", arguments);
    dictSetText(dict, "path", path);
    if (interpreter.modules) dictSetText(dict, "modules", interpreter.modules);
    const struct {
        const char* name;
        const char* text;
    } texts[] = {
        {"version", "3.13.0 (Memtape)"}, {"byteorder", "little"},       {"platform", "linux"}, {"copyright", ""}, {"executable", ""},
        {"platlibdir", "lib"},           {"float_repr_style", "short"}, {"abiflags", ""},
    };
    for (const char* name : {"prefix", "exec_prefix", "base_prefix", "base_exec_prefix"})
        if (!addToModule(module, name, newStr(libraryPrefix))) return nullptr;
    if (!addToModule(module, "_stdlib_dir", newStr(libraryRoot)) || !addToModule(module, "pycache_prefix", newNone())) return nullptr;
    for (const auto& row : texts)
        if (!addToModule(module, row.name, newStr(row.text))) return nullptr;
    if (!addToModule(module, "maxsize", newInt(PTRDIFF_MAX)) || !addToModule(module, "maxunicode", newInt(0x10ffff)) ||
        !addToModule(module, "hexversion", newInt(0x030d00f0)) || !addToModule(module, "api_version", newInt(1013)) ||
        !addToModule(module, "dont_write_bytecode", newBool(true))) {
        return nullptr;
    }
    if (!addToModule(module, "warnoptions", newList(0)) || !addToModule(module, "_xoptions", newDict())) return nullptr;
    if (!addInfos(module) || !addImplementation(module)) return nullptr;
    const struct {
        const char *name, *original;
        StandardStream which;
    } streams[] = {
        {"stdin", "__stdin__", StandardStream::Input},
        {"stdout", "__stdout__", StandardStream::Output},
        {"stderr", "__stderr__", StandardStream::Error},
    };
    for (const auto& row : streams) {
        Ref<> stream(newStandardStream(row.which));
        if (!stream || !dictSetText(dict, row.name, stream) || !dictSetText(dict, row.original, stream)) return nullptr;
    }
    return module.release();
}

}
