// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// str: text of 1, 2 or 4 bytes a character, laid out as CPython 3.13's compact strings:
//     ASCII   [ refcount | type | length | hash | state ]        40 bytes, then length + 1 bytes
//     others  [ … the same … | utf8 length | utf8 pointer ]       56 bytes, then (length + 1) × kind bytes
// Instances of subclasses have room for attributes behind the head, so their characters lie in a block of their own, at the pointer after it.
// The hash is computed when first asked for (−1: not yet), SipHash-1-3 with the key of PYTHONHASHSEED.

#include <bit>
#include <cstring>
#include <string>
#include <string_view>

#include "core/python/objects/model/object.h"
#include "core/python/objects/model/runtime.h"

namespace memtape {

struct StrObject : Object {
    ssize length; // characters
    int64_t hash;
    uint32_t interned : 2; // 0 no, 1 interned, 2 interned and immortal
    uint32_t kind : 3;     // 1, 2, 4
    uint32_t compact : 1;
    uint32_t ascii : 1;
    uint32_t : 25;
};

inline bool isStr(const Object* o) { return hasFlag(o, StrSubclass); }
inline bool isExactStr(const Object* o) { return o->type == types::Str; }
inline StrObject* asStr(Object* o) { return static_cast<StrObject*>(o); }
inline void* strData(StrObject* s) {
    char* head = reinterpret_cast<char*>(s);
    return s->compact ? head + (s->ascii ? 40 : 56) : *reinterpret_cast<void**>(head + 56);
}
inline uint32_t charAt(StrObject* s, ssize i) {
    void* d = strData(s);
    return s->kind == 1 ? static_cast<uint8_t*>(d)[i] : s->kind == 2 ? static_cast<uint16_t*>(d)[i] : static_cast<uint32_t*>(d)[i];
}

Owned newStr(std::string_view utf8); // valid UTF-8, lone surrogates as three bytes allowed
Owned newStrFromCodePoints(const uint32_t* points, size_t count);
Owned newStrFromLatin1(const uint8_t* bytes, size_t count);
Owned newStrFromChar(uint32_t codePoint);
Owned internStr(std::string_view utf8); // the shared one; counted (dies when unused)
void internInPlace(Object*& str);       // replaces the owned reference by the shared one
std::string strToUtf8(Object* str);     // surrogates as three bytes
// Where CPython asks for a str's UTF-8 (class names, texts to compile, names in NameErrors), one that is not ASCII keeps that form from then
// on, in a block of its own, and is larger by it.
void strKeepUtf8(Object* str);
struct KeptUtf8 {
    ssize length;
    char* bytes;
}; // bytes: null where nothing is kept
inline KeptUtf8& keptUtf8(StrObject* s) {
    return *reinterpret_cast<KeptUtf8*>(reinterpret_cast<char*>(s) + 40);
} // of a compact str that is not ASCII
// ASCII strings only: the bytes without a copy; else empty with ok = false.
std::string_view strAsciiView(Object* str, bool* ok);
bool strEqualsSlow(Object* a, Object* b); // of the same length and kind
inline bool strEquals(Object* a, Object* b) {
    if (a == b) return true;
    StrObject *x = asStr(a), *y = asStr(b);
    if (x->length != y->length || x->kind != y->kind) return false;
    if (!(x->compact & x->ascii & y->compact & y->ascii) || x->length > 32) return strEqualsSlow(a, b);
    const char *one = reinterpret_cast<char*>(x) + 40, *other = reinterpret_cast<char*>(y) + 40;
    auto differenceAt = [&](ssize i) {
        uint64_t p, q;
        std::memcpy(&p, one + i, 8);
        std::memcpy(&q, other + i, 8);
        return p ^ q;
    };
    ssize at = 0, length = x->length;
    for (; length - at >= 8; at += 8)
        if (differenceAt(at)) return false;
    if (at == length) return true;
    // The word that ends where the text does: it begins in what has been compared, or in the head, and that does not count.
    uint64_t last = differenceAt(length - 8), before = static_cast<uint64_t>(8 * (at + 8 - length));
    return (std::endian::native == std::endian::little ? last >> before : last << before) == 0;
}
bool strEqualsText(Object* a, std::string_view ascii);
int strCompare(Object* a, Object* b);
int64_t hashStr(Object* str);
Owned strConcat(Object* a, Object* b);
// a += b where the caller gives up `left` (the only other holder is about to be overwritten): grows in place when the count is 1.
// Takes over the reference `*left`; on failure *left is null.
void strAppend(Object** left, Object* right);
Owned strSubstring(Object* str, ssize start, ssize end);
Owned strJoin(Object* separator, Object* iterable);
Owned joinStrings(Object* const* parts, size_t count); // BUILD_STRING
Owned strRepr(Object* str);
Owned strFormatPercent(Object* format, Object* args);                             // '…' % args
ssize strFind(Object* text, Object* part, ssize start, ssize end, int direction); // -1: not there

Owned charString(uint32_t codePoint); // Latin-1: the immortal one
// A new str of `length` characters not yet written, wide enough for `maxChar`; after writing (its terminating zero is there), recordPayload.
StrObject* allocateStr(ssize length, uint32_t maxChar);
// The exact str with the same text: itself, or a copy of a subclass's instance.
Owned exactStr(Object* str);
extern Object* latin1Chars[256]; // immortal one-character strings, made by the first internStr()
extern Object* emptyString;      // '', with them

void forgetInterned(); // at the end of a run

int64_t hashBytes(const void* data, size_t size); // SipHash-1-3, never -1; 0 for nothing
void setHashSeed(uint64_t seed);                  // PYTHONHASHSEED; before startRuntime

}
