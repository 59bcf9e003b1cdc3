// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The format language of str, int, float and complex: [[fill]align][sign][z][#][0][width][grouping][.precision][type].

#include <cstdint>
#include <string>

#include "core/python/objects/model/object.h"

namespace memtape {

struct FormatSpec {
    uint32_t fill = ' ';
    char align = '<'; // < > ^ =
    bool alignGiven = false;
    bool alternate = false;      // #
    bool noNegativeZero = false; // z
    char sign = 0;               // + - blank, 0: not given
    ssize width = -1;            // -1: not given
    ssize precision = -1;
    enum class Grouping : uint8_t { None, Comma, Underscore, Locale } grouping = Grouping::None;
    uint32_t type = 0; // the type's letter; the default where none is given
};

// Reads a spec (a str). `forType`: the type named in messages. False: ValueError pending, in CPython's words.
bool parseFormatSpec(Object* spec, uint32_t defaultType, char defaultAlign, Object* value, FormatSpec* out);
// "Unknown format code '%c' for object of type '%.200s'"
Failure raiseUnknownFormatCode(uint32_t type, Object* value);

// The text (valid UTF-8, `length` code points) filled up to the spec's width. For "=": as ">".
Owned padFormatted(const FormatSpec& spec, const std::string& text, ssize length);

// int.__format__ & co. The spec is a str; '' gives str(value).
Owned formatInt(Object* value, Object* spec);
Owned formatFloat(Object* value, Object* spec);
Owned formatComplex(Object* value, Object* spec);

}
