// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"

namespace memtape {

int exportVerb(const CommandLine& line); // memtape export: pictures of steps, without a display

}
