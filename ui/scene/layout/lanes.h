// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Lengths on the grid that arrows run on.

#include <cmath>

#include "ui/style/metrics.h"

namespace memtape::lanes {

inline double nearest(double length) { return std::round(length / metrics::lane) * metrics::lane; }
inline double above(double length) { return std::ceil(length / metrics::lane) * metrics::lane; } // the next one, or itself

}
