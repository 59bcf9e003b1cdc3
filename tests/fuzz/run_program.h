// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Small programs that hand an input to a part of the library which is written here.

#include <memory>
#include <string>
#include <string_view>

namespace memtape {
class Tape;
}

namespace memtape::fuzz {

// The input as a bytes literal of the program's language.
std::string bytesLiteral(std::string_view bytes);
// Runs it with little memory, and stops it after some seconds; that it does not stop is a finding. It may raise what it likes.
void runProgram(const std::string& text);
// The same, recorded; with few steps.
std::shared_ptr<const Tape> recordProgram(const std::string& text);

}
