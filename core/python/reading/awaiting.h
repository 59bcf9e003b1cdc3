// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replay/waiting.h"

namespace memtape {

Awaited awaitedInPython(const Reading& reading, ObjectId id); // registered with registerPythonReading()

}
