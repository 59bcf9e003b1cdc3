// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/python/objects/classes/function_object.h"

namespace memtape {

// A source file, with its text, so that the tape can be read without it. Once for each path.
void defineSourceOnTape(const std::string& path, std::string_view source, bool ofProgram);
uint32_t defineCodeOnTape(CodeObject* code); // its number on the tape
void forgetCodeDefinitions();                // before a new recording

}
