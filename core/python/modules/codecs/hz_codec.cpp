// SPDX-License-Identifier: GPL-3.0-or-later

// HZ (RFC 1843): GB 2312 between ~{ and ~}, ASCII elsewhere, where ~~ is a tilde and ~ at a line's end continues it.

#include "core/python/modules/codecs/character_sets.h"
#include "core/python/modules/codecs/stateful_codec.h"

namespace memtape {

namespace {

class HzCodec final : public StatefulCodec {
public:
    void beginEncoding(CodecState& state) const override { state = {}; }
    void beginDecoding(CodecState& state) const override { state = {}; }

    EncodeStep encode(CodecState& state, std::u32string_view text, bool, std::string& out, size_t& used) const override {
        used = 1;
        if (text[0] < 0x80) {
            end(state, out);
            out += static_cast<char>(text[0]);
            if (text[0] == '~') out += '~';
            return EncodeStep::Done;
        }
        std::string code;
        if (!encodeInSet(Gb2312Set, text[0], code)) return EncodeStep::Illegal;
        if (!isChinese(state)) out += "~{";
        state[0] = 1;
        out += code;
        return EncodeStep::Done;
    }

    void end(CodecState& state, std::string& out) const override {
        if (isChinese(state)) out += "~}";
        state[0] = 0;
    }

    MultibyteStep decode(CodecState& state, std::string_view bytes, std::u32string& out, size_t& length) const override {
        length = 1;
        const char byte = bytes[0];
        if (byte & 0x80) return MultibyteStep::Illegal;
        if (byte != '~' && !isChinese(state)) return out += static_cast<char32_t>(byte), MultibyteStep::Character;
        if (bytes.size() < 2) return MultibyteStep::Incomplete;
        if (byte == '~' ? !escape(state, bytes[1], out) : !decodeInSet(Gb2312Set, bytes.substr(0, 2), out)) return MultibyteStep::Illegal;
        length = 2;
        return MultibyteStep::Character;
    }

    void resetDecoding(CodecState& state) const override { state[0] = 0; }

private:
    static bool isChinese(const CodecState& state) { return state[0] != 0; }

    // What follows a tilde.
    static bool escape(CodecState& state, char byte, std::u32string& out) {
        if (isChinese(state)) {
            if (byte != '}') return false;
            state[0] = 0;
            return true;
        }
        if (byte == '~') out += U'~';
        if (byte == '{') state[0] = 1;
        return byte == '~' || byte == '{' || byte == '\n';
    }
};

constexpr HzCodec codec;

}

const StatefulCodec& hz = codec;

}
