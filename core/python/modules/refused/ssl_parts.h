// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// _ssl, by its parts; ssl_module.cpp puts it together.

#include "core/python/modules/refused/refusal.h"

namespace memtape::ssl {

extern const Refusal noNetwork; // as an SSLError

void defineContextType(Type* type); // ssl_context.cpp

}
