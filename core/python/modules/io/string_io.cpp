// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>

#include "core/python/modules/io/io_object.h"
#include "core/python/modules/io/newlines.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_builder.h"
#include "core/python/objects/text/str_object.h"

// StringIO: characters of four bytes each in one block.

namespace memtape::io {

namespace {

struct StringIoObject : Object {
    uint32_t* data; // a block; null: none yet
    ssize capacity, length, position;
    Object *readNewline, *writtenNewline; // str or null
    NewlineMode mode;
    Newlines newlines;
    bool initialized, closed;
    char unused[59];
    Object *dict, *weakrefs;
    char unusedToo[8];
};
static_assert(sizeof(StringIoObject) == 168 && offsetof(StringIoObject, dict) == 144);

StringIoObject* asStringIo(Object* o) { return static_cast<StringIoObject*>(o); }

bool wantOpen(StringIoObject* s) {
    if (!s->initialized) return raise(exc::ValueError, "I/O operation on uninitialized object");
    return !s->closed || raise(exc::ValueError, "I/O operation on closed file");
}

TextView viewOf(const StringIoObject* s) { return {s->data, s->length, 4}; }

Owned createStringIo(Type* type, Args) { return type->alloc(type, 0); }

void dropData(StringIoObject* s) {
    if (s->data) releaseBlock(s->data);
    s->data = nullptr;
    s->capacity = s->length = s->position = 0;
}

void dealloc(Object* o) {
    StringIoObject* s = asStringIo(o);
    Dying dying(o);
    if (isTracked(o)) gcUntrack(o);
    dropData(s);
    clearField(s->readNewline);
    clearField(s->writtenNewline);
    dropBase(o, s->dict, s->weakrefs);
}

// ---- writing

bool setCapacity(StringIoObject* s, ssize capacity) {
    if (capacity > PTRDIFF_MAX / 8) return raise(exc::OverflowError, "new buffer size too large");
    size_t bytes = static_cast<size_t>(std::max(capacity, ssize{1})) * 4;
    void* data = s->data ? reallocateBlock(s->data, bytes) : allocateBlock(bytes);
    if (!data) return false;
    s->data = static_cast<uint32_t*>(data);
    s->capacity = capacity;
    return true;
}

bool makeRoom(StringIoObject* s, ssize length) { return length <= s->capacity || setCapacity(s, length + (length >> 3) + (length < 9 ? 3 : 6)); }

bool write(StringIoObject* s, Object* text) {
    Held<> decoded(newRef(text));
    if (s->mode.universal) decoded = s->newlines.decode(text, true);
    if (!decoded) return false;
    if (s->mode.written) {
        Held<> line(newStr("\n")), written(newStr(s->mode.written));
        if (!line || !written) return false;
        Held<> replaced(callMethod(decoded, words::replace, line.get(), written.get()));
        if (!replaced) return false;
        decoded = replaced.release();
    }
    TextView view = memtape::viewOf(decoded);
    if (view.length == 0) return true;
    if (view.length > PTRDIFF_MAX - s->position) return raise(exc::OverflowError, "new position too large");
    ssize end = s->position + view.length;
    if (!makeRoom(s, end)) return false;
    for (ssize i = s->length; i < s->position; ++i) s->data[i] = 0;
    for (ssize i = 0; i < view.length; ++i) s->data[s->position + i] = view.at(i);
    s->position = end;
    s->length = std::max(s->length, end);
    return true;
}

Owned writeMethod(Object* o, Object* what) {
    if (!isStr(what)) return raise(exc::TypeError, "string argument expected, got '{}'", what->type->name);
    if (!wantOpen(asStringIo(o))) return nullptr;
    ssize length = asStr(what)->length;
    return length == 0 || write(asStringIo(o), what) ? newInt(length) : nullptr;
}

bool set(Object* o, Object* value, Object* newline) {
    StringIoObject* s = asStringIo(o);
    s->initialized = false;
    if (newline && !isNone(newline) && !isStr(newline)) return raise(exc::TypeError, "newline must be str or None, not {}", newline->type->name);
    Held<> given(newline ? newRef(newline) : newStr("\n"));
    if (!given || !newlineMode(given, s->mode, "illegal newline value: {!r}")) return false;
    if (!isNone(value) && !isStr(value)) return raise(exc::TypeError, "initial_value must be str or None, not {}", value->type->name);
    Held<> initial(newRef(value));
    dropData(s);
    setField<Object>(o, s->readNewline, isNone(given) ? Owned(nullptr) : newRef(given));
    setField<Object>(o, s->writtenNewline, s->mode.written ? newRef(given) : Owned(nullptr));
    s->newlines = Newlines(s->mode.translates);
    s->newlines.reset();
    s->closed = false;
    if (!isNone(initial) && asStr(initial)->length > 0 && !write(s, initial)) return false;
    s->position = 0;
    s->initialized = true;
    return true;
}

bool init(Object* o, Args args) {
    Object* out[2] = {None, nullptr};
    return parseArgs("StringIO", args, "| initial_value newline", out) && set(o, out[0], out[1]);
}

// ---- reading

Owned take(StringIoObject* s, ssize count) {
    const uint32_t* from = s->data + s->position;
    s->position += count;
    return newStrFromCodePoints(from, static_cast<size_t>(count));
}
ssize left(const StringIoObject* s) { return std::max(s->length - s->position, ssize{0}); }
Owned nothing() { return newRef(emptyString); }

Owned readMethod(Object* o, Args args) {
    StringIoObject* s = asStringIo(o);
    ssize count;
    if (!sizeArgument(args, &count) || !wantOpen(s)) return nullptr;
    count = count < 0 ? left(s) : std::min(count, left(s));
    return count ? take(s, count) : nothing();
}

Owned line(StringIoObject* s, ssize limit) {
    if (left(s) == 0 || limit == 0) return nothing();
    ssize stop = limit < 0 ? s->length : s->position + std::min(limit, left(s));
    ssize end = lineEnd(viewOf(s), s->position, stop, s->mode.ends);
    return take(s, (end < 0 ? stop : end) - s->position);
}

Owned readlineMethod(Object* o, Args args) {
    ssize limit;
    return sizeArgument(args, &limit) && wantOpen(asStringIo(o)) ? line(asStringIo(o), limit) : nullptr;
}

Owned iterNextStringIo(Object* o) {
    if (!wantOpen(asStringIo(o))) return nullptr;
    Held<> next(o->type == stringIO ? line(asStringIo(o), -1) : callMethod(o, words::readline));
    if (!next) return nullptr;
    if (!isStr(next)) return raise(exc::OSError, "readline() should have returned a str object, not '{}'", next->type->name);
    return asStr(next)->length ? next.release() : nullptr;
}

Owned getvalueMethod(Object* o) {
    StringIoObject* s = asStringIo(o);
    if (!wantOpen(s)) return nullptr;
    return s->length ? newStrFromCodePoints(s->data, static_cast<size_t>(s->length)) : nothing();
}

// ---- place

Owned tellMethod(Object* o) { return wantOpen(asStringIo(o)) ? newInt(asStringIo(o)->position) : nullptr; }

Owned seekMethod(Object* o, Args args) {
    StringIoObject* s = asStringIo(o);
    ssize whence = 0, offset;
    if (!sizeArgument(args[0], &offset)) return nullptr;
    if (args.count > 1 && !sizeArgument(args[1], &whence)) return nullptr;
    if (!wantOpen(s)) return nullptr;
    if (whence < 0 || whence > 2) return raise(exc::ValueError, "Invalid whence ({}, should be 0, 1 or 2)", whence);
    if (offset < 0 && whence == 0) return raise(exc::ValueError, "Negative seek position {}", offset);
    if (offset != 0 && whence != 0) return raise(exc::OSError, "Can't do nonzero cur-relative seeks");
    s->position = whence == 0 ? offset : whence == 1 ? s->position : s->length;
    return newInt(s->position);
}

Owned truncateMethod(Object* o, Args args) {
    StringIoObject* s = asStringIo(o);
    if (!wantOpen(s)) return nullptr;
    ssize length = s->position;
    if (args.count && !isNone(args[0])) {
        if (!sizeOf(args[0], &length) || !wantOpen(s)) return nullptr;
    }
    if (length < 0) return raise(exc::ValueError, "Negative size value {}", length);
    if (length < s->length) s->length = length;
    return newInt(length);
}

// ---- its end, and what it says of itself

Owned closeMethod(Object* o) {
    StringIoObject* s = asStringIo(o);
    s->closed = true;
    dropData(s);
    setField<Object>(o, s->readNewline, nullptr);
    setField<Object>(o, s->writtenNewline, nullptr);
    return newNone();
}
Owned yesMethod(Object* o) { return wantOpen(asStringIo(o)) ? newBool(true) : nullptr; }
Owned getClosed(Object* o) {
    if (!asStringIo(o)->initialized) return wantOpen(asStringIo(o)) ? newBool(false) : nullptr;
    return newBool(asStringIo(o)->closed);
}
Owned getLineBuffering(Object* o) { return wantOpen(asStringIo(o)) ? newBool(false) : nullptr; }
Owned getNewlines(Object* o) {
    if (!wantOpen(asStringIo(o))) return nullptr;
    return asStringIo(o)->mode.universal ? Newlines::describe(asStringIo(o)->newlines.seen()) : newNone();
}

Owned getstateMethod(Object* o) {
    StringIoObject* s = asStringIo(o);
    Held<> value(getvalueMethod(o));
    Held<> position(newInt(s->position));
    Held<> dict(s->dict ? dictCopy(s->dict) : newNone());
    if (!value || !position || !dict) return nullptr;
    return packTuple(value.get(), s->readNewline ? s->readNewline : None, position.get(), dict.get());
}

Owned setstateMethod(Object* o, Object* state) {
    if (asStringIo(o)->initialized && !wantOpen(asStringIo(o))) return nullptr;
    if (!isTuple(state) || asTuple(state)->count < 4)
        return raise(exc::TypeError, "{}.__setstate__ argument should be 4-tuple, got {}", o->type->name, state->type->name);
    Held<> parts[4] = {newRef(asTuple(state)->items[0]), newRef(asTuple(state)->items[1]), newRef(asTuple(state)->items[2]),
                       newRef(asTuple(state)->items[3])};
    // The text is what it is: nothing of it is translated again.
    if (!isStr(parts[0]) && !isNone(parts[0])) return raise(exc::TypeError, "initial_value must be str or None, not {}", parts[0]->type->name);
    if (!set(o, None, parts[1])) return nullptr;
    if (isStr(parts[0])) {
        StringIoObject* s = asStringIo(o);
        TextView view = memtape::viewOf(parts[0]);
        if (!setCapacity(s, view.length)) return nullptr;
        for (ssize i = 0; i < view.length; ++i) s->data[i] = view.at(i);
        s->length = view.length;
    }
    if (!isInt(parts[2])) return raise(exc::TypeError, "third item of state must be an integer, got {}", parts[2]->type->name);
    ssize position = indexAsSize(parts[2], exc::OverflowError);
    if (position == -1 && errorOccurred()) return nullptr;
    if (position < 0) return raise(exc::ValueError, "position value cannot be negative");
    asStringIo(o)->position = position;
    if (isNone(parts[3])) return newNone();
    if (!isDict(parts[3])) return raise(exc::TypeError, "fourth item of state should be a dict, got a {}", parts[3]->type->name);
    Held<> own(instanceDict(o));
    return own && dictUpdate(own, parts[3]) ? newNone() : nullptr;
}

const MethodDef methods[] = {
    {"close", closeMethod},
    {"getvalue", getvalueMethod},
    {"read", readMethod, 0, 1},
    {"readline", readlineMethod, 0, 1},
    {"tell", tellMethod},
    {"truncate", truncateMethod, 0, 1},
    {"seek", seekMethod, 1, 2},
    {"write", writeMethod},
    {"seekable", yesMethod},
    {"readable", yesMethod},
    {"writable", yesMethod},
    {"__getstate__", getstateMethod},
    {"__setstate__", setstateMethod},
    {},
};
const GetSetDef getsets[] = {{"closed", getClosed}, {"newlines", getNewlines}, {"line_buffering", getLineBuffering}, {}};
const Field fields[] = {{"readnl", offsetof(StringIoObject, readNewline)},
                        {"writenl", offsetof(StringIoObject, writtenNewline)},
                        {"__dict__", offsetof(StringIoObject, dict)},
                        {}};

}

void defineStringIO(Type* t) {
    t->name = "_io.StringIO";
    t->doc = "A text file that lies in memory. It begins with initial_value; newline is as of TextIOWrapper.";
    t->basicSize = sizeof(StringIoObject);
    t->flags = HaveGc | BaseType;
    t->base = textBase;
    t->dictOffset = offsetof(StringIoObject, dict);
    t->weaklistOffset = offsetof(StringIoObject, weakrefs);
    t->fields = fields;
    t->dealloc = dealloc;
    t->create = createStringIo;
    t->init = init;
    t->iterNext = iterNextStringIo;
    t->methods = methods;
    t->getsets = getsets;
}

}
