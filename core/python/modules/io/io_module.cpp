// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/io/io_module.h"

#include "core/python/builtins/text_stream.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

// _io: open, the classes of files; io.py builds on it.

namespace memtape {

namespace {

Type* unsupported = nullptr;
RuntimeCache unsupportedCache([] { unsupported = nullptr; });

Owned openFunction(Object*, Args args) { return textStreams.open(args); }

const MethodDef functions[] = {{"open", openFunction, NativeKind::Keywords}, {}};

}

Type* unsupportedOperation() {
    if (unsupported) return unsupported;
    // Made as a class statement would make it.
    Ref<> name(newStr("UnsupportedOperation")), bases(packTuple(static_cast<Object*>(exc::OSError), static_cast<Object*>(exc::ValueError)));
    Ref<DictObject> space(newDict());
    if (!name || !bases || !space) return exc::OSError;
    dictSetText(space, "__module__", Ref<>(newStr("io")));
    Owned made = call(types::Type, name, bases, static_cast<Object*>(space.get()));
    if (!made) {
        clearError();
        return exc::OSError;
    }
    unsupported = static_cast<Type*>(made.pointer);
    recordKeptForGood(unsupported);
    return unsupported;
}

Owned makeIoModule() {
    Ref<> module(newModule("_io"));
    if (!module || !addFunctions(module, functions)) return nullptr;
    Object* dict = moduleDict(module);
    dictSetText(dict, "StringIO", types::StringIO);
    dictSetText(dict, "BytesIO", types::BytesIO);
    dictSetText(dict, "TextIOWrapper", types::TextFile);
    dictSetText(dict, "BufferedRandom", types::BinaryFile);
    dictSetText(dict, "BufferedReader", types::BinaryFile);
    dictSetText(dict, "BufferedWriter", types::BinaryFile);
    dictSetText(dict, "UnsupportedOperation", unsupportedOperation());
    dictSetText(dict, "BlockingIOError", exc::BlockingIOError);
    addToModule(module, "DEFAULT_BUFFER_SIZE", newInt(8192));
    return module.release();
}

}
