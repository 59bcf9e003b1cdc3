// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstring>

#include "core/python/modules/io/buffered_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"

// Writing through a buffer.

namespace memtape::io {

namespace {

void keep(BufferedObject* b, const char* data, ssize size) {
    std::memcpy(b->buffer + b->pending, data, static_cast<size_t>(size));
    b->pending += size;
}

// The buffer is full and the raw file takes no more: as much as fits is kept.
Owned keepWhatFits(BufferedObject* b, const char* data, ssize size, ssize done) {
    ssize room = std::min(b->size - b->pending, size);
    keep(b, data, room);
    if (room == size) {
        clearError();
        return newInt(done + size);
    }
    clearError();
    return raiseBlocking(done + room);
}

}

Owned writeBytes(BufferedObject* b, const char* data, ssize size) {
    if (b->reads && readAhead(b) > 0 && !rewindReadAhead(b)) return nullptr;
    forgetReadAhead(b);
    if (size <= b->size - b->pending) {
        keep(b, data, size);
        if (b->immediate && !flushPending(b)) return nullptr;
        return newInt(size);
    }
    if (!flushPending(b)) return errorMatches(exc::BlockingIOError) ? keepWhatFits(b, data, size, 0) : Owned(nullptr);
    ssize done = 0;
    while (size - done > b->size) {
        ssize put = writeToRaw(b, data + done, size - done);
        if (put == -1 || wasBroken() || !checkBreaker()) return nullptr;
        if (put == -2) return keepWhatFits(b, data + done, size - done, done);
        done += put;
    }
    keep(b, data + done, size - done);
    if (b->immediate && !flushPending(b)) return nullptr;
    return newInt(size);
}

namespace {

Owned writeMethod(Object* o, Object* what) {
    BufferedObject* b = asBuffered(o);
    HeldBuffer bytes;
    if (!bytes.want(what) || !wantInitialized(b)) return nullptr;
    Busy busy(b);
    if (!busy) return nullptr;
    int closed = rawClosed(b);
    if (closed) return closed < 0 ? Owned(nullptr) : Owned(raise(exc::ValueError, "write to closed file"));
    return writeBytes(b, reinterpret_cast<const char*>(bytes.data()), static_cast<ssize>(bytes.size()));
}

}

const MethodDef writerMethods[] = {{"write", writeMethod}, {}};

}
