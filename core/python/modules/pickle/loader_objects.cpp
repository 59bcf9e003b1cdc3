// SPDX-License-Identifier: GPL-3.0-or-later
// Classes and functions by their names, instances, and their states.
#include "core/python/modules/pickle/loader.h"
#include "core/python/modules/pickle/pickle_opcodes.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/codecs.h"
#include "core/python/objects/text/str_object.h"

namespace memtape::pickle {

namespace {

Owned textOf(std::string_view line, const char* encoding) {
    return decodeBytes(reinterpret_cast<const uint8_t*>(line.data()), line.size() - 1, encoding, "strict", nullptr);
}

}

bool Loader::loadObject(char code, bool* isOne) {
    *isOne = true;
    UnpicklerObject* u = m_unpickler;
    switch (code) {
    case opcode::Global:
    case opcode::StackGlobal: return pushGlobal();
    case opcode::Ext1: return pushExtension(1);
    case opcode::Ext2: return pushExtension(2);
    case opcode::Ext4: return pushExtension(4);
    case opcode::PersId: {
        std::string_view line;
        if (!m_persistentLoad) return pushPersistent(nullptr);
        if (!readLine(&line, 1)) return false;
        Owned id = textOf(line, "ascii");
        if (id) return pushPersistent(id);
        if (!errorMatches(exc::UnicodeDecodeError)) return false;
        clearError();
        return raise(unpicklingError, "persistent IDs in protocol 0 must be ASCII strings");
    }
    case opcode::BinPersId: return pushPersistent(m_persistentLoad ? pop() : Owned(nullptr));
    case opcode::Reduce: {
        Held<> arguments(pop());
        Held<> callable(arguments ? pop() : Owned(nullptr));
        if (!callable) return false;
        if (!isTuple(arguments)) return raise(exc::TypeError, "argument list must be a tuple");
        return push(callWithTuple(callable, arguments, nullptr));
    }
    case opcode::Obj: {
        ssize mark;
        if (!takeMark(&mark)) return false;
        if (u->count - mark < 1) return underflow();
        Held<> arguments(popTuple(mark + 1));
        Held<> cls(arguments ? pop() : Owned(nullptr));
        return cls && makeInstance(cls, arguments);
    }
    case opcode::Inst: {
        ssize mark;
        std::string_view line;
        if (!takeMark(&mark) || !readLine(&line)) return false;
        Held<> module(textOf(line, "ascii"));
        if (!module || !readLine(&line)) return false;
        Held<> name(textOf(line, "ascii"));
        Held<> cls(name ? classNamed(module, name) : Owned(nullptr));
        Held<> arguments(cls ? popTuple(mark) : Owned(nullptr));
        return arguments && makeInstance(cls, arguments);
    }
    case opcode::NewObj: return makeNew(false);
    case opcode::NewObjEx: return makeNew(true);
    case opcode::Build: return build();
    default: return *isOne = false;
    }
}

// A subclass may have its own find_class().
Owned Loader::classNamed(Object* module, Object* name) {
    if (m_unpickler->type == unpicklerType) return findClass(m_unpickler, module, name);
    Held<> method(getAttr(m_unpickler, "find_class"));
    return method ? call(method, module, name) : Owned(nullptr);
}

bool Loader::pushGlobal() {
    Held<> module, name;
    std::string_view line;
    if (m_code == opcode::StackGlobal) {
        name = pop();
        if (!name) return false;
        module = pop();
        if (!module) return false;
        if (!isExactStr(module) || !isExactStr(name)) return raise(unpicklingError, "STACK_GLOBAL requires str");
    } else {
        if (!readLine(&line)) return false;
        module = textOf(line, "utf-8");
        if (!module || !readLine(&line)) return false;
        name = textOf(line, "utf-8");
        if (!name) return false;
    }
    return push(classNamed(module, name));
}

bool Loader::pushExtension(int bytes) {
    uint64_t code;
    if (!readNumber(bytes, &code)) return false;
    if (static_cast<int32_t>(code) <= 0) return raise(unpicklingError, "EXT specifies code <= 0");
    Held<> key(newInt(static_cast<int64_t>(code)));
    Held<> cache(key ? attributeOf("copyreg", "_extension_cache") : Owned(nullptr));
    if (!cache) return false;
    if (Object* known = dictFind(cache, key)) return push(newRef(known));
    Held<> registry(errorOccurred() ? Owned(nullptr) : attributeOf("copyreg", "_inverted_registry"));
    if (!registry) return false;
    Object* pair = dictFind(registry, key);
    if (!pair) return errorOccurred() ? false : static_cast<bool>(raise(exc::ValueError, "unregistered extension code {}", code));
    const bool isPair = isTuple(pair) && asTuple(pair)->count == 2 && isStr(asTuple(pair)->items[0]) && isStr(asTuple(pair)->items[1]);
    if (!isPair) return raise(exc::ValueError, "_inverted_registry[{}] isn't a 2-tuple of strings", code);
    Held<> heldPair(newRef(pair));
    Held<> found(classNamed(asTuple(pair)->items[0], asTuple(pair)->items[1]));
    return found && dictSet(cache, key, found) && push(found.release());
}

Failure raiseNoPersistentLoad() {
    return raise(unpicklingError, "A load persistent id instruction was encountered, but no persistent_load function was specified.");
}

bool Loader::pushPersistent(Owned id) {
    Held<> held(id);
    if (!m_persistentLoad) return raiseNoPersistentLoad();
    return held && push(call(m_persistentLoad, held));
}

// INST and OBJ: of old classes, which __getinitargs__ had called.
bool Loader::makeInstance(Object* cls, Object* arguments) {
    if (!asTuple(arguments)->count && isType(cls)) {
        bool failed = false;
        Held<> initial(optionalAttr(cls, "__getinitargs__", &failed));
        if (failed) return false;
        if (!initial) {
            Held<> maker(getAttr(cls, "__new__"));
            return maker && push(call(maker, cls));
        }
    }
    return push(callWithTuple(cls, arguments, nullptr));
}

bool Loader::makeNew(bool withKeywords) {
    const char* name = withKeywords ? "NEWOBJ_EX" : "NEWOBJ";
    Held<> keywords(withKeywords ? pop() : newDict());
    if (!keywords) return false;
    Held<> arguments(pop());
    Held<> cls(arguments ? pop() : Owned(nullptr));
    if (!cls) return false;
    if (!isType(cls)) return raise(unpicklingError, "{} class argument must be a type, not {}", name, cls->type->name);
    Type* type = static_cast<Type*>(cls.get());
    if (!type->create) return raise(unpicklingError, "{} class argument '{}' doesn't have __new__", name, type->name);
    if (!isTuple(arguments)) return raise(unpicklingError, "{} args argument must be a tuple, not {}", name, arguments->type->name);
    if (!isDict(keywords)) return raise(unpicklingError, "{} kwargs argument must be a dict, not {}", name, keywords->type->name);
    Held<> maker(getAttr(cls, "__new__"));
    Held<> first(maker ? packTuple(cls.get()) : Owned(nullptr));
    Held<> all(first ? numberAdd(first, arguments) : Owned(nullptr));
    return all && push(callWithTuple(maker, all, keywords));
}

bool Loader::build() {
    UnpicklerObject* u = m_unpickler;
    if (u->count - 2 < m_fence) return underflow();
    Held<> state(pop()), instance(newRef(top()));
    bool failed = false;
    Held<> setter(optionalAttr(instance, "__setstate__", &failed));
    if (failed) return false;
    if (setter) {
        Held<> done(call(setter, state));
        return bool(done);
    }
    Held<> slots;
    if (isTuple(state) && asTuple(state)->count == 2) {
        Held<> both(state.release());
        state = newRef(asTuple(both)->items[0]);
        slots = newRef(asTuple(both)->items[1]);
    }
    Object *key, *value;
    if (!isNone(state)) {
        if (!isDict(state)) return raise(unpicklingError, "state is not a dictionary");
        Held<> dict(getAttr(instance, "__dict__"));
        for (ssize position = 0; dict && dictNext(state, &position, &key, &value);) {
            Object* name = newRef(key).pointer;
            if (isExactStr(name)) internInPlace(name);
            Held<> heldName{Owned(name)}, heldValue(newRef(value));
            if (!setItem(dict, heldName, heldValue)) return false;
        }
        if (!dict) return false;
    }
    if (!slots || isNone(slots)) return true;
    if (!isDict(slots)) return raise(unpicklingError, "slot state is not a dictionary");
    for (ssize position = 0; dictNext(slots, &position, &key, &value);) {
        Held<> heldKey(newRef(key)), heldValue(newRef(value));
        if (!setAttr(instance, heldKey, heldValue)) return false;
    }
    return true;
}

}
