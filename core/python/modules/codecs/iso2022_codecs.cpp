// SPDX-License-Identifier: GPL-3.0-or-later

// ISO-2022-JP (RFC 1468) and what it grew into (RFC 1554, RFC 2237, JIS X 0213), and ISO-2022-KR (RFC 1557). Escape sequences designate sets of
// characters to G0, G1 and G2; bytes mean what G0 has, or G1 after SO until SI or the line's end, and after ESC N one byte means what G2 has.

#include <algorithm>
#include <array>

#include "core/python/modules/codecs/character_sets.h"
#include "core/python/modules/codecs/stateful_codec.h"

namespace memtape {

namespace {

constexpr char escape = '\x1b', shiftOut = '\x0e', shiftIn = '\x0f';
constexpr size_t longestEscape = 16;
// CPython writes one code of the second plane for another character where the revision is that of 2000; it reads it as that of 2004.
constexpr char32_t character2000 = 0x9b1d, character2004 = 0x9b1c;
constexpr char32_t of2000(char32_t c) { return c == character2000 ? character2004 : c == character2004 ? character2000 : c; }

// Where the parts of the state lie.
enum StatePart : size_t { G0 = 0, G1 = 1, G2 = 2, Flags = 4 };
enum StateFlag : uint8_t { Shifted = 1, PassingEscape = 2 }; // G1 is written; an escape sequence of another kind goes by as text

bool endsEscape(char byte) { return byte >= '@' && byte <= 'Z'; }
void setFlag(CodecState& state, StateFlag flag, bool on) { state[Flags] = static_cast<uint8_t>(on ? state[Flags] | flag : state[Flags] & ~flag); }
bool hasFlag(const CodecState& state, StateFlag flag) { return state[Flags] & flag; }

struct Iso2022Sets {
    std::array<uint8_t, 7> encoded; // in the order in which a character is looked for; 0: no more
    std::array<uint8_t, 3> decoded; // designated by others alone
    uint8_t pairs;                  // the set in which two characters have one code together; 0: none
    bool shifts, singleShifts, hasJisX0208Of1990;
};

class Iso2022Codec final : public StatefulCodec {
public:
    explicit constexpr Iso2022Codec(const Iso2022Sets& sets) : m_sets(sets) {}

    void beginEncoding(CodecState& state) const override {
        state = {};
        state[G0] = state[G1] = AsciiSet;
    }
    void beginDecoding(CodecState& state) const override {
        beginEncoding(state);
        state[G2] = AsciiSet;
    }

    EncodeStep encode(CodecState& state, std::u32string_view text, bool final, std::string& out, size_t& used) const override {
        used = 1;
        const char32_t c = text[0];
        if (c < 0x80) {
            if (state[G0] != AsciiSet) designate(state, G0, AsciiSet, out);
            if (hasFlag(state, Shifted)) shift(state, false, out);
            out += static_cast<char>(c);
            return EncodeStep::Done;
        }
        std::string code;
        if (m_sets.pairs && beginsPair(c)) {
            if (text.size() < 2 && !final) return EncodeStep::Incomplete;
            if (text.size() > 1 && encodePairInSet(m_sets.pairs, c, text[1], code)) {
                used = 2;
                write(state, m_sets.pairs, code, out);
                return EncodeStep::Done;
            }
        }
        for (uint8_t mark : m_sets.encoded) {
            if (!mark) break;
            if (!encodeInSet(mark, m_sets.pairs == Jis0213Of2000 ? of2000(c) : c, code)) continue;
            write(state, mark, code, out);
            return EncodeStep::Done;
        }
        return EncodeStep::Illegal;
    }

    void end(CodecState& state, std::string& out) const override {
        if (hasFlag(state, Shifted)) shift(state, false, out);
        if (state[G0] != AsciiSet) designate(state, G0, AsciiSet, out);
    }

    MultibyteStep decode(CodecState& state, std::string_view bytes, std::u32string& out, size_t& length) const override {
        length = 1;
        const uint8_t byte = static_cast<uint8_t>(bytes[0]);
        if (hasFlag(state, PassingEscape)) {
            if (endsEscape(bytes[0])) setFlag(state, PassingEscape, false);
            return out += byte, MultibyteStep::Character;
        }
        if (byte == escape) return decodeEscape(state, bytes, out, length);
        if (m_sets.shifts && (byte == shiftOut || byte == shiftIn)) {
            setFlag(state, Shifted, byte == shiftOut);
            return MultibyteStep::Character;
        }
        if (byte == '\n') setFlag(state, Shifted, false);
        if (byte < ' ') return out += byte, MultibyteStep::Character;
        if (byte & 0x80) return MultibyteStep::Illegal;
        const uint8_t mark = state[hasFlag(state, Shifted) ? G1 : G0];
        if (mark == AsciiSet) return out += byte, MultibyteStep::Character;
        if (!knows(mark)) return MultibyteStep::UnknownState;
        length = hasTwoBytes(mark) ? 2 : 1;
        if (bytes.size() < length) return MultibyteStep::Incomplete;
        return decodeInSet(mark, bytes.substr(0, length), out) ? MultibyteStep::Character : MultibyteStep::Illegal;
    }

    // G1, G2 and a sequence that goes by stay as they are, as in CPython.
    void resetDecoding(CodecState& state) const override {
        state[G0] = AsciiSet;
        setFlag(state, Shifted, false);
    }

private:
    bool knows(uint8_t mark) const { return mark && (std::ranges::count(m_sets.encoded, mark) || std::ranges::count(m_sets.decoded, mark)); }

