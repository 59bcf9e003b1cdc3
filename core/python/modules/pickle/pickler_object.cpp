// SPDX-License-Identifier: GPL-3.0-or-later
// Pickler, and the proxy by which a program sees its memo.
#include <cstddef>

#include "core/python/modules/arguments.h"
#include "core/python/modules/pickle/saver.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/model/cycle_collector.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape::pickle {

Type *picklerType = nullptr, *picklerMemoType = nullptr;

namespace {

struct PicklerMemoObject : Object {
    Object* pickler;
};
PicklerObject* picklerOf(Object* proxy) { return asPickler(static_cast<PicklerMemoObject*>(proxy)->pickler); }

constexpr Field fields[] = {{"persistent_id", offsetof(PicklerObject, persistentId)},
                            {"dispatch_table", offsetof(PicklerObject, dispatchTable)},
                            {"write", offsetof(PicklerObject, write)},
                            {"buffer_callback", offsetof(PicklerObject, bufferCallback)},
                            {}};
Object* at(Object* o, const Field& field) { return *reinterpret_cast<Object**>(reinterpret_cast<char*>(o) + field.offset); }

void cells(Object* o, CellVisitor& visitor) {
    uint32_t index = 0;
    for (const Field* field = fields; field->name; ++field) visitor.visit(CellKind::Field, index++, at(o, *field));
    asPickler(o)->memo.cells(visitor);
}

int traverse(Object* o, Visit visit, void* context) {
    for (const Field* field = fields; field->name; ++field)
        if (Object* held = at(o, *field))
            if (int r = visit(held, context)) return r;
    return asPickler(o)->memo.traverse(visit, context);
}

void clear(Object* o) {
    PicklerObject* p = asPickler(o);
    for (Object** field : {&p->persistentId, &p->dispatchTable, &p->write, &p->bufferCallback}) setField<Object>(p, *field, nullptr);
    p->memo.clear(p);
}

void dealloc(Object* o) {
    gcUntrack(o);
    clear(o);
    freeObject(o);
}

bool wantBegun(PicklerObject* p) {
    return p->protocol >= 0 || raise(picklingError, "Pickler.__init__() was not called by {}.__init__()", p->type->name);
}

Owned create(Type* type, Args) {
    Owned made = type->alloc(type, 0);
    if (made) asPickler(made.pointer)->protocol = -1;
    return made;
}

bool init(Object* o, Args args) {
    PicklerObject* p = asPickler(o);
    Object* out[4] = {};
    if (!parseArgs("Pickler", args, "file | protocol fix_imports buffer_callback", out)) return false;
    if (p->write) clear(p);
    if (!setOptions(p, {out[1], out[2], out[3]})) return false;
    bool failed = false;
    Held<> write(optionalAttr(out[0], "write", &failed));
    if (failed) return false;
    if (!write) return raise(exc::TypeError, "file must have a 'write' attribute");
    setField(p, p->write, write.release());
    Held<> table(optionalAttr(p, "dispatch_table", &failed));
    if (failed) return false;
    setField(p, p->dispatchTable, table.release());
    return true;
}

Owned dump(Object* o, Object* value) {
    PicklerObject* p = asPickler(o);
    if (!wantBegun(p)) return nullptr;
    Saver saver(p);
    return saver.dump(value) && saver.output().flush() ? newNone() : Owned(nullptr);
}

Owned clearMemo(Object* o) {
    asPickler(o)->memo.clear(o);
    return newNone();
}
Owned sizeOfPickler(Object* o) {
    constexpr ssize entryBytes = 16, writeBuffer = 4096;
    const ssize count = asPickler(o)->memo.count();
    ssize room = 8;
    while (2 * room < 3 * count) room *= 2;
    return newInt(static_cast<ssize>(o->type->basicSize) + room * entryBytes + writeBuffer);
}

// ---- the memo as a program sees it: id → (number, object)

Owned memoAsDict(PicklerObject* p) {
    Held<> dict(newDict());
    const bool good = dict && p->memo.each([&](Object* o, ssize number) {
        Held<> key(newIntFromUnsigned(addressOf(o)));
        Held<> index(key ? newInt(number) : Owned(nullptr));
        Held<> value(index ? packTuple(index.get(), o) : Owned(nullptr));
        return value && dictSet(dict, key, value);
    });
    return good ? dict.release() : Owned(nullptr);
}
Owned memoClear(Object* o) { return clearMemo(picklerOf(o)); }
Owned memoCopy(Object* o) { return memoAsDict(picklerOf(o)); }
Owned memoReduce(Object* o) {
    Held<> copy(memoCopy(o));
    Held<> arguments(copy ? packTuple(copy.get()) : Owned(nullptr));
    return arguments ? packTuple(static_cast<Object*>(types::Dict), arguments.get()) : Owned(nullptr);
}

Owned getMemo(Object* o) {
    Owned made = picklerMemoType->alloc(picklerMemoType, 0);
    if (made) setField(made.pointer, static_cast<PicklerMemoObject*>(made.pointer)->pickler, newRef(o));
    return made;
}
bool setMemo(Object* o, Object* value) {
    PicklerObject* p = asPickler(o);
    if (!value) return raise(exc::TypeError, "attribute deletion is not supported");
    if (value->type == picklerMemoType) return p->memo.copyFrom(p, picklerOf(value)->memo);
    if (!isDict(value)) return raise(exc::TypeError, "'memo' attribute must be a PicklerMemoProxy object or dict, not {}", value->type->name);
    Object *key, *pair;
    for (ssize position = 0; dictNext(value, &position, &key, &pair);)
        if (!isTuple(pair) || asTuple(pair)->count != 2 || !isInt(asTuple(pair)->items[0]))
            return raise(exc::TypeError, "'memo' values must be 2-item tuples");
    p->memo.clear(p);
    for (ssize position = 0; dictNext(value, &position, &key, &pair);) {
        ssize number;
        if (!sizeArgument(asTuple(pair)->items[0], &number) || !p->memo.addAs(p, asTuple(pair)->items[1], number)) return false;
    }
    return true;
}

// An attribute persistent_id goes before the method of that name.
Owned persistentIdMethod(Object*, Object*) { return newNone(); }
Owned getAttribute(Object* o, Object* name) {
    Object* own = strEqualsText(name, "persistent_id") ? asPickler(o)->persistentId : nullptr;
    return own ? newRef(own) : genericGetAttr(o, name);
}
bool setAttribute(Object* o, Object* name, Object* value) {
    if (!strEqualsText(name, "persistent_id") || (!value && !asPickler(o)->persistentId)) return genericSetAttr(o, name, value);
    setField<Object>(o, asPickler(o)->persistentId, value ? newRef(value) : Owned(nullptr));
    return true;
}

const MethodDef methods[] = {{"dump", dump}, {"persistent_id", persistentIdMethod}, {"clear_memo", clearMemo}, {"__sizeof__", sizeOfPickler}, {}};
const MemberDef members[] = {{"bin", MemberKind::Int32, offsetof(PicklerObject, binary), false},
                             {"fast", MemberKind::Int32, offsetof(PicklerObject, fast), false},
                             {"dispatch_table", MemberKind::ObjectOrError, offsetof(PicklerObject, dispatchTable), false},
                             {}};
const GetSetDef getsets[] = {{"memo", getMemo, setMemo}, {}};
const MethodDef memoMethods[] = {{"clear", memoClear}, {"copy", memoCopy}, {"__reduce__", memoReduce}, {}};
const Field memoFields[] = {{"pickler", offsetof(PicklerMemoObject, pickler)}, {}};

}

