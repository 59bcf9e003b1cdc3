// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"

namespace memtape {

int weaveVerb(const CommandLine& line); // memtape weave: the pictures that a text in Markdown asks for, and the text with them in it

}
