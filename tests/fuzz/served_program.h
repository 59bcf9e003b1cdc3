// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A program that is handed one input after another, for the parts of the library that are written here: nearly all the time of a short run goes into its
// beginning, so it goes on from input to input. What it keeps of one for the next may matter, so it begins anew now and then, and where it came to its end.

#include <string>
#include <string_view>

namespace memtape::fuzz {

enum class Served { Run, Recorded };

// What the program does with each input, which it has as `data`; `before` is done once. It may raise what it likes. One input takes some seconds at most: that
// it cannot be stopped then is a finding. There is one such program in a process.
void serve(const std::string& before, const std::string& withData, std::string_view bytes, Served how = Served::Run);
// Ends the run, which needs what goes when the process ends.
void endServed();

}