PicklerObject* newPickler() { return asPickler(create(picklerType, {}).pointer); }

bool setOptions(PicklerObject* p, const PicklerOptions& options) {
    int protocol = defaultProtocol;
    if (options.protocol && !isNone(options.protocol)) {
        if (!intArgument(options.protocol, &protocol)) return false;
        if (protocol < 0) protocol = highestProtocol;
        else if (protocol > highestProtocol) return raise(exc::ValueError, "pickle protocol must be <= {}", highestProtocol);
    }
    bool fixImports = true;
    if (!boolArgument(options.fixImports, &fixImports)) return false;
    if (options.bufferCallback && !isNone(options.bufferCallback)) {
        if (protocol < 5) return raise(exc::ValueError, "buffer_callback needs protocol >= 5");
        setField(p, p->bufferCallback, newRef(options.bufferCallback));
    }
    p->protocol = protocol;
    p->binary = protocol > 0;
    p->fixImports = fixImports && protocol < 3;
    p->fast = 0;
    return true;
}

void definePickler(Type* t) {
    t->name = "_pickle.Pickler";
    t->doc = "Writes objects as pickles to a file.";
    t->basicSize = sizeof(PicklerObject);
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
    t->members = members;
    t->getsets = getsets;
}

void definePicklerMemo(Type* t) {
    t->name = "_pickle.PicklerMemoProxy";
    t->basicSize = sizeof(PicklerMemoObject);
    t->flags = HaveGc | DisallowInstantiation;
    t->fields = memoFields;
    t->methods = memoMethods;
}

}
