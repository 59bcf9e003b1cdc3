// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The standard error handlers: what each puts in the place of characters or bytes.

#include "core/python/objects/text/codec_errors.h"

namespace memtape {

enum class Replaced : uint8_t { Done, Refused /*it raises the error itself*/, Failed /*another exception is pending*/ };

// `wrong`: where refused, the first character that is.
Replaced replaceCharacters(ErrorHandler handler, TextView text, ssize start, ssize end, std::string_view encoding, Replacement& out, ssize& wrong);
// `next`: where decoding goes on.
Replaced replaceBytes(ErrorHandler handler, std::string_view bytes, size_t start, size_t end, std::string_view encoding, std::u32string& out,
                      size_t& next);

}
