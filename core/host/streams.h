// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The program's standard streams. What passes is on the tape as well.

#include <string>
#include <string_view>

#include "core/events/memory_events.h"

namespace memtape {

void hostWrite(OutputStream stream, std::string_view bytes);
bool hostReadLine(std::string& line); // false: end of input; or an exception is pending, or the run is being stopped

}
