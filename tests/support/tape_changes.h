// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Changes of a recording at random that no checksum finds.

#include <memory>

#include "tests/support/program_changes.h"

namespace memtape {

class Tape;

// The same run with some bytes of its events changed, and now and then of what they name.
std::shared_ptr<Tape> damaged(const Tape& tape, Random& random);

}
