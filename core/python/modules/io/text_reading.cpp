// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/python/modules/io/buffered_object.h"
#include "core/python/modules/io/text_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_builder.h"
#include "core/python/objects/text/str_object.h"

// Reading text, a chunk of bytes after the other.

namespace memtape::io {

void setDecoded(TextObject* t, Owned str) {
    setField<Object>(t, t->decoded, str);
    t->used = 0;
}

ssize decodedLeft(const TextObject* t) { return t->decoded ? asStr(t->decoded)->length - t->used : 0; }

void forgetSnapshot(TextObject* t) {
    t->state->hasSnapshot = false;
    t->state->snapshot = DecoderState();
}

namespace {

bool isPlainReader(Object* buffer) { return buffer->type == bufferedReader || buffer->type == bufferedRandom; }

// What was decoded and not taken yet, `size` characters of it at most (−1: all).
Owned takeDecoded(TextObject* t, ssize size) {
    ssize left = decodedLeft(t), count = size < 0 ? left : std::min(size, left);
    if (count == 0) return newRef(emptyString);
    Owned part = count == asStr(t->decoded)->length ? newRef(t->decoded) : strSubstring(t->decoded, t->used, t->used + count);
    t->used += count;
    return part;
}

// 1: there are more characters; 0: the file's end; −1.
int readChunk(TextObject* t, ssize wanted) {
    TextState& s = *t->state;
    if (!s.reads) return raiseUnsupported("not readable");
    DecoderState before;
    if (s.telling && !decoderState(t, before)) return -1;
    double hint = wanted > 0 ? std::max(s.bytesPerCharacter, 1.0) * static_cast<double>(wanted) : 0;
    ssize size = std::max(s.chunkSize, hint < 1e15 ? static_cast<ssize>(hint) : s.chunkSize);
    Held<> buffer(newRef(t->buffer));
    Held<> input;
    do {
        if (s.hasRead1 && isPlainReader(buffer)) {
            input = read1Buffered(buffer, size);
        } else {
            Held<> number(newInt(size));
            input = callMethod(buffer, s.hasRead1 ? words::read1 : words::read, number.get());
        }
    } while (!input && isInterrupted());
    if (!input) return -1;
    HeldBuffer bytes;
    const uint8_t* data;
    size_t count;
    if (!bufferOf(input, &data, &count))
        return raise(exc::TypeError, "underlying {}() should have returned a bytes-like object, not '{}'", s.hasRead1 ? "read1" : "read",
                     input->type->name);
    if (!bytes.want(input)) return -1;
    std::string_view view(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    bool ended = view.empty();
    Ref<> text(decodeText(t, view, ended));
    if (!text) return -1;
    ssize length = asStr(text)->length;
    s.bytesPerCharacter = length ? static_cast<double>(view.size()) / static_cast<double>(length) : 0;
    setDecoded(t, text.release());
    if (s.telling) {
        s.snapshot.flags = before.flags;
        s.snapshot.bytes = before.bytes;
        s.snapshot.bytes += view;
        s.hasSnapshot = true;
    }
    return length > 0 || !ended;
}

}

Owned readText(TextObject* t, ssize size) {
    TextState& s = *t->state;
    if (!s.reads) return raiseUnsupported("not readable");
    if (!flushPendingText(t)) return nullptr;
    if (size < 0) {
        Held<> bytes(isPlainReader(t->buffer) ? readAllBuffered(t->buffer) : callMethod(t->buffer, words::read));
        if (!bytes) return nullptr;
        HeldBuffer view;
        if (!view.want(bytes)) return nullptr;
        Held<> rest(decodeText(t, {reinterpret_cast<const char*>(view.data()), view.size()}, true));
        Held<> first(rest ? takeDecoded(t, -1) : Owned(nullptr));
        if (!first) return nullptr;
        setDecoded(t, nullptr);
        forgetSnapshot(t);
        return asStr(first)->length ? strConcat(first, rest) : rest.release();
    }
    Held<> first(takeDecoded(t, size));
    if (!first) return nullptr;
    ssize left = size - asStr(first)->length;
    if (left == 0) return first.release();
    StrBuilder text;
    text.append(first.get());
    while (left > 0) {
        int more = readChunk(t, left);
        if (more < 0 || !checkBreaker()) return nullptr;
        if (more == 0) break;
        Ref<> part(takeDecoded(t, left));
        if (!part) return nullptr;
        text.append(part.get());
        left -= asStr(part)->length;
    }
    return text.finish();
}

Owned readTextLine(TextObject* t, ssize limit) {
    TextState& s = *t->state;
    if (!flushPendingText(t)) return nullptr;
    StrBuilder line;
    bool endsInReturn = false; // of "\r\n", in two chunks
    for (;;) {
        if (decodedLeft(t) == 0) {
            int more = readChunk(t, 0);
            if (more < 0 || !checkBreaker()) return nullptr;
            if (more == 0) { // the end
                setDecoded(t, nullptr);
                forgetSnapshot(t);
                break;
            }
            if (decodedLeft(t) == 0) continue;
        }
        TextView view = viewOf(t->decoded);
        ssize stop = limit < 0 ? view.length : std::min(view.length, t->used + limit - line.length());
        ssize end = endsInReturn && stop > t->used && view.at(t->used) == '\n' ? t->used + 1 : lineEnd(view, t->used, stop, s.mode.ends);
        bool complete = end >= 0 || (limit >= 0 && line.length() + stop - t->used >= limit);
        if (end < 0) end = stop;
        if (complete && line.length() == 0) return takeDecoded(t, end - t->used);
        line.append(view, t->used, end);
        t->used = end;
        if (complete) break;
        endsInReturn = s.mode.ends == LineEnds::Both && end > 0 && view.at(end - 1) == '\r';
    }
    return line.length() ? line.finish() : newRef(emptyString);
}

}
