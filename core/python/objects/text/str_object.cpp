// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/text/str_object.h"

#include <cstring>
#include <vector>

#include "core/python/heap/heap.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/text/str_builder.h"
#include "core/text/utf8.h"

namespace memtape {

static_assert(sizeof(StrObject) == 40);

Object* latin1Chars[256];
Object* emptyString;

// ---- characters of several widths ----------------------------------------------------------------------------------

namespace {

template <class To, class From> void widen(void* target, ssize at, const void* source, ssize start, ssize count) {
    To* to = static_cast<To*>(target) + at;
    const From* from = static_cast<const From*>(source) + start;
    for (ssize i = 0; i < count; ++i) to[i] = static_cast<To>(from[i]);
}

template <class C> uint32_t orOf(const void* data, ssize start, ssize end) {
    const C* p = static_cast<const C*>(data);
    uint32_t seen = 0;
    for (ssize i = start; i < end; ++i) seen |= p[i];
    return seen;
}

uint32_t rangeOf(uint32_t seen) { return seen < 0x80 ? 0x7f : seen < 0x100 ? 0xff : seen < 0x10000 ? 0xffff : 0x10ffff; }

}

void copyChars(void* target, unsigned targetKind, ssize at, TextView from, ssize start, ssize count) {
    if (count <= 0) return;
    if (targetKind == from.kind) {
        std::memcpy(static_cast<char*>(target) + at * targetKind, static_cast<const char*>(from.data) + start * targetKind,
                    static_cast<size_t>(count) * targetKind);
        return;
    }
    switch (targetKind * 8 + from.kind) {
    case 1 * 8 + 2: return widen<uint8_t, uint16_t>(target, at, from.data, start, count);
    case 1 * 8 + 4: return widen<uint8_t, uint32_t>(target, at, from.data, start, count);
    case 2 * 8 + 1: return widen<uint16_t, uint8_t>(target, at, from.data, start, count);
    case 2 * 8 + 4: return widen<uint16_t, uint32_t>(target, at, from.data, start, count);
    case 4 * 8 + 1: return widen<uint32_t, uint8_t>(target, at, from.data, start, count);
    case 4 * 8 + 2: return widen<uint32_t, uint16_t>(target, at, from.data, start, count);
    }
}

uint32_t maxCharOf(TextView text, ssize start, ssize end) {
    return rangeOf(text.kind == 1   ? orOf<uint8_t>(text.data, start, end)
                   : text.kind == 2 ? orOf<uint16_t>(text.data, start, end)
                                    : orOf<uint32_t>(text.data, start, end));
}

// ---- the builder ---------------------------------------------------------------------------------------------------

bool StrBuilder::grow(ssize more, unsigned kind) {
    if (kind < m_kind) kind = m_kind;
    ssize needed = more > mostCharacters - m_length ? mostCharacters : m_length + more;
    if (m_failed || !heap.hasRoomFor(static_cast<uint64_t>(needed) * kind)) {
        m_failed = true;
        return false;
    }
    ssize capacity = needed <= m_capacity && kind == m_kind ? m_capacity : needed + needed / 2 + 32;
    void* fresh = std::malloc(static_cast<size_t>(capacity) * kind);
    if (!fresh) {
        m_failed = true;
        return false;
    }
    copyChars(fresh, kind, 0, {m_data, m_length, m_kind}, 0, m_length);
    if (m_data != m_inline) std::free(m_data);
    m_data = fresh;
    m_capacity = capacity;
    m_kind = kind;
    return true;
}

void StrBuilder::append(TextView text, ssize start, ssize end) {
    if (end <= start) return;
    uint32_t highest = maxCharOf(text, start, end);
    if (!reserve(end - start, highest)) return;
    copyChars(m_data, m_kind, m_length, text, start, end - start);
    m_seen |= highest;
    m_length += end - start;
}

void StrBuilder::appendUtf8(std::string_view text) {
    for (size_t i = 0; i < text.size();) {
        if (utf8::isAscii(text[i])) {
            const size_t ascii = utf8::asciiLength(text, i);
            append(TextView{text.data() + i, static_cast<ssize>(ascii), 1});
            i += ascii;
            continue;
        }
        const utf8::Step step = utf8::decode(text, i, utf8::Surrogates::Passed);
        append(uint32_t{step.character});
        i += step.length;
    }
}

void StrBuilder::appendLast(Object* str) {
    if (m_length == 0) m_whole = newRef(str);
    append(str);
}

Owned StrBuilder::finish() {
    if (m_failed) return raiseMemoryError();
    if (m_whole) return m_whole.release();
    return m_length == 1 ? charString(view().at(0)) : finishNew();
}

Owned StrBuilder::finishNew() {
    if (m_failed) return raiseMemoryError();
    if (m_length == 0) return Owned(emptyString);
    StrObject* s = allocateStr(m_length, rangeOf(m_seen));
    if (!s) return nullptr;
    copyChars(strData(s), s->kind, 0, view(), 0, m_length);
    recordPayload(s);
    return Owned(s);
}

// ---- creation ------------------------------------------------------------------------------------------------------

StrObject* allocateStr(ssize length, uint32_t maxChar) {
    unsigned kind = maxChar < 0x100 ? 1 : maxChar < 0x10000 ? 2 : 4;
    bool ascii = maxChar < 0x80;
    size_t head = ascii ? 40 : 56;
    if (length > (PTRDIFF_MAX - 64) / static_cast<ssize>(kind)) {
        raiseMemoryError();
        return nullptr;
    }
    auto* s = static_cast<StrObject*>(allocateObject(types::Str, head + (static_cast<size_t>(length) + 1) * kind));
    if (!s) return nullptr;
    s->length = length;
    s->hash = -1;
    s->interned = 0;
    s->kind = kind;
    s->compact = 1;
    s->ascii = ascii;
    if (!ascii) std::memset(reinterpret_cast<char*>(s) + 40, 0, 16);
    std::memset(reinterpret_cast<char*>(s) + head + static_cast<size_t>(length) * kind, 0, kind);
    return s;
}

Owned charString(uint32_t c) {
    if (c < 256) return Owned(latin1Chars[c]);
    StrObject* s = allocateStr(1, c);
    if (!s) return nullptr;
    if (s->kind == 2) static_cast<uint16_t*>(strData(s))[0] = static_cast<uint16_t>(c);
    else static_cast<uint32_t*>(strData(s))[0] = c;
    recordPayload(s);
    return Owned(s);
}

Owned newStrFromChar(uint32_t c) { return charString(c); }

Owned newStrFromLatin1(const uint8_t* bytes, size_t count) {
    if (count == 0) return Owned(emptyString);
    if (count == 1) return Owned(latin1Chars[bytes[0]]);
    TextView text{bytes, static_cast<ssize>(count), 1};
    StrObject* s = allocateStr(text.length, maxCharOf(text, 0, text.length));
    if (!s) return nullptr;
    std::memcpy(strData(s), bytes, count);
    recordPayload(s);
    return Owned(s);
}

Owned newStrFromCodePoints(const uint32_t* points, size_t count) {
    if (count == 0) return Owned(emptyString);
    if (count == 1) return charString(points[0]);
    TextView text{points, static_cast<ssize>(count), 4};
    StrObject* s = allocateStr(text.length, maxCharOf(text, 0, text.length));
    if (!s) return nullptr;
    copyChars(strData(s), s->kind, 0, text, 0, text.length);
    recordPayload(s);
    return Owned(s);
}

Owned newStr(std::string_view utf8) {
    if (utf8::isAscii(utf8)) return newStrFromLatin1(reinterpret_cast<const uint8_t*>(utf8.data()), utf8.size());
    StrBuilder builder;
    builder.appendUtf8(utf8);
    return builder.finish();
}

Owned exactStr(Object* str) {
    if (isExactStr(str)) return newRef(str);
    TextView text = viewOf(str);
    return strSubstring(str, 0, text.length);
}

// ---- as bytes ------------------------------------------------------------------------------------------------------

void strKeepUtf8(Object* str) {
    StrObject* s = asStr(str);
    if (s->ascii || !s->compact || isImmortal(str) || keptUtf8(s).bytes) return;
    std::string utf8 = strToUtf8(str);
    auto* bytes = static_cast<char*>(allocateBlock(utf8.size() + 1));
    if (!bytes) return clearError();
    std::memcpy(bytes, utf8.c_str(), utf8.size() + 1);
    keptUtf8(s) = {static_cast<ssize>(utf8.size()), bytes};
    recordResize(str);
}

std::string strToUtf8(Object* str) {
    StrObject* s = asStr(str);
    if (s->ascii) return std::string(static_cast<const char*>(strData(s)), static_cast<size_t>(s->length));
    std::string out;
    out.reserve(static_cast<size_t>(s->length) * (s->kind == 1 ? 2 : 3));
    TextView text = viewOf(str);
    for (ssize i = 0; i < text.length; ++i) utf8::append(out, text.at(i));
    return out;
}

std::string_view strAsciiView(Object* str, bool* ok) {
    StrObject* s = asStr(str);
    *ok = s->ascii;
    return s->ascii ? std::string_view(static_cast<const char*>(strData(s)), static_cast<size_t>(s->length)) : std::string_view();
}

// ---- comparison ----------------------------------------------------------------------------------------------------

bool strEqualsSlow(Object* a, Object* b) {
    StrObject *x = asStr(a), *y = asStr(b);
    return std::memcmp(strData(x), strData(y), static_cast<size_t>(x->length) * x->kind) == 0;
}

bool strEqualsText(Object* a, std::string_view ascii) {
    StrObject* s = asStr(a);
    return s->ascii && static_cast<size_t>(s->length) == ascii.size() && std::memcmp(strData(s), ascii.data(), ascii.size()) == 0;
}

int strCompare(Object* a, Object* b) {
    if (a == b) return 0;
    TextView x = viewOf(a), y = viewOf(b);
    ssize shorter = x.length < y.length ? x.length : y.length;
    if (x.kind == 1 && y.kind == 1) {
        if (int order = std::memcmp(x.data, y.data, static_cast<size_t>(shorter))) return order < 0 ? -1 : 1;
    } else {
        for (ssize i = 0; i < shorter; ++i) {
            uint32_t c = x.at(i), d = y.at(i);
            if (c != d) return c < d ? -1 : 1;
        }
    }
    return x.length == y.length ? 0 : x.length < y.length ? -1 : 1;
}

int64_t hashStr(Object* str) {
    StrObject* s = asStr(str);
    if (s->hash == -1) s->hash = hashBytes(strData(s), static_cast<size_t>(s->length) * s->kind);
    return s->hash;
}

// ---- joining and cutting -------------------------------------------------------------------------------------------

namespace {

uint32_t widestOf(StrObject* s) { return s->ascii ? 0x7f : s->kind == 1 ? 0xff : s->kind == 2 ? 0xffff : 0x10ffff; }

// A concatenation's value on the tape: its left part by name, so that text built piece by piece costs what is added.
void recordConcat(Object* whole, Object* left, Object* right) {
    if (!recording()) return;
    if (asStr(left)->length < 64 || asStr(right)->length > 4096) recordPayload(whole);
    else recorder->payloadAppend(granuleOf(whole), granuleOf(left), strToUtf8(right));
}

}

Owned strConcat(Object* a, Object* b) {
    if (!isStr(b)) return raise(exc::TypeError, "can only concatenate str (not \"{}\") to str", b->type->name);
    StrObject *x = asStr(a), *y = asStr(b);
    if (x->length == 0) return exactStr(b);
    if (y->length == 0) return exactStr(a);
    if (x->length > PTRDIFF_MAX - y->length) return raise(exc::OverflowError, "strings are too large to concat");
    uint32_t widest = widestOf(x) > widestOf(y) ? widestOf(x) : widestOf(y);
    StrObject* s = allocateStr(x->length + y->length, widest);
    if (!s) return nullptr;
    copyChars(strData(s), s->kind, 0, viewOf(a), 0, x->length);
    copyChars(strData(s), s->kind, x->length, viewOf(b), 0, y->length);
    recordConcat(s, a, b);
    return Owned(s);
}

void strAppend(Object** left, Object* right) {
    Object* a = *left;
    if (!isStr(right)) {
        *left = nullptr;
        Ref<> drop = Ref<>::steal(a);
        raise(exc::TypeError, "can only concatenate str (not \"{}\") to str", right->type->name);
        return;
    }
    StrObject *x = asStr(a), *y = asStr(right);
    bool growable = a->refcount == 1 && isExactStr(a) && x->hash == -1 && !x->interned && x->compact && a != right && y->kind <= x->kind &&
                    (!x->ascii || y->ascii) && x->length > 0 && y->length > 0 && x->length < PTRDIFF_MAX / 4 - y->length;
    if (!growable) {
        Owned joined = strConcat(a, right);
        *left = joined.pointer;
        decref(a);
        return;
    }
    if (!x->ascii && keptUtf8(x).bytes) {
        releaseBlock(keptUtf8(x).bytes);
        keptUtf8(x) = {};
    }
    ssize oldLength = x->length, length = oldLength + y->length;
    size_t head = x->ascii ? 40 : 56;
    Granule before = granuleOf(a);
    auto* grown = static_cast<StrObject*>(heap.reallocate(a, head + (static_cast<size_t>(length) + 1) * x->kind)); // the object's own block
    if (!grown) {
        raiseMemoryError();
        *left = nullptr;
        decref(a);
        return;
    }
    grown->length = length;
    void* data = strData(grown);
    copyChars(data, grown->kind, oldLength, viewOf(right), 0, y->length);
    std::memset(static_cast<char*>(data) + static_cast<size_t>(length) * grown->kind, 0, grown->kind);
    *left = grown;
    if (recording()) [[unlikely]] {
        Granule now = granuleOf(grown);
        if (now == before) {
            recordResize(grown);
        } else {
            recordAlloc(grown);
        }
        recorder->payloadAppend(now, before, strToUtf8(right));
        if (now != before) recorder->free(before, FreeCause::Count);
    }
}

Owned strSubstring(Object* str, ssize start, ssize end) {
    StrObject* s = asStr(str);
    if (start < 0) start = 0;
    if (end > s->length) end = s->length;
    if (start >= end) return Owned(emptyString);
    if (start == 0 && end == s->length && isExactStr(str)) return newRef(str);
    TextView text = viewOf(str);
    if (end - start == 1) return charString(text.at(start));
    StrObject* part = allocateStr(end - start, s->ascii ? 0x7f : maxCharOf(text, start, end));
    if (!part) return nullptr;
    copyChars(strData(part), part->kind, 0, text, start, end - start);
    recordPayload(part);
    return Owned(part);
}

Owned joinStrings(Object* const* parts, size_t count) {
    ssize length = 0;
    uint32_t widest = 0x7f;
    if (count == 1 && isExactStr(parts[0])) return newRef(parts[0]);
    for (size_t i = 0; i < count; ++i) {
        StrObject* s = asStr(parts[i]);
        if (s->length == 0) continue;
        if (length > PTRDIFF_MAX - s->length) return raise(exc::OverflowError, "join() result is too long for a Python string");
        length += s->length;
        if (widestOf(s) > widest) widest = widestOf(s);
    }
    if (length == 0) return Owned(emptyString);
    StrObject* joined = allocateStr(length, widest);
    if (!joined) return nullptr;
    ssize at = 0;
    for (size_t i = 0; i < count; ++i) {
        TextView text = viewOf(parts[i]);
        copyChars(strData(joined), joined->kind, at, text, 0, text.length);
        at += text.length;
    }
    recordPayload(joined);
    return Owned(joined);
}

}
