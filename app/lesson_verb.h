// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"

namespace memtape {

// memtape lesson check: 0 and `no mistakes`; or 1, and a line for each: `FILE:LINE: sentence`.
int lessonCheckVerb(const CommandLine& line);

}
