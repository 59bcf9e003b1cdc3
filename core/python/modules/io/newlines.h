// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Universal newlines: '\r' and '\r\n' read as '\n', piece by piece, and a memory of which of the three were there. IncrementalNewlineDecoder is this as a class.

#include "core/python/objects/model/object.h"
#include "core/python/objects/text/str_builder.h"

namespace memtape::io {

class Newlines {
public:
    enum Seen : uint8_t { Return = 1, Line = 2, Both = 4 };
    explicit Newlines(bool translates = true) : m_translates(translates) {}

    // The piece, translated where that is wanted. A '\r' at its end stays back until it is known what follows it; `final`: nothing does.
    Owned decode(Object* str, bool final);
    uint8_t seen() const { return m_seen; }
    bool keepsReturn() const { return m_keepsReturn; }
    void setKeepsReturn(bool keeps) { m_keepsReturn = keeps; }
    void reset() {
        m_seen = 0;
        m_keepsReturn = false;
    }
    static Owned describe(uint8_t seen); // None, a str, or a tuple of several: `newlines`

private:
    bool m_translates, m_keepsReturn = false;
    uint8_t m_seen = 0;
};

// How the lines of a text end.
enum class LineEnds : uint8_t { Line, Return, Both, Any }; // '\n', '\r', "\r\n", each of them
// The newline argument of TextIOWrapper and StringIO.
struct NewlineMode {
    bool translates = true; // what is read: None
    bool universal = true;  // None or ''
    LineEnds ends = LineEnds::Line;
    const char* written = nullptr; // what '\n' is written as; null: as it is
};
bool newlineMode(Object* strOrNone, NewlineMode& mode, const char* problem = "illegal newline value: {}"); // false: ValueError with `problem`
// The place behind the first line's end from `start` on; -1: there is none before `end`.
ssize lineEnd(TextView text, ssize start, ssize end, LineEnds ends);

}
