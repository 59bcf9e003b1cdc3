// SPDX-License-Identifier: GPL-3.0-or-later
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "core/host/handles.h"
#include "core/python/modules/io/buffered_object.h"
#include "core/python/modules/os/os_error.h"
#include "core/python/objects/exceptions/exception_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/threads/scheduler.h"

// What a buffered file asks of its raw file. A FileIO is used directly, without the views and numbers that a call would need.

namespace memtape::io {

Busy::Busy(BufferedObject* b) : m_object(nullptr) {
    if (b->busy && b->user == &currentThread()) {
        raise(exc::RuntimeError, "reentrant call inside {!r}", static_cast<Object*>(b));
        return;
    }
    uint64_t turn = b->busy ? newTurn() : 0;
    while (b->busy)
        if (waitFor(b, WaitKind::Lock, noTimeout, turn) == Wake::Broken) return;
    m_object = b;
    b->busy = true;
    b->user = &currentThread();
}

void Busy::leave() {
    m_object->busy = false;
    if (anyWaitsFor(m_object)) wakeFirst(m_object);
}

bool wantInitialized(BufferedObject* b) {
    if (b->initialized && b->raw) return true;
    return raise(exc::ValueError, b->detached ? "raw stream has been detached" : "I/O operation on uninitialized object");
}

int rawClosed(BufferedObject* b) {
    if (!b->buffer) return 1;
    RawFile file;
    if (b->raw->type == fileIO) return !asRawFile(b->raw, file);
    return isClosed(b->raw);
}

bool wantNotClosed(BufferedObject* b, std::string_view message) {
    int closed = rawClosed(b);
    if (closed < 0) return false;
    return !closed || readAhead(b) > 0 || raise(exc::ValueError, "{}", message);
}

Failure raiseBlocking(ssize written) {
    Held<> number(newInt(EAGAIN)), text(newStr("write could not complete without blocking")), count(newInt(written));
    Ref<> error(call(exc::BlockingIOError, number, text, count));
    return error ? raiseInstance(error) : Failure();
}

bool bufferSizeArgument(Object* value, ssize* size) {
    *size = 8192;
    if (!value) return true;
    return sizeArgument(value, size);
}

ssize readFromRaw(BufferedObject* b, char* to, ssize size) {
    RawFile file;
    ssize got;
    if (asRawFile(b->raw, file) && file.reads) {
        got = readRaw(file, to, static_cast<size_t>(size));
    } else {
        Held<> length(newInt(size));
        Held<> room(length ? call(types::ByteArray, length.get()) : Owned(nullptr));
        Held<> view(room ? call(types::MemoryView, room.get()) : Owned(nullptr));
        if (!view) return -1;
        Held<> answer;
        do answer = callMethod(b->raw, words::readinto, view.get());
        while (!answer && isInterrupted());
        if (!answer) return -1;
        if (isNone(answer)) return -2;
        got = indexAsSize(answer, exc::ValueError);
        if (got == -1 && errorOccurred()) {
            Ref<> cause(takeError());
            raise(exc::OSError, "raw readinto() failed");
            if (interpreter.pending) memtape::setCause(interpreter.pending, cause);
            return -1;
        }
        if (got < 0 || got > size)
            return raise(exc::OSError, "raw readinto() returned invalid length {} (should have been between 0 and {})", got, size);
        const uint8_t* data;
        size_t there;
        if (!wantBuffer(room, &data, &there)) return -1;
        std::memcpy(to, data, static_cast<size_t>(got));
    }
    if (got > 0 && b->rawPosition != -1) b->rawPosition += got;
    return got;
}

ssize writeToRaw(BufferedObject* b, const char* from, ssize size) {
    RawFile file;
    ssize put;
    if (asRawFile(b->raw, file) && file.writes) {
        put = writeRaw(file, from, static_cast<size_t>(size));
    } else {
        Held<> bytes(newBytes(reinterpret_cast<const uint8_t*>(from), static_cast<size_t>(size)));
        Held<> view(bytes ? call(types::MemoryView, bytes.get()) : Owned(nullptr));
        if (!view) return -1;
        Held<> answer;
        do answer = callMethod(b->raw, words::write, view.get());
        while (!answer && isInterrupted());
        if (!answer) return -1;
        if (isNone(answer)) return -2;
        put = indexAsSize(answer, exc::ValueError);
        clearError(); // what is no number counts as −1
        if (put < 0 || put > size)
            return raise(exc::OSError, "raw write() returned invalid length {} (should have been between 0 and {})", put, size);
    }
    if (put > 0 && b->rawPosition != -1) b->rawPosition += put;
    return put;
}

namespace {

int64_t positionOf(Owned answer) {
    Held<> number(answer);
    int64_t position;
    if (!number) return -1;
    if (!offsetOf(number, &position)) {
        if (!errorMatches(exc::OverflowError)) return -1;
        clearError();
        return raise(exc::ValueError, "cannot fit '{}' into an offset-sized integer", number->type->name), -1;
    }
    if (position < 0) return raise(exc::OSError, "Raw stream returned invalid position {}", position), -1;
    return position;
}

}

int64_t tellRaw(BufferedObject* b) {
    RawFile file;
    int64_t position;
    if (asRawFile(b->raw, file)) {
        int failed = hostSeek(file.handle, 0, SEEK_CUR, position);
        if (failed) raiseOsError(failed), position = -1;
    } else {
        position = positionOf(callMethod(b->raw, words::tell));
    }
    b->rawPosition = position;
    return position;
}

int64_t seekRaw(BufferedObject* b, int64_t offset, int whence) {
    RawFile file;
    int64_t position;
    if (asRawFile(b->raw, file)) {
        int failed = hostSeek(file.handle, offset, whence, position);
        if (failed) raiseOsError(failed), position = -1;
    } else {
        Held<> to(newInt(offset)), from(newInt(whence));
        position = to && from ? positionOf(callMethod(b->raw, words::seek, to.get(), from.get())) : -1;
    }
    b->rawPosition = position;
    return position;
}

ssize fillBuffer(BufferedObject* b) {
    if (b->position == b->readEnd) forgetReadAhead(b);
    ssize got = readFromRaw(b, b->buffer + b->readEnd, b->size - b->readEnd);
    if (got > 0) b->readEnd += got;
    return got;
}

void forgetReadAhead(BufferedObject* b) { b->position = b->readEnd = 0; }

bool flushPending(BufferedObject* b) {
    ssize done = 0;
    bool ok = true;
    while (ok && done < b->pending) {
        ssize put = writeToRaw(b, b->buffer + done, b->pending - done);
        if (put == -2) raiseBlocking(0);
        ok = put >= 0 && !wasBroken() && checkBreaker();
        if (put > 0) done += put;
    }
    if (done > 0) std::memmove(b->buffer, b->buffer + done, static_cast<size_t>(b->pending - done));
    b->pending -= done;
    return ok;
}

bool rewindReadAhead(BufferedObject* b) {
    ssize ahead = readAhead(b);
    if (ahead > 0 && seekRaw(b, -ahead, SEEK_CUR) < 0) return false;
    forgetReadAhead(b);
    return true;
}

bool flushAndRewind(BufferedObject* b) {
    if (!flushPending(b)) return false;
    return !b->reads || rewindReadAhead(b);
}

bool initBuffered(BufferedObject* b, Object* raw, ssize size) {
    b->initialized = b->detached = false;
    setField<Object>(b, b->raw, newRef(raw));
    if (size <= 0) return raise(exc::ValueError, "buffer size must be strictly positive");
    if (b->buffer) releaseBlock(b->buffer);
    b->buffer = static_cast<char*>(allocateBlock(static_cast<size_t>(size)));
    b->size = b->buffer ? size : 0;
    b->position = b->readEnd = b->pending = 0;
    recordResize(b);
    if (!b->buffer) return false;
    b->initialized = true;
    if (tellRaw(b) == -1) clearError();
    return true;
}

}
