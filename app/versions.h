// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What this program is made of, for `--version` and for reports.

#include <string>

namespace memtape {

// Two lines, each ended: Memtape and its number; the CPython whose library it carries, or why there is none.
std::string versionText();

std::string compilerText(); // "GCC 12.2.0, Release"

}
