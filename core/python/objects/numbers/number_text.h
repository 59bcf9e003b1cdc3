// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The text of objects that stand for a number: what float('…'), complex('…') and their like share.

#include <string>

#include "core/python/objects/model/object.h"

namespace memtape {

// The ASCII text of a str (digits and spaces of any script as ASCII's) or of a bytes-like object. False: it is neither.
bool numberText(Object* o, std::string* out);
void stripSpaces(std::string& text);

}
