// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"

namespace memtape {

int exportJobs(const CommandLine& line); // memtape export --jobs FILE: a call of export for each line of the file, in processes of their own

}
