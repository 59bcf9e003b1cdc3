// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the files of _lzma share: lzma_module (module, functions), lzma_streams (LZMACompressor, LZMADecompressor), lzma_filters.

#include "core/python/modules/compression/lzma_filters.h"

namespace memtape {

enum LzmaFormat : int { formatAuto, formatXz, formatAlone, formatRaw };

bool addLzmaTypes(Object* module);

}
