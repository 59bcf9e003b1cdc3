// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Workers that do what none should. Which one a process is to be is in its environment.

#include <optional>
#include <string>
#include <vector>

namespace memtape::test {

constexpr char badWorkerVariable[] = "MEMTAPE_TEST_BAD_WORKER";
std::vector<std::string> badWorkers(); // that are to be ended because of what they say
// Empty: it is to be a good one.
std::optional<int> runIfBadWorker();

}
