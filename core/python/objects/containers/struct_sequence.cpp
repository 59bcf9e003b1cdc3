// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/containers/struct_sequence.h"

#include <cstring>
#include <string>
#include <vector>

#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

constexpr size_t headBytes = sizeof(VarObject);

struct Kind {
    Type* type;
    const StructSequenceDef* definition;
    int fieldCount;
    std::vector<MemberDef>* members; // lives as long as the type
};
std::vector<Kind> kinds;
RuntimeCache kindsCache([] {
    for (Kind& k : kinds) delete k.members;
    kinds.clear();
});

const Kind* kindOf(const Type* type) {
    for (; type; type = type->base)
        for (const Kind& k : kinds)
            if (k.type == type) return &k;
    return nullptr;
}

ssize storedCount(Object* o) {
    const Kind* k = kindOf(o->type);
    return k ? k->fieldCount : asTuple(o)->count;
}

void sequenceDealloc(Object* o) {
    TupleObject* t = asTuple(o);
    gcUntrack(o);
    {
        Dying dying(o);
        for (ssize i = 0, n = storedCount(o); i < n; ++i)
            if (t->items[i]) clearField(t->items[i]);
    }
    freeObject(o);
}

int sequenceTraverse(Object* o, Visit visit, void* context) {
    TupleObject* t = asTuple(o);
    for (ssize i = 0, n = storedCount(o); i < n; ++i)
        if (t->items[i])
            if (int stop = visit(t->items[i], context)) return stop;
    return 0;
}

void sequenceCells(Object* o, CellVisitor& visitor) {
    TupleObject* t = asTuple(o);
    visitItems(visitor, t->items, storedCount(o));
}

Owned sequenceRepr(Object* o) {
    const Kind* k = kindOf(o->type);
    std::string out = std::string(o->type->name) + '(';
    const StructSequenceField* named = k->definition->fields; // items without a name go by the next names that there are, as CPython has it
    for (int i = 0; i < k->definition->visible; ++i, ++named) {
        if (i > 0) out += ", ";
        while (named->name && !*named->name) ++named;
        if (named->name) (out += named->name) += '=';
        if (!appendRepr(out, asTuple(o)->items[i])) return nullptr;
    }
    return newStr(out + ')');
}

// A block for all fields, the visible ones counted.
TupleObject* allocateSequence(const Kind* k, Type* type) {
    size_t bytes = headBytes + static_cast<size_t>(k->fieldCount) * sizeof(Object*);
    TupleObject* t = static_cast<TupleObject*>(allocateGcVarObject(type, bytes, k->definition->visible));
    if (t) std::memset(t->items, 0, bytes - headBytes);
    return t;
}

Owned sequenceCreate(Type* type, Args args) {
    const Kind* k = kindOf(type);
    if (!k || !k->definition->instantiable) return raise(exc::TypeError, "cannot create '{}' instances", type->name);
    Object* given[2] = {nullptr, nullptr};
    if (!parseArgs(type->name, args, "sequence | dict", given)) return nullptr;
    Held<> items(sequenceToTuple(given[0]));
    if (!items) {
        if (errorMatches(exc::TypeError)) {
            clearError();
            return raise(exc::TypeError, "constructor requires a sequence");
        }
        return nullptr;
    }
    if (given[1] && !isDict(given[1])) return raise(exc::TypeError, "{}() takes a dict as second arg, if any", type->name);
    ssize count = asTuple(items.get())->count, least = k->definition->visible, most = k->fieldCount;
    if (count < least)
        return raise(exc::TypeError,
                     least == most ? "{}() takes a {}-sequence ({}-sequence given)" : "{}() takes an at least {}-sequence ({}-sequence given)",
                     type->name, least, count);
    if (count > most)
        return raise(exc::TypeError,
                     least == most ? "{}() takes a {}-sequence ({}-sequence given)" : "{}() takes an at most {}-sequence ({}-sequence given)",
                     type->name, most, count);
    TupleObject* t = allocateSequence(k, type);
    if (!t) return nullptr;
    for (ssize i = 0; i < most; ++i) {
        Object* value = i < count ? asTuple(items.get())->items[i] : nullptr;
        if (!value && given[1]) value = dictFindText(given[1], k->definition->fields[i].name);
        t->items[i] = newRef(value ? value : None).pointer;
    }
    gcTrack(t);
    recordCells(t);
    return Owned(t);
}

Owned sequenceReduce(Object* self) {
    const Kind* k = kindOf(self->type);
    Ref<> items = newTupleOf(asTuple(self)->items, k->definition->visible);
    Ref<DictObject> rest = newDict();
    if (!items || !rest) return nullptr;
    for (int i = k->definition->visible; i < k->fieldCount; ++i)
        if (!dictSetText(rest.get(), k->definition->fields[i].name, asTuple(self)->items[i])) return nullptr;
    Ref<> args = packTuple(items.get(), static_cast<Object*>(rest.get()));
    if (!args) return nullptr;
    return packTuple(static_cast<Object*>(self->type), args.get());
}

