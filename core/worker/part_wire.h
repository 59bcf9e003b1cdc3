// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is asked of a watched run, and what it tells, as bytes.

#include <optional>
#include <string>
#include <string_view>

#include "core/session/part_watch.h"

namespace memtape {

std::string watchBytes(const PartWatch& watch);
std::optional<PartWatch> watchOf(std::string_view bytes); // none: they make no sense

std::string partsBytes(const PartWatch& watch);
std::optional<PartWatch> partsOf(std::string_view bytes); // none: they make no sense

}
