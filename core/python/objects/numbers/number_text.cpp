// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/numbers/number_text.h"

#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"
#include "core/text/float_text.h"
#include "core/text/unicode.h"

namespace memtape {

bool numberText(Object* o, std::string* out) {
    if (isStr(o)) {
        StrObject* s = asStr(o);
        for (ssize i = 0; i < s->length; ++i) {
            uint32_t c = charAt(s, i);
            int decimal = c < 0x80 ? -1 : unicode::decimalValue(c);
            *out += decimal >= 0 ? static_cast<char>('0' + decimal) : unicode::isSpace(c) ? ' ' : c < 0x80 ? static_cast<char>(c) : '?';
        }
        return true;
    }
    const uint8_t* data;
    size_t size;
    if (!bufferOf(o, &data, &size)) return false;
    out->assign(reinterpret_cast<const char*>(data), size);
    return true;
}

void stripSpaces(std::string& text) {
    auto isSpace = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    size_t begin = 0, end = text.size();
    while (begin < end && isSpace(text[begin])) ++begin;
    while (end > begin && isSpace(text[end - 1])) --end;
    text = text.substr(begin, end - begin);
}

Owned floatFromText(Object* o) {
    std::string text;
    if (!numberText(o, &text)) return raise(exc::TypeError, "float() argument must be a string or a real number, not '{}'", o->type->name);
    stripSpaces(text);
    double value;
    bool fine = text.find('_') == text.npos || removeUnderscores(text);
    if (!fine || text.empty() || parseDouble(text, &value) != text.size()) {
        return raise(exc::ValueError, "could not convert string to float: {!r}", FormatArg(o));
    }
    return newFloat(value);
}

}
