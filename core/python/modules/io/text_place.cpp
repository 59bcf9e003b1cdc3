// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/python/modules/io/text_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"

// tell() and seek() of text.

namespace memtape::io {

namespace {

// A place in the text, as one number: CPython's parts at CPython's bits.
struct Cookie {
    int64_t start = 0; // in bytes
    int64_t flags = 0; // the decoder's there; it keeps no bytes
    int64_t bytesToFeed = 0;
    int64_t charactersToSkip = 0;
    bool feedsEnd = false;

    bool isPlain() const { return !flags && !bytesToFeed && !charactersToSkip && !feedsEnd; }
};

constexpr unsigned flagsBit = 64, feedBit = 96, skipBit = 128, endBit = 160;

Owned pack(const Cookie& c) {
    if (c.isPlain()) return newInt(c.start);
    mpz_t all, part;
    mpz_inits(all, part, nullptr);
    auto add = [&](int64_t value, unsigned bit) {
        mpz_set_ui(part, static_cast<unsigned long>(value));
        mpz_mul_2exp(part, part, bit);
        mpz_ior(all, all, part);
    };
    add(c.start, 0);
    add(c.flags & 0xFFFFFFFF, flagsBit);
    add(c.bytesToFeed, feedBit);
    add(c.charactersToSkip, skipBit);
    add(c.feedsEnd, endBit);
    Owned number = newIntFromMpz(all);
    mpz_clears(all, part, nullptr);
    return number;
}

bool unpack(Object* number, Cookie& c) {
    mpz_t all, part;
    mpz_inits(all, part, nullptr);
    intToMpz(number, all);
    bool fits = mpz_sizeinbase(all, 2) <= endBit + 8;
    auto take = [&](unsigned bit, unsigned bits) {
        mpz_fdiv_q_2exp(part, all, bit);
        mpz_fdiv_r_2exp(part, part, bits);
        return static_cast<int64_t>(mpz_get_ui(part));
    };
    c.start = take(0, 64);
    c.flags = static_cast<int32_t>(take(flagsBit, 32));
    c.bytesToFeed = take(feedBit, 32);
    c.charactersToSkip = take(skipBit, 32);
    c.feedsEnd = take(endBit, 8);
    mpz_clears(all, part, nullptr);
    return fits || raise(exc::OverflowError, "int too big to convert");
}

// How many characters the decoder makes of the bytes, from where it is; −1.
ssize countDecoded(TextObject* t, std::string_view bytes, bool final = false) {
    Ref<> text(decodeText(t, bytes, final));
    return text ? asStr(text)->length : -1;
}

// From where the decoder can begin again, the nearer to the character that is `characters` behind the chunk's beginning, the better.
bool findStart(TextObject* t, Cookie& cookie, ssize characters) {
    const std::string chunk = t->state->snapshot.bytes;
    DecoderState state{{}, t->state->snapshot.flags};
    // A guess by the usual length of a character, which becomes smaller until it is in front of the character and the decoder has no bytes of its own there.
    size_t guess = std::min(chunk.size(), static_cast<size_t>(t->state->bytesPerCharacter * static_cast<double>(characters)));
    size_t from = 0;
    for (size_t step = 1; guess > 0; step *= 2) {
        if (!setDecoderState(t, {{}, state.flags})) return false;
        ssize count = countDecoded(t, std::string_view(chunk).substr(0, guess));
        DecoderState there;
        if (count < 0 || !decoderState(t, there)) return false;
        if (count <= characters && there.bytes.empty()) {
            from = guess;
            state = there;
            characters -= count;
            break;
        }
        size_t back = count <= characters ? there.bytes.size() : step;
        guess = guess > back ? guess - back : 0;
    }
    if (from == 0 && !setDecoderState(t, {{}, state.flags})) return false;
    cookie.start += static_cast<int64_t>(from);
    cookie.flags = state.flags;
    cookie.charactersToSkip = characters;
    // Then byte by byte, to the last such place.
    ssize decoded = 0;
    size_t at = from, fed = 0;
    while (at < chunk.size() && decoded < cookie.charactersToSkip) {
        ssize count = countDecoded(t, std::string_view(chunk).substr(at, 1));
        DecoderState there;
        if (count < 0 || !decoderState(t, there)) return false;
        ++at;
        ++fed;
        decoded += count;
        if (there.bytes.empty() && decoded <= cookie.charactersToSkip) {
            cookie.start += static_cast<int64_t>(fed);
            cookie.flags = there.flags;
            cookie.charactersToSkip -= decoded;
            fed = 0;
            decoded = 0;
        }
    }
    if (decoded < cookie.charactersToSkip) { // only the file's end gives the rest
        ssize count = countDecoded(t, {}, true);
        if (count < 0) return false;
        cookie.feedsEnd = true;
        if (decoded + count < cookie.charactersToSkip) return raise(exc::OSError, "can't reconstruct logical file position");
    }
    cookie.bytesToFeed = cookie.charactersToSkip ? static_cast<int64_t>(fed) : 0;
    return true;
}

}

Owned tellText(Object* o) {
    TextObject* t = asText(o);
    if (!wantTextOpen(t)) return nullptr;
    TextState& s = *t->state;
    if (!s.seekable) return raiseUnsupported("underlying stream is not seekable");
    if (!s.telling) return raise(exc::OSError, "telling position disabled by next() call");
    if (!flushPendingText(t) || !Ref<>(callMethod(o, words::flush))) return nullptr;
    Held<> position(callMethod(t->buffer, words::tell));
    if (!position || !s.reads || !s.hasSnapshot) return position.release();
    Cookie cookie;
    if (!offsetOf(position, &cookie.start)) return nullptr;
    cookie.start -= static_cast<int64_t>(s.snapshot.bytes.size());
    cookie.flags = s.snapshot.flags;
    ssize characters = t->decoded ? t->used : 0;
    if (characters == 0) return pack(cookie);
    DecoderState now;
    if (!decoderState(t, now)) return nullptr;
    Newlines newlines = s.newlines; // looking for the place is no reading
    bool found = findStart(t, cookie, characters);
    Held<> error(takeError());
    bool restored = setDecoderState(t, now);
    s.newlines = newlines;
    if (error) restoreError(error.release());
    return found && restored ? pack(cookie) : nullptr;
}

namespace {

Owned seekToEnd(TextObject* t, Object* o) {
    if (!Ref<>(callMethod(o, words::flush))) return nullptr;
    setDecoded(t, nullptr);
    forgetSnapshot(t);
    if (!resetDecoder(t)) return nullptr;
    Held<> zero(newInt(0)), two(newInt(2));
    Held<> position(callMethod(t->buffer, words::seek, zero.get(), two.get()));
    if (!position) return nullptr;
    int notAtStart = isTrue(position);
    return notAtStart >= 0 && resetEncoder(t, !notAtStart) ? position.release() : nullptr;
}

}

Owned seekText(Object* o, Args args) {
    TextObject* t = asText(o);
    ssize whence = 0;
    if (args.count > 1 && !sizeArgument(args[1], &whence)) return nullptr;
    if (!wantTextOpen(t)) return nullptr;
    TextState& s = *t->state;
    if (!s.seekable) return raiseUnsupported("underlying stream is not seekable");
    Held<> place(newRef(args[0]));
    if (whence != 0) {
        Held<> zero(newInt(0));
        int isZero = richCompareBool(place, zero, Comparison::Eq);
        if (isZero < 0) return nullptr;
        if (whence != 1 && whence != 2) return raise(exc::ValueError, "invalid whence ({}, should be 0, 1 or 2)", whence);
        if (!isZero) return raiseUnsupported(whence == 1 ? "can't do nonzero cur-relative seeks" : "can't do nonzero end-relative seeks");
        if (whence == 2) return seekToEnd(t, o);
        if (!Ref<>(callMethod(o, words::flush))) return nullptr;
        place = callMethod(o, words::tell);
        if (!place) return nullptr;
    }
    Held<> nothing(newInt(0));
    int isNegative = richCompareBool(place, nothing, Comparison::Lt);
    if (isNegative < 0) return nullptr;
    if (!isNegative && !isInt(place)) return raise(exc::TypeError, "'{}' object cannot be interpreted as an integer", place->type->name);
    if (isNegative) return raise(exc::ValueError, "negative seek position {!r}", place.get());
    if (!Ref<>(callMethod(o, words::flush))) return nullptr;
    Cookie cookie;
    if (!unpack(place, cookie)) return nullptr;
    if (!Ref<>(callWithInt(t->buffer, words::seek, cookie.start))) return nullptr;
    setDecoded(t, nullptr);
    forgetSnapshot(t);
    bool atStart = cookie.start == 0 && cookie.flags == 0;
    if (s.reads && !(atStart ? resetDecoder(t) : setDecoderState(t, {{}, cookie.flags}))) return nullptr;
    if (cookie.charactersToSkip) {
        Held<> input(callWithInt(t->buffer, words::read, cookie.bytesToFeed));
        if (!input) return nullptr;
        if (!isBytes(input)) return raise(exc::TypeError, "underlying read() should have returned a bytes object, not '{}'", input->type->name);
        std::string bytes(reinterpret_cast<const char*>(bytesData(input)), static_cast<size_t>(bytesLength(input)));
        s.snapshot = {bytes, cookie.flags};
        s.hasSnapshot = true;
        Owned text = decodeText(t, bytes, cookie.feedsEnd);
        if (!text) return nullptr;
        setDecoded(t, text);
        if (asStr(t->decoded)->length < cookie.charactersToSkip) return raise(exc::OSError, "can't restore logical file position");
        t->used = cookie.charactersToSkip;
    } else {
        s.snapshot = {{}, cookie.flags};
        s.hasSnapshot = true;
    }
    return resetEncoder(t, atStart) ? place.release() : nullptr;
}

}
