// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A memory as bytes (Memory::image): what a tape begins with whose oldest part is gone. It says what objects, frames, threads and holds there are, not how
// the tables lie: so it is small, and whatever the bytes are, what is made of them is a memory. Numbers of records stay, as they are the order in which
// objects are told: a state reads the same from the whole tape and from its last part.
//
//     Now | pointers | frames, natives, interpreters | threads | records: those in use, then those that are free, the next one first | areas
//
// Nearly all are varints. ImageWriter and ImageReader have the same calls, so that what only lists fields is written once for both.

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

#include "core/events/encoding.h"

namespace memtape {

class ImageWriter {
public:
    static constexpr bool reads = false;
    explicit ImageWriter(std::string& out) : m_out(out) {}

    template <class T> void value(const T& v) { number(static_cast<uint64_t>(v)); }
    // One that is near to `last`, which becomes it.
    void near(uint32_t v, uint32_t& last) {
        number(zigzag(static_cast<int32_t>(v - last)));
        last = v;
    }
    void text(std::string_view text) {
        number(text.size());
        m_out += text;
    }

private:
    void number(uint64_t v) {
        uint8_t bytes[10];
        m_out.append(reinterpret_cast<const char*>(bytes), static_cast<size_t>(putVarint(bytes, v) - bytes));
    }
    std::string& m_out;
};

// Behind the end, and from what makes no sense on, all is 0 and isGood() false.
class ImageReader {
public:
    static constexpr bool reads = true;
    explicit ImageReader(std::string_view bytes) : m_bytes(bytes) {}

    bool isGood() const { return m_isGood; }
    bool fail() { return m_isGood = false; }
    template <class T> void value(T& v) { v = static_cast<T>(number()); }
    template <class T = uint32_t> T take() { return static_cast<T>(number()); }
    uint32_t near(uint32_t& last) { return last += static_cast<uint32_t>(unzigzag(take())); }
    std::string_view text() {
        const uint64_t size = number();
        if (size > m_bytes.size()) fail();
        const std::string_view text = m_bytes.substr(0, m_isGood ? size : 0);
        m_bytes.remove_prefix(text.size());
        return text;
    }
    // Of things that take a byte each at least.
    uint32_t count() {
        const uint64_t count = number();
        if (count > m_bytes.size()) fail();
        return m_isGood ? static_cast<uint32_t>(count) : 0;
    }
    std::string_view rest() const { return m_bytes; }

private:
    uint64_t number() {
        uint64_t result = 0;
        for (unsigned shift = 0; m_isGood && shift < 64; shift += 7) {
            if (m_bytes.empty()) break;
            const uint8_t byte = static_cast<uint8_t>(m_bytes[0]);
            m_bytes.remove_prefix(1);
            result |= uint64_t{byte & 0x7fu} << shift;
            if (byte < 0x80) return result;
        }
        fail();
        return 0;
    }
    std::string_view m_bytes;
    bool m_isGood = true;
};

// The highest value that a kind may have; others are damage.
template <class Enum> bool isUpTo(Enum v, Enum last) { return static_cast<uint64_t>(v) <= static_cast<uint64_t>(last); }

}
