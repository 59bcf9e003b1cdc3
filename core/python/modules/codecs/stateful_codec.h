// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Codecs in which what a byte means depends on what came before it: escape sequences say which set of characters is written (ISO 2022, HZ).

#include <cstdint>
#include <string>
#include <string_view>

#include "core/python/modules/codecs/multibyte_codecs.h"

namespace memtape {

class StatefulCodec {
public:
    virtual void beginEncoding(CodecState& state) const = 0;
    virtual void beginDecoding(CodecState& state) const = 0;
    // The first character of `text`, or the first two where they have one code together. `text` are two characters, or one at its end, after which
    // there may be more where it is not `final`.
    virtual EncodeStep encode(CodecState& state, std::u32string_view text, bool final, std::string& out, size_t& used) const = 0;
    // Leads back to ASCII, which is what a text ends in.
    virtual void end(CodecState& state, std::string& out) const = 0;
    // What stands at the beginning of `bytes`, which are not empty: a character, or what changes the state and is none. `length`: its bytes.
    virtual MultibyteStep decode(CodecState& state, std::string_view bytes, std::u32string& out, size_t& length) const = 0;
    virtual void resetDecoding(CodecState& state) const = 0;

protected:
    ~StatefulCodec() = default;
};

// ISO-2022-KR and the variants of ISO-2022-JP by CPython's names, and HZ.
extern const StatefulCodec &iso2022Kr, &iso2022Jp, &iso2022Jp1, &iso2022Jp2, &iso2022Jp3, &iso2022Jp2004, &iso2022JpExt, &hz;

}
