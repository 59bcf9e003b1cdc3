// SPDX-License-Identifier: GPL-3.0-or-later
// Unpickler, and the proxy by which a program sees its memo.
#include <cstddef>
#include <cstring>
#include <utility>

#include "core/python/modules/arguments.h"
#include "core/python/modules/pickle/loader.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/model/cycle_collector.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape::pickle {

Type *unpicklerType = nullptr, *unpicklerMemoType = nullptr;

namespace {

struct UnpicklerMemoObject : Object {
    Object* unpickler;
};
UnpicklerObject* unpicklerOf(Object* proxy) { return asUnpickler(static_cast<UnpicklerMemoObject*>(proxy)->unpickler); }

constexpr Field fields[] = {{"persistent_load", offsetof(UnpicklerObject, persistentLoad)},
                            {"read", offsetof(UnpicklerObject, read)},
                            {"readline", offsetof(UnpicklerObject, readLine)},
                            {"buffers", offsetof(UnpicklerObject, buffers)},
                            {"encoding", offsetof(UnpicklerObject, encoding)},
                            {"errors", offsetof(UnpicklerObject, errors)},
                            {}};
Object*& at(Object* o, const Field& field) { return *reinterpret_cast<Object**>(reinterpret_cast<char*>(o) + field.offset); }

// The stack are Items, the memo Values.
void cells(Object* o, CellVisitor& visitor) {
    UnpicklerObject* u = asUnpickler(o);
    uint32_t index = 0;
    for (const Field* field = fields; field->name; ++field) visitor.visit(CellKind::Field, index++, at(o, *field));
    visitItems(visitor, u->stack, u->count);
    for (ssize i = 0; i < u->memoRoom; ++i)
        if (u->memo[i]) visitor.visit(CellKind::Value, static_cast<uint32_t>(i), u->memo[i]);
}

int traverse(Object* o, Visit visit, void* context) {
    UnpicklerObject* u = asUnpickler(o);
    for (const Field* field = fields; field->name; ++field)
        if (Object* held = at(o, *field))
            if (int r = visit(held, context)) return r;
    for (ssize i = 0; i < u->count; ++i)
        if (int r = visit(u->stack[i], context)) return r;
    for (ssize i = 0; i < u->memoRoom; ++i)
        if (u->memo[i])
            if (int r = visit(u->memo[i], context)) return r;
    return 0;
}

void dropMemo(UnpicklerObject* u) {
    Object** memo = std::exchange(u->memo, nullptr);
    const ssize room = std::exchange(u->memoRoom, 0);
    u->memoCount = 0;
    if (!memo) return;
    recordTruncate(u, CellKind::Value, 0);
    for (ssize i = 0; i < room; ++i) xdecref(memo[i]);
    releaseBlock(memo);
}

void clear(Object* o) {
    UnpicklerObject* u = asUnpickler(o);
    for (const Field* field = fields; field->name; ++field) setField<Object>(o, at(o, *field), nullptr);
    Object** stack = std::exchange(u->stack, nullptr);
    const ssize count = std::exchange(u->count, 0);
    u->room = 0;
    if (stack) {
        recordTruncate(u, CellKind::Item, 0);
        for (ssize i = 0; i < count; ++i) decref(stack[i]);
        releaseBlock(stack);
    }
    dropMemo(u);
}

void dealloc(Object* o) {
    gcUntrack(o);
    clear(o);
    freeObject(o);
}

Owned create(Type* type, Args) { return type->alloc(type, 0); }

bool init(Object* o, Args args) {
    UnpicklerObject* u = asUnpickler(o);
    Object* out[5] = {};
    if (!parseArgs("Unpickler", args, "file | $ fix_imports encoding errors buffers", out)) return false;
    if (u->read) clear(u);
    bool failed = false;
    Held<> read(optionalAttr(out[0], "read", &failed));
    if (failed) return false;
    Held<> line(optionalAttr(out[0], "readline", &failed));
    if (failed) return false;
    if (!read || !line) return raise(exc::TypeError, "file must have 'read' and 'readline' attributes");
    setField(u, u->read, read.release());
    setField(u, u->readLine, line.release());
    return setOptions(u, {out[1], out[2], out[3], out[4]});
}

Owned loadMethod(Object* o) {
    UnpicklerObject* u = asUnpickler(o);
    if (!u->read) return raise(unpicklingError, "Unpickler.__init__() was not called by {}.__init__()", u->type->name);
    return load(u, {});
}

Owned findClassMethod(Object* o, Args args) { return findClass(asUnpickler(o), args[0], args[1]); }

// ---- the memo as a program sees it: number → object

Owned memoCopy(Object* proxy) {
    UnpicklerObject* u = unpicklerOf(proxy);
    Held<> dict(newDict());
    for (ssize i = 0; dict && i < u->memoRoom; ++i) {
        if (!u->memo[i]) continue;
        Held<> key(newInt(i));
        if (!key || !dictSet(dict, key, u->memo[i])) return nullptr;
    }
    return dict.release();
}
Owned memoClear(Object* proxy) {
    dropMemo(unpicklerOf(proxy));
    return newNone();
}
Owned memoReduce(Object* proxy) {
    Held<> copy(memoCopy(proxy));
    Held<> arguments(copy ? packTuple(copy.get()) : Owned(nullptr));
    return arguments ? packTuple(static_cast<Object*>(types::Dict), arguments.get()) : Owned(nullptr);
}

Owned getMemo(Object* o) {
    Owned made = unpicklerMemoType->alloc(unpicklerMemoType, 0);
    if (made) setField(made.pointer, static_cast<UnpicklerMemoObject*>(made.pointer)->unpickler, newRef(o));
    return made;
}
bool setMemo(Object* o, Object* value) {
    if (!value) return raise(exc::TypeError, "attribute deletion is not supported");
    Held<> dict(newRef(value));
    if (value->type == unpicklerMemoType) dict = memoCopy(value);
    if (!dict) return false;
    if (!isDict(dict)) return raise(exc::TypeError, "'memo' attribute must be an UnpicklerMemoProxy object or dict, not {}", value->type->name);
    dropMemo(asUnpickler(o));
    Object *key, *each;
    for (ssize position = 0; dictNext(dict, &position, &key, &each);) {
        if (!isInt(key)) return raise(exc::TypeError, "memo key must be integers");
        ssize index;
        if (!sizeArgument(key, &index)) return false;
        if (index < 0) return raise(exc::ValueError, "memo key must be positive integers.");
        if (!memoize(asUnpickler(o), index, each)) return false;
    }
    return true;
}

// An attribute persistent_load goes before the method of that name.
Owned persistentLoadMethod(Object*, Object*) { return raiseNoPersistentLoad(); }
Owned getAttribute(Object* o, Object* name) {
    Object* own = strEqualsText(name, "persistent_load") ? asUnpickler(o)->persistentLoad : nullptr;
    return own ? newRef(own) : genericGetAttr(o, name);
}
bool setAttribute(Object* o, Object* name, Object* value) {
    if (!strEqualsText(name, "persistent_load") || (!value && !asUnpickler(o)->persistentLoad)) return genericSetAttr(o, name, value);
    setField<Object>(o, asUnpickler(o)->persistentLoad, value ? newRef(value) : Owned(nullptr));
    return true;
}

const MethodDef methods[] = {{"load", loadMethod}, {"find_class", findClassMethod, 2, 2}, {"persistent_load", persistentLoadMethod}, {}};
const GetSetDef getsets[] = {{"memo", getMemo, setMemo}, {}};
const MethodDef memoMethods[] = {{"clear", memoClear}, {"copy", memoCopy}, {"__reduce__", memoReduce}, {}};
const Field memoFields[] = {{"unpickler", offsetof(UnpicklerMemoObject, unpickler)}, {}};

}

