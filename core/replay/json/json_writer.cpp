// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/json/json_writer.h"

#include <cstdio>

#include "core/text/utf8.h"

namespace memtape {

void JsonWriter::text(std::string_view utf8) {
    auto escape = [&](uint32_t unit) {
        char buffer[8];
        m_out->append(buffer, static_cast<size_t>(std::snprintf(buffer, sizeof buffer, "\\u%04x", unit)));
    };
    *m_out += '"';
    auto isPlain = [](char byte) { return byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7f; };
    for (size_t at = 0; at < utf8.size();) {
        const size_t begin = at;
        while (at < utf8.size() && isPlain(utf8[at])) at++;
        m_out->append(utf8, begin, at - begin);
        if (at == utf8.size()) break;
        const utf8::Step step = utf8::decode(utf8, at, utf8::Surrogates::Passed);
        at += step.length;
        if (step.problem != utf8::Problem::None) { // such bytes are shown as surrogateescape has them
            for (size_t i = at - step.length; i < at; ++i) escape(0xDC00u | static_cast<uint8_t>(utf8[i]));
            continue;
        }
        const char32_t c = step.character;
        if (c == '"' || c == '\\') {
            *m_out += '\\';
            *m_out += static_cast<char>(c);
        } else if (c == '\n') {
            *m_out += "\\n";
        } else if (c == '\t') {
            *m_out += "\\t";
        } else if (c == '\r') {
            *m_out += "\\r";
        } else if (c < 0x10000) {
            escape(c);
        } else {
            escape(0xD800 + ((c - 0x10000) >> 10));
            escape(0xDC00 + ((c - 0x10000) & 0x3ff));
        }
    }
    *m_out += '"';
}

}
