// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/text/str_builder.h"
#include "core/python/objects/text/str_methods.h"
#include "core/text/unicode.h"

namespace memtape {

namespace {

Owned all(Object* self, bool (*property)(char32_t)) {
    TextView text = viewOf(self);
    if (text.length == 0) return newBool(false);
    for (ssize i = 0; i < text.length; ++i)
        if (!property(text.at(i))) return newBool(false);
    return newBool(true);
}

// At least one cased character, and none of the other case.
Owned allCased(Object* self, bool (*wanted)(char32_t), bool (*other)(char32_t)) {
    TextView text = viewOf(self);
    bool seen = false;
    for (ssize i = 0; i < text.length; ++i) {
        uint32_t c = text.at(i);
        if (other(c) || unicode::isTitle(c)) return newBool(false);
        if (!seen && wanted(c)) seen = true;
    }
    return newBool(seen);
}

}

Owned strIsAlnum(Object* self) { return all(self, unicode::isAlnum); }
Owned strIsAlpha(Object* self) { return all(self, unicode::isAlpha); }
Owned strIsAscii(Object* self) { return newBool(asStr(self)->ascii); }
Owned strIsDecimal(Object* self) { return all(self, unicode::isDecimal); }
Owned strIsDigit(Object* self) { return all(self, unicode::isDigit); }
Owned strIsNumeric(Object* self) { return all(self, unicode::isNumeric); }
Owned strIsSpace(Object* self) { return all(self, unicode::isSpace); }
Owned strIsLower(Object* self) { return allCased(self, unicode::isLower, unicode::isUpper); }
Owned strIsUpper(Object* self) { return allCased(self, unicode::isUpper, unicode::isLower); }

Owned strIsPrintable(Object* self) {
    TextView text = viewOf(self);
    for (ssize i = 0; i < text.length; ++i)
        if (!unicode::isPrintable(text.at(i))) return newBool(false);
    return newBool(true);
}

bool isIdentifierStr(Object* str) {
    TextView text = viewOf(str);
    if (text.length == 0 || !unicode::isIdentifierStart(text.at(0))) return false;
    for (ssize i = 1; i < text.length; ++i)
        if (!unicode::isIdentifierContinue(text.at(i))) return false;
    return true;
}

Owned strIsIdentifier(Object* self) { return newBool(isIdentifierStr(self)); }

Owned strIsTitle(Object* self) {
    TextView text = viewOf(self);
    bool seen = false, afterCased = false;
    for (ssize i = 0; i < text.length; ++i) {
        uint32_t c = text.at(i);
        if (unicode::isUpper(c) || unicode::isTitle(c)) {
            if (afterCased) return newBool(false);
            afterCased = seen = true;
        } else if (unicode::isLower(c)) {
            if (!afterCased) return newBool(false);
            seen = true;
        } else {
            afterCased = false;
        }
    }
    return newBool(seen);
}

}
