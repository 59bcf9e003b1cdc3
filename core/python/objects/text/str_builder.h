// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Builds a str piece by piece. The characters lie outside the heap until finish(), one byte each as long as all are Latin-1,
// then two or four; so the program's memory sees the finished string alone. What would not fit into the program's heap is not kept:
// then finish() raises MemoryError.

#include <cstdlib>
#include <cstring>
#include <string_view>

#include "core/python/objects/text/str_object.h"

namespace memtape {

// The characters of a str, or of any array of them.
struct TextView {
    const void* data;
    ssize length;
    unsigned kind; // bytes a character
    uint32_t at(ssize i) const {
        return kind == 1   ? static_cast<const uint8_t*>(data)[i]
               : kind == 2 ? static_cast<const uint16_t*>(data)[i]
                           : static_cast<const uint32_t*>(data)[i];
    }
};
inline TextView viewOf(Object* str) {
    StrObject* s = asStr(str);
    return {strData(s), s->length, s->kind};
}

class StrBuilder {
public:
    StrBuilder() = default;
    ~StrBuilder() {
        if (m_data != m_inline) std::free(m_data);
    }
    StrBuilder(const StrBuilder&) = delete;
    StrBuilder& operator=(const StrBuilder&) = delete;

    void append(uint32_t c) {
        if (!reserve(1, c)) return;
        put(m_length++, c);
        m_seen |= c;
    }
    void append(char c) { append(static_cast<uint32_t>(static_cast<unsigned char>(c))); }
    void append(uint32_t c, ssize count) {
        if (count <= 0) return;
        if (!reserve(count, c)) return;
        for (ssize i = 0; i < count; ++i) put(m_length + i, c);
        m_length += count;
        m_seen |= c;
    }
    void append(TextView text, ssize start, ssize end);
    void append(TextView text) { append(text, 0, text.length); }
    void append(Object* str) { append(viewOf(str)); }
    void append(Object* str, ssize start, ssize end) { append(viewOf(str), start, end); }
    void appendUtf8(std::string_view text); // surrogates as three bytes allowed
    // The last piece. Where it is also the first, it is itself what finish() gives.
    void appendLast(Object* str);
    ssize length() const { return m_length; }
    TextView view() const { return {m_data, m_length, m_kind}; }
    bool failed() const { return m_failed; }
    void clear() {
        m_length = 0;
        m_seen = 0;
    }
    Owned finish();    // null: MemoryError. One Latin-1 character is the shared one
    Owned finishNew(); // a str of its own also then: so CPython's methods leave it that reckon the length of their result first

private:
    static constexpr ssize mostCharacters = PTRDIFF_MAX / 8;
    bool reserve(ssize more, uint32_t c) {
        unsigned kind = c < 0x100 ? 1 : c < 0x10000 ? 2 : 4;
        if (more <= m_capacity - m_length && kind <= m_kind) [[likely]]
            return true;
        return grow(more, kind);
    }
    bool grow(ssize more, unsigned kind);
    void put(ssize i, uint32_t c) {
        if (m_kind == 1) static_cast<uint8_t*>(m_data)[i] = static_cast<uint8_t>(c);
        else if (m_kind == 2) static_cast<uint16_t*>(m_data)[i] = static_cast<uint16_t>(c);
        else static_cast<uint32_t*>(m_data)[i] = c;
    }

    alignas(8) char m_inline[256];
    void* m_data = m_inline;
    ssize m_length = 0, m_capacity = 256;
    uint32_t m_seen = 0; // all characters, or-ed: enough to know the ranges
    unsigned m_kind = 1;
    bool m_failed = false;
    Ref<> m_whole; // what appendLast() was given where nothing was before it
};

// Copies characters between widths; the target must be wide enough.
void copyChars(void* target, unsigned targetKind, ssize at, TextView from, ssize start, ssize count);
// Not less than any character in the range, and in the same range of widths: 0x7f, 0xff, 0xffff, 0x10ffff.
uint32_t maxCharOf(TextView text, ssize start, ssize end);

}
