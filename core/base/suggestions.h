// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace memtape {

// "Did you mean": the candidate nearest to a misspelt name by CPython's weighted edit distance (Python/suggestions.c), or "".
std::string closestName(const std::vector<std::string>& candidates, const std::string& name);

}
