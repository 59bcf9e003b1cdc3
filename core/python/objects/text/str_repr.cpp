// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/text/str_builder.h"
#include "core/text/unicode.h"

// repr of text: quotes and escapes.

namespace memtape {

namespace {

const char hexDigits[] = "0123456789abcdef";

void appendEscape(StrBuilder& out, uint32_t c) {
    int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
    out.append('\\');
    out.append(digits == 2 ? 'x' : digits == 4 ? 'u' : 'U');
    for (int shift = digits * 4 - 4; shift >= 0; shift -= 4) out.append(hexDigits[c >> shift & 15]);
}

}

Owned strRepr(Object* str) {
    TextView text = viewOf(str);
    bool single = false, both = false;
    for (ssize i = 0; i < text.length; ++i) {
        uint32_t c = text.at(i);
        if (c == '\'') single = true;
        else if (c == '"') both = true;
    }
    char quote = single && !both ? '"' : '\'';
    StrBuilder out;
    out.append(quote);
    for (ssize i = 0; i < text.length; ++i) {
        uint32_t c = text.at(i);
        if (c == static_cast<uint32_t>(quote) || c == '\\') out.append('\\'), out.append(c);
        else if (c == '\t') out.append('\\'), out.append('t');
        else if (c == '\n') out.append('\\'), out.append('n');
        else if (c == '\r') out.append('\\'), out.append('r');
        else if (c >= ' ' && c < 0x7f) out.append(c);
        else if (c < 0x80 || !unicode::isPrintable(c)) appendEscape(out, c);
        else out.append(c);
    }
    out.append(quote);
    return out.finish();
}

}
