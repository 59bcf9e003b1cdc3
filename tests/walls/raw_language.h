// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A language whose programs are functions, for what no program's text could say.

#include <functional>

namespace memtape::test {

// Registers the language, under the tag "raw". Its programs, whatever their texts, do this from now on, and have what it gives as their exit status.
void setRawProgram(std::function<int()> program);

}
