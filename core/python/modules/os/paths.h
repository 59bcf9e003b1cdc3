// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Paths as programs give them.

#include <string>

#include "core/python/objects/model/object.h"

namespace memtape {

// str, bytes, or what has __fspath__, as the host wants it. False: TypeError, or ValueError for a zero character.
// `function`: whose argument `name` it is; null: "expected str, bytes or os.PathLike object, not x".
bool pathArgument(Object* value, std::string& path, const char* function = nullptr, const char* name = "path");
Owned fsPath(Object* value);                           // os.fspath: a str or bytes
Owned newPath(const std::string& path, bool asBytes);  // a str (surrogateescape) or bytes
bool pathBytes(Object* strOrBytes, std::string& path); // os.fsencode

}
