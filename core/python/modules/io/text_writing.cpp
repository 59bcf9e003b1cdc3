// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstring>

#include "core/python/modules/io/buffered_object.h"
#include "core/python/modules/io/text_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_builder.h"
#include "core/python/objects/text/str_object.h"

// Writing text.

namespace memtape::io {

namespace {

bool contains(Object* str, char wanted) {
    TextView text = viewOf(str);
    if (text.kind == 1) return text.length > 0 && std::memchr(text.data, wanted, static_cast<size_t>(text.length));
    for (ssize i = 0; i < text.length; ++i)
        if (text.at(i) == static_cast<unsigned char>(wanted)) return true;
    return false;
}

}

bool flushPendingText(TextObject* t) {
    if (t->state->pending.empty()) return true;
    std::string pending = std::move(t->state->pending);
    t->state->pending.clear();
    Held<> bytes(newBytes(pending)), buffer(newRef(t->buffer));
    if (!bytes) return false;
    Ref<> written;
    do written = callMethod(buffer, words::write, bytes.get());
    while (!written && isInterrupted());
    return static_cast<bool>(written);
}

Owned writeText(TextObject* t, Object* str) {
    TextState& s = *t->state;
    if (!s.writes) return raiseUnsupported("not writable");
    ssize length = asStr(str)->length;
    bool hasLine = (s.lineBuffering || s.mode.written) && contains(str, '\n');
    bool flushes = s.lineBuffering && (hasLine || contains(str, '\r'));
    Held<> text(newRef(str));
    if (hasLine && s.mode.written) {
        Held<> line(newStr("\n")), written(newStr(s.mode.written));
        text = callMethod(str, words::replace, line.get(), written.get());
        if (!text) return nullptr;
    }
    std::string bytes;
    if (!encodeText(t, text, bytes)) return nullptr;
    // What waits already goes out first where the two together are more than a chunk; so does what is written meanwhile.
    while (!s.pending.empty() && static_cast<ssize>(s.pending.size() + bytes.size()) > s.chunkSize)
        if (!flushPendingText(t)) return nullptr;
    s.pending += bytes;
    if ((static_cast<ssize>(s.pending.size()) >= s.chunkSize || flushes || s.writeThrough || s.isStandard) && !flushPendingText(t)) return nullptr;
    if (flushes && !Ref<>(callMethod(t->buffer, words::flush))) return nullptr;
    if (s.hasSnapshot) {
        setDecoded(t, nullptr);
        forgetSnapshot(t);
    }
    if (!resetDecoder(t)) return nullptr;
    return newInt(length);
}

}