UnpicklerObject* newUnpickler() { return asUnpickler(create(unpicklerType, {}).pointer); }

bool setOptions(UnpicklerObject* u, const UnpicklerOptions& options) {
    u->fixImports = true;
    if (!boolArgument(options.fixImports, &u->fixImports)) return false;
    auto text = [&](Object* given, const char* name, const char* usual, Object*& field) {
        std::string out = usual;
        if (given && !textArgument("Unpickler", name, given, &out)) return false;
        Owned made = newStr(out);
        if (made) setField(u, field, made);
        return bool(made);
    };
    if (!text(options.encoding, "argument 'encoding'", "ASCII", u->encoding) || !text(options.errors, "argument 'errors'", "strict", u->errors))
        return false;
    if (!options.buffers || isNone(options.buffers)) return true;
    Held<> iterator(getIter(options.buffers));
    if (!iterator) return false;
    setField(u, u->buffers, iterator.release());
    return true;
}

bool memoize(UnpicklerObject* u, ssize index, Object* value) {
    if (index >= u->memoRoom) {
        const size_t room = static_cast<size_t>(index) * 2 + 32;
        if (!wantRoom(room * sizeof(Object*))) return false;
        Object** memo = static_cast<Object**>(reallocateBlock(u->memo, room * sizeof(Object*)));
        if (!memo) return false;
        std::memset(static_cast<void*>(memo + u->memoRoom), 0, (room - static_cast<size_t>(u->memoRoom)) * sizeof(Object*));
        u->memo = memo;
        u->memoRoom = static_cast<ssize>(room);
    }
    incref(value);
    Object* old = std::exchange(u->memo[index], value);
    u->memoCount += !old;
    recordCell(u, CellKind::Value, static_cast<uint32_t>(index), value);
    xdecref(old);
    return true;
}

void defineUnpickler(Type* t) {
    t->name = "_pickle.Unpickler";
    t->doc = "Reads pickles from a file and makes objects of them.";
    t->basicSize = sizeof(UnpicklerObject);
    t->flags = HaveGc | BaseType;
    t->fields = fields;
    t->cells = cells;
    t->traverse = traverse;
    t->clear = clear;
    t->dealloc = dealloc;
    t->create = create;
    t->init = init;
    t->getAttr = getAttribute;
    t->setAttr = setAttribute;
    t->methods = methods;
    t->getsets = getsets;
}

void defineUnpicklerMemo(Type* t) {
    t->name = "_pickle.UnpicklerMemoProxy";
    t->basicSize = sizeof(UnpicklerMemoObject);
    t->flags = HaveGc | DisallowInstantiation;
    t->fields = memoFields;
    t->methods = memoMethods;
}

}
