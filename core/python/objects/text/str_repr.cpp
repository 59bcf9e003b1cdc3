// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/text/str_builder.h"
#include "core/text/quoted.h"
#include "core/text/unicode.h"

// repr of text: quotes and escapes.

namespace memtape {

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
        else if (c < 0x80 || !unicode::isPrintable(c)) out.appendUtf8(escapeOf(c));
        else out.append(c);
    }
    out.append(quote);
    return out.finish();
}

}
