// SPDX-License-Identifier: GPL-3.0-or-later
// Objects by what __reduce__ says of them, and those that are found again by their names.
#include "core/python/modules/pickle/pickle_opcodes.h"
#include "core/python/modules/pickle/saver.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/codecs.h"
#include "core/python/objects/text/str_object.h"

namespace memtape::pickle {

bool Saver::saveCall(Object* callable, Object* arguments, Object* o) {
    Held<> reduced(packTuple(callable, arguments));
    return reduced && saveReduce(reduced, o);
}

bool Saver::saveReduce(Object* reduced, Object* objectOrNull) {
    TupleObject* parts = asTuple(reduced);
    const ssize count = parts->count;
    if (count < 2 || count > 6) return raise(picklingError, "tuple returned by __reduce__ must contain 2 through 6 elements");
    auto part = [&](ssize i) { return i < count && !isNone(parts->items[i]) ? parts->items[i] : nullptr; };
    Object *callable = parts->items[0], *arguments = parts->items[1], *state = part(2), *items = part(3), *pairs = part(4), *setter = part(5);
    if (!isCallable(callable)) return raise(picklingError, "first item of the tuple returned by __reduce__ must be callable");
    if (!isTuple(arguments)) return raise(picklingError, "second item of the tuple returned by __reduce__ must be a tuple");
    if (items && !items->type->iterNext)
        return raise(picklingError, "fourth element of the tuple returned by __reduce__ must be an iterator, not {}", items->type->name);
    if (pairs && !pairs->type->iterNext)
        return raise(picklingError, "fifth element of the tuple returned by __reduce__ must be an iterator, not {}", pairs->type->name);
    if (setter && !isCallable(setter))
        return raise(picklingError, "sixth element of the tuple returned by __reduce__ must be a function, not {}", setter->type->name);

    bool isNew = false, isNewWithKeywords = false;
    if (protocol() >= 2) {
        bool failed = false;
        Held<> name(optionalAttr(callable, "__name__", &failed));
        if (failed) return false;
        isNew = name && isStr(name) && strEqualsText(name, "__newobj__");
        isNewWithKeywords = name && isStr(name) && strEqualsText(name, "__newobj_ex__");
    }
    if (isNew || isNewWithKeywords) {
        if (!saveNewObject(callable, arguments, objectOrNull, isNewWithKeywords)) return false;
    } else if (!save(callable) || !save(arguments) || !op(opcode::Reduce)) {
        return false;
    }
    if (objectOrNull) {
        // It came to be written by its own arguments.
        if (m_pickler->memo.find(objectOrNull) >= 0) return popAndGet(objectOrNull, 1);
        if (!memoize(objectOrNull)) return false;
    }
    if (items && !saveItems(items)) return false;
    if (pairs && !savePairs(pairs)) return false;
    if (!state) return true;
    if (!setter) return save(state) && op(opcode::Build);
    return save(setter) && save(objectOrNull) && save(state) && op(opcode::Tuple2) && op(opcode::Reduce) && op(opcode::Pop);
}

bool Saver::saveNewObject(Object*, Object* arguments, Object* objectOrNull, bool withKeywords) {
    TupleObject* given = asTuple(arguments);
    if (withKeywords && given->count != 3)
        return raise(picklingError, "length of the NEWOBJ_EX argument tuple must be exactly 3, not {}", given->count);
    if (!given->count) return raise(picklingError, "__newobj__ arglist is empty");
    Object* cls = given->items[0];
    bool failed = false;
    Held<> maker(optionalAttr(cls, "__new__", &failed));
    if (failed) return false;
    if (!withKeywords) {
        if (!maker) return raise(picklingError, "args[0] from __newobj__ args has no __new__");
        if (objectOrNull) {
            Held<> own(optionalAttr(objectOrNull, "__class__", &failed));
            if (failed) return false;
            if (own != cls) return raise(picklingError, "args[0] from __newobj__ args has the wrong class");
        }
        Held<> rest(newTupleOf(given->items + 1, static_cast<size_t>(given->count - 1)));
        return rest && save(cls) && save(rest) && op(opcode::NewObj);
    }
    Object *positional = given->items[1], *keywords = given->items[2];
    if (!maker) return raise(picklingError, "first item from NEWOBJ_EX argument tuple must be a class, not {}", cls->type->name);
    if (!isTuple(positional))
        return raise(picklingError, "second item from NEWOBJ_EX argument tuple must be a tuple, not {}", positional->type->name);
    if (!isDict(keywords)) return raise(picklingError, "third item from NEWOBJ_EX argument tuple must be a dict, not {}", keywords->type->name);
    if (protocol() >= 4) return save(cls) && save(positional) && save(keywords) && op(opcode::NewObjEx);
    // The call with its keywords, as an object that is then called without any.
    Held<> partial(attributeOf("functools", "partial"));
    Held<> head(partial ? packTuple(maker.get(), cls) : Owned(nullptr));
    Held<> all(head ? numberAdd(head, positional) : Owned(nullptr));
    Held<> bound(all ? callWithTuple(partial, all, keywords) : Owned(nullptr));
    return bound && save(bound) && save(emptyTuple) && op(opcode::Reduce);
}

// ---- by name

bool Saver::saveType(Object* o) {
    Object* single = o == None->type ? None : o == Ellipsis->type ? Ellipsis : o == NotImplemented->type ? NotImplemented : nullptr;
    if (!single) return saveGlobal(o, nullptr);
    Held<> arguments(packTuple(single));
    return arguments && saveCall(types::Type, arguments, o);
}

bool Saver::saveExtension(Object* module, Object* name, bool* isOne) {
    *isOne = false;
    Held<> registry(attributeOf("copyreg", "_extension_registry"));
    Held<> key(registry ? packTuple(module, name) : Owned(nullptr));
    if (!key) return false;
    Object* found = isDict(registry) ? dictFind(registry, key) : nullptr;
    if (!found) return !errorOccurred();
    *isOne = true;
    if (!isExactInt(found)) return raise(picklingError, "Can't pickle {!r}: extension code {!r} isn't an integer", key.get(), found);
    int overflow = 0;
    const int64_t code = intValue(found, &overflow);
    if (overflow || code <= 0 || code > INT32_MAX)
        return raise(exc::RuntimeError, "Can't pickle {!r}: extension code {} is out of range", key.get(), found);
    if (code < 0x100) return number(opcode::Ext1, static_cast<uint64_t>(code), 1);
    return code < 0x10000 ? number(opcode::Ext2, static_cast<uint64_t>(code), 2) : number(opcode::Ext4, static_cast<uint64_t>(code), 4);
}

// GLOBAL: two lines of text, before protocol 3 in ASCII and with the names of Python 2.
bool Saver::saveGlobalText(Object* moduleName, Object* globalName) {
    Held<> module(newRef(moduleName)), name(newRef(globalName));
    if (protocol() < 3 && m_pickler->fixImports) {
        Held<> names(attributeOf("_compat_pickle", "REVERSE_NAME_MAPPING"));
        Held<> imports(names ? attributeOf("_compat_pickle", "REVERSE_IMPORT_MAPPING") : Owned(nullptr));
        Held<> key(imports ? packTuple(module.get(), name.get()) : Owned(nullptr));
        if (!key) return false;
        if (Object* pair = dictFind(names, key); pair && isTuple(pair) && asTuple(pair)->count == 2) {
            module = newRef(asTuple(pair)->items[0]);
            name = newRef(asTuple(pair)->items[1]);
        } else if (Object* renamed = errorOccurred() ? nullptr : dictFind(imports, module)) {
            module = newRef(renamed);
        }
        if (errorOccurred()) return false;
    }
    std::string text(1, opcode::Global);
    const char* encoding = protocol() >= 3 ? "utf-8" : "ascii";
    for (Object* part : {module.get(), name.get()}) {
        if (!isStr(part) || !encodeInto(text, part, encoding, "strict")) {
            if (errorOccurred() && !errorMatches(exc::UnicodeEncodeError)) return false;
            clearError();
            return raise(picklingError, "can't pickle global identifier '{}.{}' using pickle protocol {}", module.get(), name.get(), protocol());
        }
        text += '\n';
    }
    return m_output.put(text);
}

// Before protocol 4 a dotted name is getattr(getattr(…, first), second).
bool Saver::savePath(Object* module, Object* path) {
    Held<> getter(attributeOf("builtins", "getattr"));
    if (!getter) return false;
    const ssize count = asList(path)->count;
    for (ssize i = 1; i < count; ++i)
        if (!save(getter) || (protocol() < 2 && !op(opcode::Mark))) return false;
    if (!saveGlobalText(module, asList(path)->items[0])) return false;
    for (ssize i = 1; i < count; ++i)
        if (!save(asList(path)->items[i]) || !op(protocol() < 2 ? opcode::Tuple : opcode::Tuple2) || !op(opcode::Reduce)) return false;
    return true;
}

bool Saver::saveGlobal(Object* o, Object* nameOrNull) {
    bool failed = false;
    Held<> name(nameOrNull ? newRef(nameOrNull) : optionalAttr(o, "__qualname__", &failed));
    if (failed) return false;
    if (!name) name = getAttr(o, "__name__");
    Held<> path(name ? dottedPath(name, nullptr) : Owned(nullptr));
    Held<> module(path ? moduleOf(o, path) : Owned(nullptr));
    if (!module) return false;
    Held<> imported(importNamed(module));
    if (!imported) {
        if (!errorMatches(exc::Exception)) return false;
        clearError();
        return raise(picklingError, "Can't pickle {!r}: import of module {!r} failed", o, module.get());
    }
    Held<> parent;
    Held<> found(deepAttribute(imported, path, parent));
    if (!found) {
        if (errorOccurred() && !errorMatches(exc::Exception)) return false;
        clearError();
        return raise(picklingError, "Can't pickle {!r}: attribute lookup {} on {} failed", o, name.get(), module.get());
    }
    if (found != o) return raise(picklingError, "Can't pickle {!r}: it's not the same object as {}.{}", o, module.get(), name.get());
    if (protocol() >= 2) {
        bool isExtension = false;
        if (!saveExtension(module, name, &isExtension)) return false;
        if (isExtension) return true;
    }
    Held<> last(newRef(asList(path)->items[asList(path)->count - 1]));
    if (parent == imported) name = newRef(last);
    if (protocol() >= 4) {
        if (!save(module) || !save(name) || !op(opcode::StackGlobal)) return false;
    } else if (parent != imported) {
        if (!savePath(module, path)) return false;
    } else if (!saveGlobalText(module, name)) {
        return false;
    }
    return memoize(o);
}

}
