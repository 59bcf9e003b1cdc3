// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the table of the command line (command_table.h) cannot say of words that belong together.

#include <string>

#include "app/command_line.h"

namespace memtape {

// What is wrong with a call whose words are each well; one sentence. Empty: nothing.
std::string problemOfCall(const CommandLine& line);

}
