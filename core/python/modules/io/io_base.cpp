// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/io/io_object.h"

#include <cstddef>

#include "core/python/objects/classes/weakref_object.h"
#include "core/python/objects/containers/buffers.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/exceptions/exception_object.h"
#include "core/python/objects/model/cycle_collector.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"

// _IOBase: what every file can do by means of the others' methods.

namespace memtape::io {

Failure raiseUnsupported(std::string_view message) { return raise(unsupportedType, "{}", message); }
Failure raiseClosed() { return raise(exc::ValueError, "I/O operation on closed file."); }

int isClosed(Object* o) {
    Ref<> closed(getAttr(o, words::closed));
    return closed ? isTrue(closed) : -1;
}

bool checkClosed(Object* o) {
    int closed = isClosed(o);
    return closed < 0 ? false : closed ? static_cast<bool>(raiseClosed()) : true;
}

int callBool(Object* o, Object* name) {
    Ref<> answer(callMethod(o, name));
    return answer ? isTrue(answer) : -1;
}

Owned callWithInt(Object* o, Object* name, int64_t argument) {
    Held<> number(newInt(argument));
    return number ? callMethod(o, name, number.get()) : nullptr;
}

namespace {

bool checkAbility(Object* o, Object* name, std::string_view message) {
    Ref<> answer(callMethod(o, name));
    if (!answer) return false;
    return answer == True ? true : static_cast<bool>(raiseUnsupported(message));
}

}

bool checkReadable(Object* o) { return checkAbility(o, words::readable, "File or stream is not readable."); }
bool checkWritable(Object* o) { return checkAbility(o, words::writable, "File or stream is not writable."); }
bool checkSeekable(Object* o) { return checkAbility(o, words::seekable, "File or stream is not seekable."); }

bool sizeOf(Object* value, ssize* size) {
    *size = -1;
    if (isNone(value)) return true;
    if (!value->type->index) return raise(exc::TypeError, "argument should be integer or None, not '{}'", value->type->name);
    *size = indexAsSize(value, exc::OverflowError);
    return *size != -1 || !errorOccurred();
}

bool sizeArgument(Args args, ssize* size, size_t index) {
    *size = -1;
    return args.count <= index || sizeOf(args[index], size);
}

bool offsetOf(Object* value, int64_t* offset) {
    Ref<> number(numberIndex(value));
    return number && intToInt64(number, offset);
}

Owned cannotPickle(Object* o) {
    std::string_view name = o->type->name;
    size_t dot = name.rfind('.');
    return raise(exc::TypeError, "cannot pickle '{}' instances", dot == name.npos || isHeapType(o->type) ? name : name.substr(dot + 1));
}
Owned cannotPickleEx(Object* o, Object*) { return cannotPickle(o); }

Owned getDictAttribute(Object* o) { return instanceDict(o); }

void chainError(Owned earlier) {
    if (!earlier) return;
    if (!errorOccurred()) return restoreError(earlier);
    Ref<> first(earlier), second(takeError());
    if (first.get() != second.get()) {
        BaseExceptionObject* exception = asException(second.get());
        setField<Object>(second.get(), exception->context, first.release());
    }
    restoreError(second.release());
}

bool isInterrupted() {
    if (!errorMatches(exc::InterruptedError)) return false;
    clearError();
    return true;
}

// ---- life

namespace {

BaseObject* asBase(Object* o) { return static_cast<BaseObject*>(o); }

void finalize(Object* o) {
    Held<> before(takeError());
    int closed = isClosed(o);
    if (closed < 0) clearError(); // it never was a file
    if (closed == 0) {
        if (!setAttr(o, words::_finalizing, True)) clearError();
        Ref<> done(callMethod(o, words::close));
        if (!done) writeUnraisable(o);
    }
    if (before) restoreError(before.release());
}

}

bool finalizeFile(Object* o) {
    if (!finalizeFromDealloc(o)) return false;
    if (isTracked(o)) gcUntrack(o);
    return true;
}

void dropBase(Object* o, Object*& dict, Object*& weakrefs) {
    if (weakrefs) clearWeakReferences(o);
    clearField(dict);
    freeObject(o);
}

namespace {

void deallocBase(Object* o) {
    if (!finalizeFile(o)) return;
    Dying dying(o);
    dropBase(o, asBase(o)->dict, asBase(o)->weakrefs);
}

// ---- methods

Owned seekMethod(Object*, Args) { return raiseUnsupported("seek"); }
Owned tellMethod(Object* o) {
    Held<> zero(newInt(0)), one(newInt(1));
    return callMethod(o, words::seek, zero.get(), one.get());
}
Owned truncateMethod(Object*, Args) { return raiseUnsupported("truncate"); }
Owned filenoMethod(Object*) { return raiseUnsupported("fileno"); }

Owned isattyMethod(Object* o) { return checkClosed(o) ? newBool(false) : nullptr; }
Owned noMethod(Object*) { return newBool(false); }

// Whether close() has been called is an attribute of the instance.
int wasClosed(Object* o) {
    bool failed = false;
    Ref<> mark(findAttr(o, words::__IOBase_closed, &failed));
    if (failed) return -1;
    return mark ? isTrue(mark) : 0;
}

Owned flushMethod(Object* o) {
    int closed = wasClosed(o);
    return closed < 0 ? Owned(nullptr) : closed ? Owned(raiseClosed()) : newNone();
}

Owned closeMethod(Object* o) {
    int closed = wasClosed(o);
    if (closed) return closed < 0 ? nullptr : newNone();
    Ref<> flushed(callMethod(o, words::flush));
    Owned error = flushed ? Owned(nullptr) : takeError();
    bool marked = setAttr(o, words::__IOBase_closed, True);
    if (error) return chainError(error), Owned(nullptr);
    return marked ? newNone() : nullptr;
}

Owned getClosed(Object* o) {
    int closed = wasClosed(o);
    return closed < 0 ? nullptr : newBool(closed);
}

Owned checkClosedMethod(Object* o, Args) { return checkClosed(o) ? newNone() : nullptr; }
Owned checkReadableMethod(Object* o, Args) { return checkReadable(o) ? newBool(true) : nullptr; }
Owned checkWritableMethod(Object* o, Args) { return checkWritable(o) ? newBool(true) : nullptr; }
Owned checkSeekableMethod(Object* o, Args) { return checkSeekable(o) ? newBool(true) : nullptr; }

Owned enterMethod(Object* o) { return checkClosed(o) ? newRef(o) : nullptr; }
Owned exitMethod(Object* o, Args) { return callMethod(o, words::close); }

// How many bytes can be read without reading past a line's end; by peek(), where there is one.
ssize bytesToRead(Object* o, Object* peek, ssize limit, bool limited) {
    if (!peek) return 1;
    Held<> ahead;
    do {
        Held<> one(newInt(1));
        ahead = call(peek, one);
    } while (!ahead && isInterrupted());
    if (!ahead) return -1;
    if (!isBytes(ahead)) return raise(exc::OSError, "peek() should have returned a bytes object, not '{}'", ahead->type->name);
    ssize there = bytesLength(ahead), count = 0;
    if (there == 0) return 1;
    const uint8_t* data = bytesData(ahead);
    while (count < there && !(limited && count >= limit))
        if (data[count++] == '\n') break;
    (void)o;
    return count;
}

Owned readlineMethod(Object* o, Args args) {
    ssize limit;
    if (!sizeArgument(args, &limit)) return nullptr;
    bool failed = false;
    Held<> peek(findAttr(o, words::peek, &failed));
    if (failed) return nullptr;
    std::string line;
    while (limit < 0 || static_cast<ssize>(line.size()) < limit) {
        ssize count = bytesToRead(o, peek, limit - static_cast<ssize>(line.size()), limit >= 0);
        if (count < 0) return nullptr;
        Held<> part(callWithInt(o, words::read, count));
        if (!part) {
            if (isInterrupted()) continue;
            return nullptr;
        }
        if (!isBytes(part)) return raise(exc::OSError, "read() should have returned a bytes object, not '{}'", part->type->name);
        if (bytesLength(part) == 0) break;
        line.append(reinterpret_cast<const char*>(bytesData(part)), static_cast<size_t>(bytesLength(part)));
        if (line.back() == '\n') break;
        if (!checkBreaker()) return nullptr;
    }
    return newBytes(line);
}

Owned iterBase(Object* o) { return checkClosed(o) ? newRef(o) : nullptr; }

Owned iterNextBase(Object* o) {
    Ref<> line(callMethod(o, words::readline));
    if (!line) return nullptr;
    ssize length = lengthOf(line);
    return length <= 0 ? nullptr : line.release(); // with or without an exception
}

Owned readlinesMethod(Object* o, Args args) {
    ssize hint, total = 0;
    if (!sizeArgument(args, &hint)) return nullptr;
    Held<ListObject> lines(newList(0));
    Held<> iterator(lines ? getIter(o) : Owned(nullptr));
    if (!iterator) return nullptr;
    for (;;) {
        Held<> line(nextOf(iterator));
        if (!line) return errorOccurred() ? Owned(nullptr) : Owned(lines.release());
        if (!listAppend(lines, line) || !checkBreaker()) return nullptr;
        if (hint <= 0) continue;
        ssize length = lengthOf(line);
        if (length < 0) return nullptr;
        total += length;
        if (total >= hint) return lines.release();
    }
}

Owned writelinesMethod(Object* o, Object* lines) {
    if (!checkClosed(o)) return nullptr;
    Held<> iterator(getIter(lines));
    if (!iterator) return nullptr;
    for (;;) {
        Held<> line(nextOf(iterator));
        if (!line) return errorOccurred() ? Owned(nullptr) : newNone();
        Ref<> written;
        do written = callMethod(o, words::write, line.get());
        while (!written && isInterrupted());
        if (!written || !checkBreaker()) return nullptr;
    }
}

const MethodDef baseMethods[] = {
    {"seek", seekMethod, NativeKind::Keywords},
    {"tell", tellMethod},
    {"truncate", truncateMethod, NativeKind::Keywords},
    {"flush", flushMethod},
    {"close", closeMethod},
    {"seekable", noMethod},
    {"readable", noMethod},
    {"writable", noMethod},
    {"_checkClosed", checkClosedMethod, 0, -1},
    {"_checkSeekable", checkSeekableMethod, 0, -1},
    {"_checkReadable", checkReadableMethod, 0, -1},
    {"_checkWritable", checkWritableMethod, 0, -1},
    {"fileno", filenoMethod},
    {"isatty", isattyMethod},
    {"__enter__", enterMethod},
    {"__exit__", exitMethod, 0, -1},
    {"readline", readlineMethod, 0, 1},
    {"readlines", readlinesMethod, 0, 1},
    {"writelines", writelinesMethod},
    {},
};
const GetSetDef baseGetsets[] = {{"__dict__", getDictAttribute}, {"closed", getClosed}, {}};
const Field baseFields[] = {{"__dict__", offsetof(BaseObject, dict)}, {}};

Owned createBase(Type* type, Args) { return type->alloc(type, 0); }

bool initBase(Object* o, Args args) {
    if (args.count == 0 && args.keywordCount() == 0) return true;
    return raise(exc::TypeError, "{}() takes no arguments", o->type->name);
}

void describeBase(Type* t, const char* name, const char* doc) {
    t->name = name;
    t->doc = doc;
    t->basicSize = sizeof(BaseObject);
    t->flags = HaveGc | BaseType;
    t->dictOffset = offsetof(BaseObject, dict);
    t->weaklistOffset = offsetof(BaseObject, weakrefs);
    t->fields = baseFields;
    t->dealloc = deallocBase;
}

// ---- _RawIOBase

Owned readRawMethod(Object* o, Args args) {
    ssize size = -1;
    if (args.count && !sizeArgument(args[0], &size)) return nullptr;
    if (size < 0) return callMethod(o, words::readall);
    Held<> room(newByteArray(nullptr, 0));
    Held<> length(newInt(size));
    room = length ? call(types::ByteArray, length.get()) : Owned(nullptr);
    if (!room) return nullptr;
    Held<> answer(callMethod(o, words::readinto, room.get()));
    if (!answer || isNone(answer)) return answer.release();
    ssize count = indexAsSize(answer, exc::ValueError);
    if (count == -1 && errorOccurred()) return nullptr;
    const uint8_t* data;
    size_t there;
    if (!wantBuffer(room, &data, &there)) return nullptr;
    if (count < 0) return raise(exc::ValueError, "readinto returned {} outside buffer size {}", count, there);
    return newBytes(data, static_cast<size_t>(count) < there ? static_cast<size_t>(count) : there);
}

Owned readallMethod(Object* o) {
    std::string whole;
    for (bool first = true;; first = false) {
        Held<> part(callWithInt(o, words::read, 8192));
        if (!part) {
            if (isInterrupted()) continue;
            return nullptr;
        }
        if (isNone(part)) {
            if (first) return part.release();
            break;
        }
        if (!isBytes(part)) return raise(exc::TypeError, "read() should return bytes");
        if (bytesLength(part) == 0) break;
        whole.append(reinterpret_cast<const char*>(bytesData(part)), static_cast<size_t>(bytesLength(part)));
        if (!checkBreaker()) return nullptr;
    }
    return newBytes(whole);
}

Owned notImplementedMethod(Object*, Args) {
    Ref<> error(call(exc::NotImplementedError));
    return error ? raiseInstance(error) : Failure();
}

const MethodDef rawMethods[] = {
    {"read", readRawMethod, 0, 1}, {"readall", readallMethod}, {"readinto", notImplementedMethod, 0, -1}, {"write", notImplementedMethod, 0, -1}, {}};

// ---- _BufferedIOBase

Owned readUnsupported(Object*, Args) { return raiseUnsupported("read"); }
Owned read1Unsupported(Object*, Args) { return raiseUnsupported("read1"); }
Owned readlineUnsupported(Object*, Args) { return raiseUnsupported("readline"); }
Owned writeUnsupported(Object*, Args) { return raiseUnsupported("write"); }
Owned detachUnsupported(Object*) { return raiseUnsupported("detach"); }

Owned readInto(Object* o, Object* target, Object* method) {
    WritableBuffer buffer;
    if (!buffer.want(target, "readinto")) return nullptr;
    Held<> data(callWithInt(o, method, static_cast<int64_t>(buffer.size())));
    if (!data) return nullptr;
    if (!isBytes(data)) return raise(exc::TypeError, "read() should return bytes");
    size_t size = static_cast<size_t>(bytesLength(data));
    if (size > buffer.size()) return raise(exc::ValueError, "read() returned too much data: {} bytes requested, {} returned", buffer.size(), size);
    buffer.fill(0, bytesData(data), size);
    return newInt(static_cast<int64_t>(size));
}
Owned readintoMethod(Object* o, Object* target) { return readInto(o, target, words::read); }
Owned readinto1Method(Object* o, Object* target) { return readInto(o, target, words::read1); }

const MethodDef bufferedMethods[] = {
    {"detach", detachUnsupported},
    {"read", readUnsupported, 0, -1},
    {"read1", read1Unsupported, 0, -1},
    {"readinto", readintoMethod},
    {"readinto1", readinto1Method},
    {"write", writeUnsupported, 0, -1},
    {},
};

// ---- _TextIOBase

Owned getNone(Object*) { return newNone(); }
const MethodDef textMethods[] = {{"detach", detachUnsupported},
                                 {"read", readUnsupported, 0, -1},
                                 {"readline", readlineUnsupported, 0, -1},
                                 {"write", writeUnsupported, 0, -1},
                                 {}};
const GetSetDef textGetsets[] = {{"encoding", getNone}, {"newlines", getNone}, {"errors", getNone}, {}};

}

void defineIoBase(Type* t) {
    describeBase(
        t, "_io._IOBase",
        "The abstract base class for all I/O classes.\n\nThis class provides dummy implementations for many methods that\nderived classes can override "
        "selectively; the default implementations\nrepresent a file that cannot be read, written or seeked.");
    t->finalize = finalize;
    t->create = createBase;
    t->init = initBase;
    t->iter = iterBase;
    t->iterNext = iterNextBase;
    t->methods = baseMethods;
    t->getsets = baseGetsets;
}
void defineRawBase(Type* t) {
    describeBase(t, "_io._RawIOBase", "Base class for raw binary I/O.");
    t->base = ioBase;
    t->methods = rawMethods;
}
void defineBufferedBase(Type* t) {
    describeBase(t, "_io._BufferedIOBase", "Base class for buffered IO objects.");
    t->base = ioBase;
    t->methods = bufferedMethods;
}
void defineTextBase(Type* t) {
    describeBase(t, "_io._TextIOBase", "Base class for text I/O.");
    t->base = ioBase;
    t->methods = textMethods;
    t->getsets = textGetsets;
}

}
