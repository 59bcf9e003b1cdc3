// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/model/recording.h"
#include "core/python/objects/text/str_builder.h"
#include "core/python/objects/text/str_methods.h"
#include "core/text/unicode.h"

namespace memtape {

namespace {

// ASCII in, ASCII out, character by character.
template <class F> Owned mapAscii(StrObject* s, F map) {
    if (s->length == 0) return Owned(emptyString);
    const auto* from = static_cast<const uint8_t*>(strData(s));
    StrObject* out = allocateStr(s->length, 0x7f);
    if (!out) return nullptr;
    auto* to = static_cast<uint8_t*>(strData(out));
    for (ssize i = 0; i < s->length; ++i) to[i] = map(from[i], i);
    recordPayload(out);
    return Owned(out);
}

uint8_t upperAscii(uint8_t c) { return static_cast<uint8_t>(unsigned(c) - 'a' < 26 ? c - 32 : c); }
uint8_t lowerAscii(uint8_t c) { return static_cast<uint8_t>(unsigned(c) - 'A' < 26 ? c + 32 : c); }

void appendMapped(StrBuilder& out, const char32_t* points, int count) {
    for (int i = 0; i < count; ++i) out.append(points[i]);
}

// A capital sigma at the end of a word becomes ς; elsewhere σ.
uint32_t lowerSigma(TextView text, ssize i) {
    ssize j = i - 1;
    while (j >= 0 && unicode::isCaseIgnorable(text.at(j))) --j;
    bool final = j >= 0 && unicode::isCased(text.at(j));
    if (final) {
        j = i + 1;
        while (j < text.length && unicode::isCaseIgnorable(text.at(j))) ++j;
        final = j == text.length || !unicode::isCased(text.at(j));
    }
    return final ? 0x3c2 : 0x3c3;
}

void appendLower(StrBuilder& out, TextView text, ssize i) {
    const uint32_t c = text.at(i);
    char32_t mapped[3];
    if (c == 0x3a3) out.append(lowerSigma(text, i));
    else appendMapped(out, mapped, unicode::toLower(c, mapped));
}

}

Owned strUpper(Object* self) {
    StrObject* s = asStr(self);
    if (s->ascii) return mapAscii(s, [](uint8_t c, ssize) { return upperAscii(c); });
    TextView text = viewOf(self);
    StrBuilder out;
    char32_t mapped[3];
    for (ssize i = 0; i < text.length; ++i) appendMapped(out, mapped, unicode::toUpper(text.at(i), mapped));
    return out.finishNew();
}

Owned strLower(Object* self) {
    StrObject* s = asStr(self);
    if (s->ascii) return mapAscii(s, [](uint8_t c, ssize) { return lowerAscii(c); });
    TextView text = viewOf(self);
    StrBuilder out;
    for (ssize i = 0; i < text.length; ++i) appendLower(out, text, i);
    return out.finishNew();
}

Owned strCasefold(Object* self) {
    StrObject* s = asStr(self);
    if (s->ascii) return strLower(self);
    TextView text = viewOf(self);
    StrBuilder out;
    char32_t mapped[3];
    for (ssize i = 0; i < text.length; ++i) appendMapped(out, mapped, unicode::toFold(text.at(i), mapped));
    return out.finishNew();
}

Owned strCapitalize(Object* self) {
    StrObject* s = asStr(self);
    if (s->ascii) return mapAscii(s, [](uint8_t c, ssize i) { return i == 0 ? upperAscii(c) : lowerAscii(c); });
    TextView text = viewOf(self);
    StrBuilder out;
    char32_t mapped[3];
    appendMapped(out, mapped, unicode::toTitle(text.at(0), mapped));
    for (ssize i = 1; i < text.length; ++i) appendLower(out, text, i);
    return out.finishNew();
}

Owned strTitle(Object* self) {
    TextView text = viewOf(self);
    StrBuilder out;
    bool afterCased = false;
    for (ssize i = 0; i < text.length; ++i) {
        const uint32_t c = text.at(i);
        char32_t mapped[3];
        if (afterCased) appendLower(out, text, i);
        else appendMapped(out, mapped, unicode::toTitle(c, mapped));
        afterCased = unicode::isCased(c);
    }
    return out.finishNew();
}

Owned strSwapcase(Object* self) {
    StrObject* s = asStr(self);
    if (s->ascii) return mapAscii(s, [](uint8_t c, ssize) { return unsigned(c | 32) - 'a' < 26 ? static_cast<uint8_t>(c ^ 32) : c; });
    TextView text = viewOf(self);
    StrBuilder out;
    for (ssize i = 0; i < text.length; ++i) {
        const uint32_t c = text.at(i);
        char32_t mapped[3];
        if (unicode::isUpper(c)) appendLower(out, text, i);
        else if (unicode::isLower(c)) appendMapped(out, mapped, unicode::toUpper(c, mapped));
        else out.append(c);
    }
    return out.finishNew();
}

}
