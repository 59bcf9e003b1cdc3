// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Exceptions that nobody can catch, because what failed was not called by the program: a __del__, a callback, an exit function. They are printed
// and forgotten. writeUnraisable(), which names the object that failed, is in errors.h.

#include <string>

namespace memtape {

// Clears the pending exception and writes it to sys.stderr under `headline` ("Exception ignored in: …").
void writeIgnored(std::string headline);
// As writeUnraisable(), with a message instead of what failed.
void writeUnraisableMessage(const std::string& message);

}
