// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>

#include "core/python/modules/io/buffered_object.h"
#include "core/python/objects/protocol/protocol.h"

// BufferedRWPair: a reader and a writer over two raw files, together.

namespace memtape::io {

namespace {

struct PairObject : Object {
    Object *reader, *writer, *dict, *weakrefs;
};
static_assert(sizeof(PairObject) == 48);

PairObject* asPair(Object* o) { return static_cast<PairObject*>(o); }

bool init(Object* o, Args args) {
    Object* out[3] = {nullptr, nullptr, nullptr};
    ssize size;
    if (!checkNoKeywords("BufferedRWPair", args) || !checkArgCount("BufferedRWPair", args.count, 2, 3)) return false;
    for (size_t i = 0; i < args.count; ++i) out[i] = args[i];
    if (!bufferSizeArgument(out[2], &size)) return false;
    if (!checkReadable(out[0]) || !checkWritable(out[1])) return false;
    Held<> reader(newBuffered(bufferedReader, out[0], size));
    Held<> writer(reader ? newBuffered(bufferedWriter, out[1], size) : Owned(nullptr));
    if (!writer) return false;
    setField<Object>(o, asPair(o)->reader, reader.release());
    setField<Object>(o, asPair(o)->writer, writer.release());
    return true;
}

Owned create(Type* type, Args) { return type->alloc(type, 0); }

void dealloc(Object* o) {
    if (!finalizeFile(o)) return;
    Dying dying(o);
    clearField(asPair(o)->reader);
    clearField(asPair(o)->writer);
    dropBase(o, asPair(o)->dict, asPair(o)->weakrefs);
}

// A method of one of the two, with the same arguments.
Owned forward(Object* half, Object* name, Args args) {
    if (!half) return raise(exc::ValueError, "I/O operation on uninitialized object");
    Held<> method(getAttr(half, name));
    return method ? call(method, args) : nullptr;
}

Owned readMethod(Object* o, Args args) { return forward(asPair(o)->reader, words::read, args); }
Owned peekMethod(Object* o, Args args) { return forward(asPair(o)->reader, words::peek, args); }
Owned read1Method(Object* o, Args args) { return forward(asPair(o)->reader, words::read1, args); }
Owned readintoMethod(Object* o, Args args) { return forward(asPair(o)->reader, words::readinto, args); }
Owned readinto1Method(Object* o, Args args) { return forward(asPair(o)->reader, words::readinto1, args); }
Owned readableMethod(Object* o) { return forward(asPair(o)->reader, words::readable, {}); }
Owned writeMethod(Object* o, Args args) { return forward(asPair(o)->writer, words::write, args); }
Owned flushMethod(Object* o) { return forward(asPair(o)->writer, words::flush, {}); }
Owned writableMethod(Object* o) { return forward(asPair(o)->writer, words::writable, {}); }

Owned closeMethod(Object* o) {
    Ref<> first(forward(asPair(o)->writer, words::close, {}));
    Held<> error(takeError());
    Held<> second(forward(asPair(o)->reader, words::close, {}));
    if (!error) return second.release();
    chainError(error.release());
    return nullptr;
}

Owned isattyMethod(Object* o) {
    Held<> answer(forward(asPair(o)->writer, words::isatty, {}));
    return !answer || answer == True ? answer.release() : forward(asPair(o)->reader, words::isatty, {});
}

Owned getClosed(Object* o) {
    if (!asPair(o)->writer) return raise(exc::RuntimeError, "the BufferedRWPair object is being garbage-collected");
    return getAttr(asPair(o)->writer, words::closed);
}

const MethodDef methods[] = {
    {"read", readMethod, 0, -1},           {"peek", peekMethod, 0, -1},   {"read1", read1Method, 0, -1}, {"readinto", readintoMethod, 0, -1},
    {"readinto1", readinto1Method, 0, -1}, {"write", writeMethod, 0, -1}, {"flush", flushMethod},        {"readable", readableMethod},
    {"writable", writableMethod},          {"close", closeMethod},        {"isatty", isattyMethod},      {},
};
const GetSetDef getsets[] = {{"closed", getClosed}, {}};
const Field fields[] = {
    {"reader", offsetof(PairObject, reader)}, {"writer", offsetof(PairObject, writer)}, {"__dict__", offsetof(PairObject, dict)}, {}};

}

void defineBufferedPair(Type* t) {
    t->name = "_io.BufferedRWPair";
    t->doc = "A reader and a writer over two raw streams, as one object.";
    t->basicSize = sizeof(PairObject);
    t->flags = HaveGc | BaseType;
    t->base = bufferedBase;
    t->dictOffset = offsetof(PairObject, dict);
    t->weaklistOffset = offsetof(PairObject, weakrefs);
    t->fields = fields;
    t->dealloc = dealloc;
    t->create = create;
    t->init = init;
    t->methods = methods;
    t->getsets = getsets;
}

}
