// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The encodings of East Asia, whose characters take one byte or several: which bytes a character is and which character bytes are. The tables are
// those of the system's iconv; where CPython's differ from them (ASCII where iconv has a yen sign, no C1 controls …) a codec says so here.

#include <iconv.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace memtape {

class StatefulCodec; // stateful_codec.h

struct MultibyteCodec {
    const char* name;   // as CPython calls it
    const char* module; // the module whose getcodec() knows it
    const char* system; // as iconv calls it
    // How many bytes a character takes that begins so; 0: there have to be more before that can be told.
    size_t (*length)(std::string_view bytes);
    // Characters and bytes that are otherwise in CPython: true where these two decided. An empty result: there is none.
    bool (*encodeOtherwise)(char32_t c, std::string& out);
    bool (*decodeOtherwise)(std::string_view bytes, char32_t& c); // c 0: no character
    // Where bytes mean something by what came before them: what does it all in place of the above.
    const StatefulCodec* stateful = nullptr;
    // Of JIS X 0213: some characters have one code together with the combining one behind them; and whose codes of three bytes are taken, too.
    bool hasPairs = false;
    const MultibyteCodec* threeBytes = nullptr;
};

// What such a codec keeps between two pieces of a text, as CPython's getstate() shows it.
using CodecState = std::array<uint8_t, 8>;

const MultibyteCodec* findMultibyteCodec(std::string_view module, std::string_view name); // null: none of this name

// The bytes of a character, appended. False: it has none.
bool encodeMultibyte(const MultibyteCodec& codec, char32_t c, std::string& out);
// Those of a base character and a combining one that have one code together. False: they have none.
bool encodeMultibytePair(const MultibyteCodec& codec, char32_t first, char32_t second, std::string& out);
bool beginsMultibytePair(const MultibyteCodec& codec, char32_t c);
enum class EncodeStep : uint8_t { Done, Illegal, Incomplete };
// What stands at the beginning of `bytes`, which are not empty. `length` 0: they end within a character.
enum class MultibyteStep : uint8_t { Character, Illegal, Incomplete, UnknownState };
MultibyteStep decodeMultibyte(const MultibyteCodec& codec, std::string_view bytes, std::u32string& out, size_t& length);

}
