// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The encodings of East Asia, whose characters take one byte or several: which bytes a character is and which character bytes are. The tables are
// those of the system's iconv; where CPython's differ from them (ASCII where iconv has a yen sign, no C1 controls …) a codec says so here.

#include <iconv.h>

#include <string>
#include <string_view>

namespace memtape {

struct MultibyteCodec {
    const char* name;   // as CPython calls it
    const char* module; // the module whose getcodec() knows it
    const char* system; // as iconv calls it
    // How many bytes a character takes that begins so; 0: there have to be more before that can be told.
    size_t (*length)(std::string_view bytes);
    // Characters and bytes that are otherwise in CPython: true where these two decided. An empty result: there is none.
    bool (*encodeOtherwise)(char32_t c, std::string& out);
    bool (*decodeOtherwise)(std::string_view bytes, char32_t& c); // c 0: no character
};

const MultibyteCodec* findMultibyteCodec(std::string_view module, std::string_view name); // null: none of this name

// The bytes of a character, appended. False: it has none.
bool encodeMultibyte(const MultibyteCodec& codec, char32_t c, std::string& out);
// What stands at the beginning of `bytes`, which are not empty. `length` 0: they end within a character.
enum class MultibyteStep : uint8_t { Character, Illegal, Incomplete };
MultibyteStep decodeMultibyte(const MultibyteCodec& codec, std::string_view bytes, std::u32string& out, size_t& length);

}