Owned sequenceReplace(Object* self, Args args) {
    const Kind* k = kindOf(self->type);
    if (args.count) return raise(exc::TypeError, "__replace__() takes no positional arguments");
    for (int i = 0; i < k->fieldCount; ++i) {
        if (!*k->definition->fields[i].name)
            return raise(exc::TypeError, "__replace__() is not supported for {} because it has unnamed field(s)", self->type->name);
    }
    Held<ListObject> unknown(newList(0));
    TupleObject* t = unknown ? allocateSequence(k, self->type) : nullptr;
    if (!t) return nullptr;
    for (int i = 0; i < k->fieldCount; ++i) t->items[i] = newRef(asTuple(self)->items[i]).pointer;
    gcTrack(t);
    Held<> made{Owned(t)};
    for (size_t n = 0; n < args.keywordCount(); ++n) {
        int i = 0;
        while (i < k->fieldCount && !strEqualsText(args.keywordName(n), k->definition->fields[i].name)) ++i;
        if (i == k->fieldCount) {
            if (!listAppend(unknown, args.keywordName(n))) return nullptr;
            continue;
        }
        Ref<> old = Ref<>::steal(t->items[i]);
        t->items[i] = newRef(args.keywordValue(n)).pointer;
    }
    recordCells(t);
    if (unknown->count) return raise(exc::TypeError, "Got unexpected field name(s): {!r}", unknown.get());
    return made.release();
}

const MethodDef sequenceMethods[] = {{"__reduce__", sequenceReduce}, {"__replace__", sequenceReplace, NativeKind::Keywords}, {}};

const StructSequenceDef* beingDefined = nullptr;

void defineFromDefinition(Type* t) {
    const StructSequenceDef& definition = *beingDefined;
    auto* members = new std::vector<MemberDef>();
    int count = 0;
    for (; definition.fields[count].name; ++count)
        if (*definition.fields[count].name)
            members->push_back(
                {definition.fields[count].name, MemberKind::Object, static_cast<uint32_t>(headBytes + static_cast<size_t>(count) * sizeof(Object*))});
    members->push_back({});
    kinds.push_back({t, &definition, count, members});
    t->name = definition.name;
    t->doc = definition.doc;
    t->basicSize =
        static_cast<ssize>(headBytes + static_cast<size_t>(count - definition.visible) * sizeof(Object*)); // the count is of the visible ones
    t->itemSize = sizeof(Object*);
    t->flags = HaveGc | TupleSubclass;
    t->base = types::Tuple;
    t->dealloc = sequenceDealloc;
    t->traverse = sequenceTraverse;
    t->cells = sequenceCells;
    t->repr = sequenceRepr;
    t->create = sequenceCreate;
    t->members = members->data();
    t->methods = sequenceMethods;
}

bool setNumber(Type* type, const char* name, int value) { return dictSetText(type->dict, name, Ref<>(newInt(value))); }

}

Type* newStructSequenceType(const StructSequenceDef& definition) {
    beingDefined = &definition;
    Type* t = makeModuleType(defineFromDefinition);
    if (!t) return nullptr;
    int count = 0, unnamed = 0;
    for (; definition.fields[count].name; ++count) unnamed += !*definition.fields[count].name;
    if (!setNumber(t, "n_sequence_fields", definition.visible) || !setNumber(t, "n_fields", count) || !setNumber(t, "n_unnamed_fields", unnamed))
        return nullptr;
    int named = 0;
    for (int i = 0; i < definition.visible; ++i) named += *definition.fields[i].name != 0;
    Ref<TupleObject> matchArgs = newTuple(named);
    if (!matchArgs) return nullptr;
    for (int i = 0, next = 0; i < definition.visible; ++i) {
        if (!*definition.fields[i].name) continue;
        Owned name = internStr(definition.fields[i].name);
        if (!name) return nullptr;
        matchArgs->items[next++] = name.pointer;
    }
    recordCells(matchArgs.get());
    if (!dictSet(t->dict, names::dunderMatchArgs, matchArgs)) return nullptr;
    return t;
}

Owned newStructSequence(Type* type, Object** values) {
    const Kind* k = kindOf(type);
    TupleObject* t = allocateSequence(k, type);
    if (!t) {
        for (int i = 0; i < k->fieldCount; ++i) xdecref(values[i]);
        return nullptr;
    }
    std::memcpy(t->items, values, static_cast<size_t>(k->fieldCount) * sizeof(Object*));
    gcTrack(t);
    recordCells(t);
    return Owned(t);
}

// The base of nothing: a name for the kind, which reports and pictures use.
void defineStructSequenceType(Type* t) {
    t->name = "structseq";
    t->basicSize = 24;
    t->itemSize = sizeof(Object*);
    t->flags = DisallowInstantiation;
}

}
