// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes JSON into a string: ASCII only, commas by itself.

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

namespace memtape {

class JsonWriter {
public:
    explicit JsonWriter(std::string* out) : m_out(out) {}

    // Where it writes. At a new place nothing stands before.
    std::string* target() const { return m_out; }
    void setTarget(std::string* out) {
        m_out = out;
        m_first = out->empty();
    }
    // What was written elsewhere.
    void raw(std::string_view json) {
        comma();
        *m_out += json;
    }

    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }
    // A key of an object; the value follows.
    void key(std::string_view name) {
        comma();
        text(name);
        *m_out += ": ";
        m_first = true;
    }
    void number(uint64_t v) {
        comma();
        digits(v);
    }
    void number(int64_t v) {
        comma();
        if (v < 0) *m_out += '-';
        digits(v < 0 ? ~static_cast<uint64_t>(v) + 1 : static_cast<uint64_t>(v));
    }
    void boolean(bool v) {
        comma();
        *m_out += v ? "true" : "false";
    }
    void null() {
        comma();
        *m_out += "null";
    }
    void string(std::string_view utf8) {
        comma();
        text(utf8);
    }
    void pair(std::string_view name, std::string_view value) { key(name), string(value); }
    void pair(std::string_view name, uint64_t value) { key(name), number(value); }

private:
    void digits(uint64_t v) {
        char text[20];
        char* end = std::to_chars(text, text + sizeof text, v).ptr;
        m_out->append(text, static_cast<size_t>(end - text));
    }
    void open(char c) {
        comma();
        *m_out += c;
        m_first = true;
    }
    void close(char c) {
        *m_out += c;
        m_first = false;
    }
    void comma() {
        if (!m_first) m_out->append(", ", 2);
        m_first = false;
    }
    void text(std::string_view utf8); // json_writer.cpp

    std::string* m_out;
    bool m_first = true;
};

}
