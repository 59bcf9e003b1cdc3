// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reading a double from text: what float('…'), complex('…') and their like share.

#include <string>
#include <string_view>

#include "core/python/objects/model/object.h"

namespace memtape {

// A decimal number, inf, infinity or nan, with a sign. The length that was read, 0: none there.
size_t parseDouble(std::string_view text, double* out);
// Underscores may stand between digits only. False: one stands elsewhere.
bool removeUnderscores(std::string& text);
// The ASCII text of a str (digits and spaces of any script as ASCII's) or of a bytes-like object. False: it is neither.
bool numberText(Object* o, std::string* out);
void stripSpaces(std::string& text);

}
