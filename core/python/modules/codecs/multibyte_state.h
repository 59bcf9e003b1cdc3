// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What getstate() and setstate() of the incremental codecs of East Asia show of them: numbers of which the bytes, the lowest first, are the state.

#include <string>
#include <string_view>

#include "core/python/modules/codecs/multibyte_codecs.h"
#include "core/python/objects/model/object.h"

namespace memtape {

constexpr size_t mostPending = 8; // bytes that are kept between two pieces

// An encoder's: how many bytes of UTF-8 are pending, those, and the state.
Owned encoderStateNumber(const CodecState& state, std::string_view pending);
bool readEncoderState(Object* number, CodecState& state, std::string& pending); // false: an exception is pending
Owned decoderStateNumber(const CodecState& state);
bool readDecoderState(Object* number, CodecState& state);

}
