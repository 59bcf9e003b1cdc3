// SPDX-License-Identifier: GPL-3.0-or-later

// _pickle: what pickle.py has in native code, which is all that most programs use of it.

#include "core/python/modules/module_parts.h"
#include "core/python/modules/native_modules.h"
#include "core/python/modules/pickle/loader.h"
#include "core/python/modules/pickle/saver.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"

namespace memtape {

namespace pickle {

Type *pickleError = nullptr, *picklingError = nullptr, *unpicklingError = nullptr;

namespace {

RuntimeCache pickleTypes([] {
    for (Type** type :
         {&pickleError, &picklingError, &unpicklingError, &bufferType, &picklerType, &picklerMemoType, &unpicklerType, &unpicklerMemoType})
        *type = nullptr;
});

Owned dump(Object*, Args args) {
    Object* out[5] = {};
    if (!parseArgs("dump", args, "obj file | protocol $ fix_imports buffer_callback", out)) return nullptr;
    Held<PicklerObject> pickler{OwnedOf<PicklerObject>(newPickler())};
    if (!pickler || !setOptions(pickler.get(), {out[2], out[3], out[4]})) return nullptr;
    bool failed = false;
    Held<> write(optionalAttr(out[1], "write", &failed));
    if (failed) return nullptr;
    if (!write) return raise(exc::TypeError, "file must have a 'write' attribute");
    setField(pickler.get(), pickler->write, write.release());
    Saver saver(pickler);
    return saver.dump(out[0]) && saver.output().flush() ? newNone() : Owned(nullptr);
}

Owned dumps(Object*, Args args) {
    Object* out[4] = {};
    if (!parseArgs("dumps", args, "obj | protocol $ fix_imports buffer_callback", out)) return nullptr;
    Held<PicklerObject> pickler{OwnedOf<PicklerObject>(newPickler())};
    if (!pickler || !setOptions(pickler.get(), {out[1], out[2], out[3]})) return nullptr;
    Saver saver(pickler);
    return saver.dump(out[0]) ? newBytes(saver.output().bytes()) : Owned(nullptr);
}

Owned loadFunction(Object*, Args args) {
    Object* out[5] = {};
    if (!parseArgs("load", args, "file | $ fix_imports encoding errors buffers", out)) return nullptr;
    Held<UnpicklerObject> unpickler{OwnedOf<UnpicklerObject>(newUnpickler())};
    if (!unpickler) return nullptr;
    bool failed = false;
    Held<> read(optionalAttr(out[0], "read", &failed));
    if (failed) return nullptr;
    Held<> line(optionalAttr(out[0], "readline", &failed));
    if (failed) return nullptr;
    if (!read || !line) return raise(exc::TypeError, "file must have 'read' and 'readline' attributes");
    setField(unpickler.get(), unpickler->read, read.release());
    setField(unpickler.get(), unpickler->readLine, line.release());
    if (!setOptions(unpickler.get(), {out[1], out[2], out[3], out[4]})) return nullptr;
    return load(unpickler, {});
}

Owned loads(Object*, Args args) {
    Object* out[5] = {};
    if (!parseArgs("loads", args, "data / | $ fix_imports encoding errors buffers", out)) return nullptr;
    HeldBuffer data;
    Held<UnpicklerObject> unpickler{OwnedOf<UnpicklerObject>(newUnpickler())};
    if (!unpickler || !data.want(out[0]) || !setOptions(unpickler.get(), {out[1], out[2], out[3], out[4]})) return nullptr;
    return load(unpickler, {reinterpret_cast<const char*>(data.data()), data.size()});
}

constexpr MethodDef functions[] = {{"dump", dump, NativeKind::Keywords},
                                   {"dumps", dumps, NativeKind::Keywords},
                                   {"load", loadFunction, NativeKind::Keywords},
                                   {"loads", loads, NativeKind::Keywords},
                                   {}};

}

}

Owned makePickleModule() {
    using namespace pickle;
    Held<> module(newModule("_pickle"));
    if (!module || !addFunctions(module, functions)) return nullptr;
    if (!addTypeToModule(module, bufferType, defineBuffer) || !addTypeToModule(module, picklerType, definePickler) ||
        !addTypeToModule(module, unpicklerType, defineUnpickler))
        return nullptr;
    bufferSource.add(bufferType);
    picklerMemoType = makeModuleType(definePicklerMemo);
    unpicklerMemoType = makeModuleType(defineUnpicklerMemo);
    if (!picklerMemoType || !unpicklerMemoType) return nullptr;
    pickleError = newExceptionClass("_pickle.PickleError", {exc::Exception});
    picklingError = pickleError ? newExceptionClass("_pickle.PicklingError", {pickleError}) : nullptr;
    unpicklingError = picklingError ? newExceptionClass("_pickle.UnpicklingError", {pickleError}) : nullptr;
    if (!unpicklingError) return nullptr;
    for (auto [name, type] : {std::pair{"PickleError", pickleError}, {"PicklingError", picklingError}, {"UnpicklingError", unpicklingError}})
        if (!addToModule(module, name, newRef(type))) return nullptr;
    return module.release();
}

}
