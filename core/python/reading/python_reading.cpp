// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/reading/python_reading.h"

#include "core/python/reading/awaiting.h"

namespace memtape {

void registerPythonReading() {
    registerReading("python", [](const MemoryState& state) -> std::unique_ptr<Reading> { return std::make_unique<PythonReading>(state); });
    registerWaiting("Python", awaitedInPython);
}

}
