// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/io/io_module.h"

#include "core/python/builtins/text_stream.h"
#include "core/python/modules/io/io_object.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_methods.h"
#include "core/python/objects/text/str_object.h"

// _io: the classes of files; CPython's io.py gives them their abstract bases.

namespace memtape {

namespace io {

Type *ioBase, *rawBase, *bufferedBase, *textBase;
Type *fileIO, *bytesIO, *bytesBuffer, *stringIO;
Type *bufferedReader, *bufferedWriter, *bufferedRandom, *bufferedPair;
Type *textWrapper, *newlineDecoder;
Type* unsupportedType;

#define NAME(name) Object* name;
namespace words {
MEMTAPE_IO_NAMES(NAME)
}
#undef NAME

namespace {

// Bases first.
const struct {
    Type** type;
    void (*define)(Type*);
} typeTable[] = {
    {&ioBase, defineIoBase},
    {&rawBase, defineRawBase},
    {&bufferedBase, defineBufferedBase},
    {&textBase, defineTextBase},
    {&fileIO, defineFileIO},
    {&bytesIO, defineBytesIO},
    {&bytesBuffer, defineBytesBuffer},
    {&bufferedReader, defineBufferedReader},
    {&bufferedWriter, defineBufferedWriter},
    {&bufferedRandom, defineBufferedRandom},
    {&bufferedPair, defineBufferedPair},
    {&textWrapper, defineTextWrapper},
    {&stringIO, defineStringIO},
    {&newlineDecoder, defineNewlineDecoder},
};

RuntimeCache typesCache([] {
    for (const auto& row : typeTable) *row.type = nullptr;
    unsupportedType = nullptr;
});

// Made as a class statement would make it.
Type* makeUnsupportedType() {
    Ref<> name(newStr("UnsupportedOperation")), bases(packTuple(static_cast<Object*>(exc::OSError), static_cast<Object*>(exc::ValueError)));
    Ref<DictObject> space(newDict());
    Ref<> module(newStr("io"));
    if (!name || !bases || !space || !module || !dictSetText(space, "__module__", module)) return nullptr;
    Type* made = static_cast<Type*>(call(types::Type, name, bases, static_cast<Object*>(space.get())).pointer);
    if (made) recordKeptForGood(made);
    return made;
}

bool internWords() {
#define NAME(name) \
    if (!(words::name = internStr(#name).pointer)) return false; \
    recordKeptForGood(words::name);
    MEMTAPE_IO_NAMES(NAME)
#undef NAME
    return true;
}

}

bool startTypes() {
    if (unsupportedType) return true;
    if (!internWords()) return false;
    for (const auto& row : typeTable) {
        *row.type = makeModuleType(row.define);
        if (!*row.type) return false;
    }
    unsupportedType = makeUnsupportedType();
    return unsupportedType;
}

namespace {

Owned openCode(Object*, Args args) {
    Object* out[1] = {nullptr};
    if (!parseArgs("open_code", args, "path", out) || !wantStr("open_code", "argument 'path'", out[0])) return nullptr;
    Held<> mode(newStr("rb"));
    Object* values[] = {out[0], mode};
    return mode ? open(Args{values, 2, nullptr}) : nullptr;
}

Owned textEncoding(Object*, Args args) { return args.count == 0 || isNone(args[0]) ? newStr("locale") : newRef(args[0]); }

const MethodDef functions[] = {{"open_code", openCode, NativeKind::Keywords}, {"text_encoding", textEncoding, 1, 2}, {}};

const char moduleDoc[] = "Files and streams, raw, buffered and of text; what open() gives.";

}

}

Type* unsupportedOperation() { return io::unsupportedType ? io::unsupportedType : exc::OSError; }

Owned makeIoModule() {
    Ref<> module(newModule("_io"));
    if (!module || !io::startTypes() || !addFunctions(module, io::functions)) return nullptr;
    if (!addToModule(module, "__doc__", newStr(io::moduleDoc))) return nullptr;
    for (const auto& row : io::typeTable) {
        std::string_view name = (*row.type)->name;
        if (!addToModule(module, name.substr(name.rfind('.') + 1).data(), newRef(*row.type))) return nullptr;
    }
    // open() is one function under two names; it says of itself that it is of this module.
    Object* open = dictFindText(interpreter.builtins, "open");
    if (open && isNativeFunction(open)) setField<Object>(open, static_cast<NativeFunctionObject*>(open)->module, newStr("_io"));
    bool ok = (!open || addToModule(module, "open", newRef(open))) && addToModule(module, "UnsupportedOperation", newRef(io::unsupportedType)) &&
              addToModule(module, "BlockingIOError", newRef(exc::BlockingIOError)) && addToModule(module, "DEFAULT_BUFFER_SIZE", newInt(8192));
    return ok ? module.release() : nullptr;
}

}
