// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A program that is recorded, for what a target asks of its tape.

#include <chrono>
#include <memory>
#include <string>

namespace memtape {
class Tape;
struct RunOptions;
}

namespace memtape::fuzz {

constexpr std::chrono::seconds longEnough{4}; // then a run is stopped

// With little memory and few steps; waits take no time.
RunOptions smallRun();
// A run of it; that it does not stop is a finding. It may raise what it likes.
std::shared_ptr<const Tape> recordProgram(const std::string& text);

}
