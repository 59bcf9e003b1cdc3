// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What `memtape VERB --help` prints, from the table of the command line.

#include <string>

#include "app/command_table.h"

namespace memtape {

std::string helpText(const VerbRow& verb);

}
