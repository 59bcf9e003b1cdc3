// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How an executable is called to be a worker: with this and the number of its socket. Every executable with a window has it, tests too.

#include <optional>

namespace memtape {

constexpr char workerVerb[] = "--worker";

bool isWorkerCall(int argc, char** argv);
// Empty: this is no call of a worker. Else it has been one, and this is the exit status. The languages are registered.
std::optional<int> runIfWorker(int argc, char** argv);

}
