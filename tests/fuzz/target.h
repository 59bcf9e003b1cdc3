// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a fuzz target does with one input, whatever its bytes are. Each target is a file of its own in `targets`; it is linked with the driver that feeds
// it the corpus (a test), or with libFuzzer (tools/fuzz).

#include <string_view>

namespace memtape::fuzz {

void tryInput(std::string_view bytes);

}
