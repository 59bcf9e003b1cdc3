// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/objects/model/object.h"

namespace memtape {

class StrBuilder;

// bytes % args: the result's bytes as Latin-1 characters. (For str see strFormatPercent.)
bool percentFormatBytes(const uint8_t* format, size_t size, Object* args, StrBuilder& out);

}