    static bool beginsPair(char32_t c) {
        static constexpr char32_t seconds[] = {0x300, 0x301, 0x2e5, 0x2e9, 0x309a};
        std::string code;
        return std::ranges::any_of(seconds, [&](char32_t second) { return encodePairInSet(Jis0213Of2004, c, second, code); });
    }

    // ---- encoding

    static void designate(CodecState& state, StatePart part, uint8_t mark, std::string& out) {
        out += escape;
        if (hasTwoBytes(mark)) out += '$';
        // the oldest sets have a shorter sequence in G0
        if (part == G1) out += ')';
        else if (mark != Jis0208 && mark != Jis1978) out += '(';
        out += static_cast<char>(mark & ~twoByteSet);
        state[part] = mark;
    }

    static void shift(CodecState& state, bool toG1, std::string& out) {
        out += toG1 ? shiftOut : shiftIn;
        setFlag(state, Shifted, toG1);
    }

    void write(CodecState& state, uint8_t mark, std::string_view code, std::string& out) const {
        const StatePart part = m_sets.shifts ? G1 : G0;
        if (state[part] != mark) designate(state, part, mark, out);
        if (part == G1 && !hasFlag(state, Shifted)) shift(state, true, out);
        out += code;
    }

    // ---- decoding

    MultibyteStep decodeEscape(CodecState& state, std::string_view bytes, std::u32string& out, size_t& length) const {
        if (bytes.size() < 2) return MultibyteStep::Incomplete;
        if (bytes[1] == 'N' && m_sets.singleShifts) return decodeSingleShift(state, bytes, out, length);
        if (std::string_view("$&().").find(bytes[1]) == std::string_view::npos) {
            setFlag(state, PassingEscape, true);
            return out += static_cast<char32_t>(escape), MultibyteStep::Character;
        }
        size_t end = 1;
        while (end < longestEscape && end < bytes.size() && !endsEscape(bytes[end])) {
            // ESC & @ before ESC $ B: its revision of 1990
            const bool announces = m_sets.hasJisX0208Of1990 && bytes.substr(end, 2) == "&@";
            end += announces ? 3 : 1;
        }
        if (end >= longestEscape) return MultibyteStep::Illegal;
        if (end >= bytes.size()) return MultibyteStep::Incomplete;
        length = end + 1;
        return designatedBy(state, bytes.substr(0, length)) ? MultibyteStep::Character : MultibyteStep::Illegal;
    }

    bool designatedBy(CodecState& state, std::string_view sequence) const {
        const bool twoBytes = sequence[1] == '$';
        const char final = sequence.back();
        if (sequence.size() == 6) {
            if (!sequence.ends_with("\x1b$B") || !m_sets.hasJisX0208Of1990) return false; // whatever stands before it, as in CPython
            state[G0] = Jis0208;
            return true;
        }
        if (sequence.size() != 3 && (sequence.size() != 4 || !twoBytes)) return false;
        const char target = sequence.size() == 3 && twoBytes ? '(' : sequence[sequence.size() - 2];
        const bool toG2 = target == '.' && !twoBytes && m_sets.singleShifts;
        if (target != '(' && target != ')' && !toG2) return false;
        const uint8_t mark = static_cast<uint8_t>(twoBytes ? final | twoByteSet : final);
        if (mark != AsciiSet && !knows(mark)) return false;
        state[toG2 ? G2 : target == ')' ? G1 : G0] = mark;
        return true;
    }

    static MultibyteStep decodeSingleShift(CodecState& state, std::string_view bytes, std::u32string& out, size_t& length) {
        if (bytes.size() < 3) return MultibyteStep::Incomplete;
        length = 3;
        const uint8_t mark = state[G2], code = static_cast<uint8_t>(bytes[2]);
        if (mark != Latin1Set && mark != GreekSet && mark != AsciiSet) return MultibyteStep::UnknownState;
        if (code & 0x80 && mark != GreekSet) return MultibyteStep::Illegal;
        if (code & 0x80) return out += code & 0x7fu, MultibyteStep::Character; // as CPython reads it
        const char32_t c = mark == AsciiSet ? code : decodeInHighHalf(mark, code);
        if (!c && mark != AsciiSet) return MultibyteStep::Illegal;
        return out += c, MultibyteStep::Character;
    }

    Iso2022Sets m_sets;
};

constexpr Iso2022Codec kr({{Ksx1001}, {}, 0, true, false, false}), jp({{Jis0208, JisRoman}, {Jis1978}, 0, false, false, true}),
    jp1({{Jis0208, Jis0212, JisRoman}, {Jis1978}, 0, false, false, true}),
    jp2({{Jis0208, Jis0212, Ksx1001, Gb2312Set, JisRoman}, {Jis1978, Latin1Set, GreekSet}, 0, false, true, true}),
    jp3({{Jis0208, Jis0213Of2000, Jis0213Second}, {}, Jis0213Of2000, false, false, true}),
    jp2004({{Jis0208, Jis0213Of2004, Jis0213Second}, {}, Jis0213Of2004, false, false, true}),
    jpExt({{Jis0208, Jis0212, JisRoman, JisKatakana}, {Jis1978}, 0, false, false, true});

}

const StatefulCodec &iso2022Kr = kr, &iso2022Jp = jp, &iso2022Jp1 = jp1, &iso2022Jp2 = jp2, &iso2022Jp3 = jp3, &iso2022Jp2004 = jp2004,
                    &iso2022JpExt = jpExt;

}
