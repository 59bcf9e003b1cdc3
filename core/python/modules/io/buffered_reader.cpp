// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstring>
#include <string>

#include "core/python/modules/io/buffered_object.h"
#include "core/python/objects/containers/buffers.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"

// Reading through a buffer.

namespace memtape::io {

namespace {

Owned bytesOf(const std::string& text) { return newBytes(text); }
Owned takeAhead(BufferedObject* b, ssize size) {
    Owned bytes = newBytes(reinterpret_cast<const uint8_t*>(b->buffer) + b->position, static_cast<size_t>(size));
    b->position += size;
    return bytes;
}

}

Owned readSome(BufferedObject* b, ssize size) {
    if (size <= readAhead(b)) return takeAhead(b, size);
    std::string bytes;
    // Room is made as the bytes come: a program may ask for more than there will ever be.
    auto take = [&] {
        ssize count = std::min(size - static_cast<ssize>(bytes.size()), readAhead(b));
        bytes.append(b->buffer + b->position, static_cast<size_t>(count));
        b->position += count;
    };
    take();
    forgetReadAhead(b);
    while (static_cast<ssize>(bytes.size()) < size) {
        ssize left = size - static_cast<ssize>(bytes.size()), got;
        if (left >= b->size) { // whole buffers, past the buffer
            ssize direct = std::min(left - left % b->size, std::max(b->size, ssize{1} << 20));
            size_t before = bytes.size();
            bytes.resize(before + static_cast<size_t>(direct));
            got = readFromRaw(b, bytes.data() + before, direct);
            bytes.resize(before + static_cast<size_t>(std::max(got, ssize{0})));
        } else {
            got = fillBuffer(b);
            if (got > 0) take();
        }
        if (got == -1 || !checkBreaker()) return nullptr;
        if (got == -2 && bytes.empty()) return newNone();
        if (got <= 0) break;
    }
    return bytesOf(bytes);
}

Owned readOnce(BufferedObject* b, ssize size) {
    if (size < 0) size = b->size;
    if (size == 0) return newBytes(std::string_view());
    if (readAhead(b) > 0) return takeAhead(b, std::min(size, readAhead(b)));
    forgetReadAhead(b);
    std::string bytes(static_cast<size_t>(std::min(size, ssize{1} << 24)), 0);
    ssize got = readFromRaw(b, bytes.data(), static_cast<ssize>(bytes.size()));
    if (got == -1) return nullptr;
    bytes.resize(static_cast<size_t>(std::max(got, ssize{0})));
    return bytesOf(bytes);
}

Owned readRest(BufferedObject* b) {
    std::string bytes(b->buffer + b->position, static_cast<size_t>(readAhead(b)));
    bool hadSome = !bytes.empty();
    forgetReadAhead(b);
    if (b->writes && !flushPending(b)) return nullptr;
    bool failed = false;
    Held<> readall(findAttr(b->raw, words::readall, &failed));
    if (failed) return nullptr;
    if (readall) {
        Held<> rest(call(readall));
        if (!rest) return nullptr;
        b->rawPosition = -1;
        if (!isNone(rest) && !isBytes(rest)) return raise(exc::TypeError, "readall() should return bytes");
        if (!hadSome) return rest.release();
        if (isBytes(rest)) bytes.append(reinterpret_cast<const char*>(bytesData(rest)), static_cast<size_t>(bytesLength(rest)));
        return bytesOf(bytes);
    }
    for (;;) {
        Held<> part(callMethod(b->raw, words::read));
        if (!part) return nullptr;
        if (!isNone(part) && !isBytes(part)) return raise(exc::TypeError, "read() should return bytes");
        if (isNone(part) || bytesLength(part) == 0) return bytes.empty() ? part.release() : bytesOf(bytes);
        bytes.append(reinterpret_cast<const char*>(bytesData(part)), static_cast<size_t>(bytesLength(part)));
        b->rawPosition = -1;
        if (!checkBreaker()) return nullptr;
    }
}

Owned readLine(BufferedObject* b, ssize limit) {
    std::string line;
    for (;;) {
        ssize there = readAhead(b);
        if (limit >= 0) there = std::min(there, limit - static_cast<ssize>(line.size()));
        const char* start = b->buffer + b->position;
        const void* end = there > 0 ? std::memchr(start, '\n', static_cast<size_t>(there)) : nullptr;
        if (end) there = static_cast<const char*>(end) - start + 1;
        if (line.empty() && (end || there == limit)) return takeAhead(b, there);
        line.append(start, static_cast<size_t>(there));
        b->position += there;
        if (end || static_cast<ssize>(line.size()) == limit) break;
        if (b->writes && b->pending && !flushPending(b)) return nullptr;
        ssize got = fillBuffer(b);
        if (got == -1 || !checkBreaker()) return nullptr;
        if (got <= 0) break;
    }
    return bytesOf(line);
}

namespace {

bool wantReadable(BufferedObject* b, std::string_view message) { return wantInitialized(b) && wantNotClosed(b, message); }

Owned readMethod(Object* o, Args args) {
    BufferedObject* b = asBuffered(o);
    ssize size;
    if (!sizeArgument(args, &size) || !wantInitialized(b)) return nullptr;
    if (size < -1) return raise(exc::ValueError, "read length must be non-negative or -1");
    if (!wantNotClosed(b, "read of closed file")) return nullptr;
    Busy busy(b);
    if (!busy) return nullptr;
    if (size == -1) return readRest(b);
    if (b->pending && !flushPending(b)) return nullptr;
    return readSome(b, size);
}

Owned read1Method(Object* o, Args args) {
    BufferedObject* b = asBuffered(o);
    ssize size = -1;
    if (args.count && !sizeArgument(args[0], &size)) return nullptr;
    if (!wantReadable(b, "read of closed file")) return nullptr;
    Busy busy(b);
    if (!busy || (b->pending && !flushPending(b))) return nullptr;
    return readOnce(b, size);
}

Owned readlineMethod(Object* o, Args args) {
    BufferedObject* b = asBuffered(o);
    ssize limit;
    if (!sizeArgument(args, &limit) || !wantReadable(b, "readline of closed file")) return nullptr;
    Busy busy(b);
    return busy ? readLine(b, limit) : nullptr;
}

Owned peekMethod(Object* o, Args args) {
    BufferedObject* b = asBuffered(o);
    ssize size;
    if (args.count && !sizeArgument(args[0], &size)) return nullptr;
    if (!wantReadable(b, "peek of closed file")) return nullptr;
    Busy busy(b);
    if (!busy || (b->writes && !flushPending(b))) return nullptr;
    if (readAhead(b) == 0 && fillBuffer(b) == -1) return nullptr;
    return newBytes(reinterpret_cast<const uint8_t*>(b->buffer) + b->position, static_cast<size_t>(readAhead(b)));
}

Owned readInto(Object* o, Object* target, const char* function, bool once) {
    BufferedObject* b = asBuffered(o);
    WritableBuffer buffer;
    if (!buffer.want(target, function) || !wantReadable(b, "readinto of closed file")) return nullptr;
    Busy busy(b);
    if (!busy || (b->pending && !flushPending(b))) return nullptr;
    ssize done = 0, size = static_cast<ssize>(buffer.size());
    char* to = reinterpret_cast<char*>(buffer.data());
    auto take = [&] {
        ssize count = std::min(size - done, readAhead(b));
        std::memcpy(to + done, b->buffer + b->position, static_cast<size_t>(count));
        b->position += count;
        done += count;
    };
    take();
    while (done < size) {
        ssize left = size - done, got;
        if (once && done > 0 && left <= b->size) break;
        if (left > b->size) {
            forgetReadAhead(b);
            got = readFromRaw(b, to + done, left);
            if (got > 0) done += got;
        } else {
            got = fillBuffer(b);
            if (got > 0) take();
        }
        if (got == -1 || !checkBreaker()) return nullptr;
        if (got == -2 && done == 0) return newNone();
        if (got <= 0 || once) break;
    }
    if (done) buffer.written();
    return newInt(done);
}

Owned readintoMethod(Object* o, Object* target) { return readInto(o, target, "readinto", false); }
Owned readinto1Method(Object* o, Object* target) { return readInto(o, target, "readinto1", true); }

}

Owned read1Buffered(Object* reader, ssize size) {
    Object* number[] = {Ref<>(newInt(size)).releaseRaw()};
    Owned bytes = read1Method(reader, Args{number, 1, nullptr});
    decref(number[0]);
    return bytes;
}
Owned readAllBuffered(Object* reader) { return readMethod(reader, {}); }

#define MEMTAPE_READER_METHODS \
    {"read", readMethod, 0, 1}, {"peek", peekMethod, 0, 1}, {"read1", read1Method, 0, 1}, {"readinto", readintoMethod}, \
        {"readinto1", readinto1Method}, { \
        "readline", readlineMethod, 0, 1 \
    }

const MethodDef readerMethods[] = {MEMTAPE_READER_METHODS, {}};

Owned iterNextBuffered(Object* o) {
    BufferedObject* b = asBuffered(o);
    if (!wantInitialized(b)) return nullptr;
    Held<> line(b->type == bufferedReader || b->type == bufferedRandom ? readlineMethod(o, {}) : callMethod(o, words::readline));
    if (!line) return nullptr;
    if (!isBytes(line)) return raise(exc::OSError, "readline() should have returned a bytes object, not '{}'", line->type->name);
    return bytesLength(line) ? line.release() : nullptr;
}

}
