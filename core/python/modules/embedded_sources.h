// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace memtape {

// The Python texts of modules/python, one entry a module; ends with a null name. Written by cmake/embed_python.cmake.
struct EmbeddedSource {
    const char* name; // dotted
    const char* text;
    size_t size;
    bool isPackage;
};
extern const EmbeddedSource embeddedSources[];

}
