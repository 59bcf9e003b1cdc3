// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What print needs of the files of the module io, which lies above: a short way into sys.stdout, and open(). Filled in when io is made.

#include <string>

#include "core/python/objects/model/native.h"
#include "core/python/objects/model/object.h"

namespace memtape {

struct TextStreamHooks {
    bool (*isStandard)(Object* file) = nullptr; // stdout or stderr as they were at the start
    bool (*appendEncoded)(Object* file, Object* text, std::string& bytes) = nullptr;
    bool (*writeBytes)(Object* file, const std::string& bytes) = nullptr;
    Owned (*open)(Args args) = nullptr;
};

extern TextStreamHooks textStreams;

}
