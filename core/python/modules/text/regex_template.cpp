// SPDX-License-Identifier: GPL-3.0-or-later

// What sub() and expand() put in place of a match: text with \1, \g<name>, \n and octal escapes.

#include "core/python/modules/text/regex_object.h"
#include "core/python/modules/text/regex_syntax.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_builder.h"
#include "core/text/utf8.h"

namespace memtape {

namespace {

Owned textOf(PatternObject* pattern, const std::u32string& units) {
    if (!pattern->isBytes) return newStrFromCodePoints(reinterpret_cast<const uint32_t*>(units.data()), units.size());
    std::vector<uint8_t> bytes(units.begin(), units.end());
    return newBytes(bytes.data(), bytes.size());
}

class TemplateReader {
public:
    TemplateReader(PatternObject* pattern, Object* source, RegexTemplate& out)
        : m_pattern(pattern),
          m_source(source),
          m_units(regexUnits(source)),
          m_out(out) {}

    bool read() {
        while (m_at < m_units.size()) {
            char32_t c = m_units[m_at];
            if (c != '\\') {
                m_literal += c;
                ++m_at;
            } else if (!escape()) {
                return false;
            }
        }
        return flush();
    }

private:
    bool fail(const std::string& message, size_t position) { return raiseRegexProblem(message, m_source, static_cast<int64_t>(position)); }

    bool flush() {
        if (m_literal.empty()) return true;
        Owned text = textOf(m_pattern, m_literal);
        if (!text) return false;
        m_out.parts.push_back({text.pointer, -1});
        m_literal.clear();
        return true;
    }

    bool addGroup(int64_t number, size_t position) {
        if (number > m_pattern->groups) return fail("invalid group reference " + std::to_string(number), position);
        if (!flush()) return false;
        m_out.parts.push_back({nullptr, static_cast<ssize>(number)});
        return true;
    }

    bool isDigit(size_t i, char32_t last = '9') const { return i < m_units.size() && m_units[i] >= '0' && m_units[i] <= last; }

    bool escape() {
        size_t start = m_at++;
        if (m_at >= m_units.size()) return fail("bad escape (end of pattern)", start);
        char32_t c = m_units[m_at++];
        if (c == 'g') return namedGroup();
        if (c == '0') {
            uint32_t value = 0;
            for (int i = 0; i < 2 && isDigit(m_at, '7'); ++i) value = value * 8 + m_units[m_at++] - '0';
            m_literal += static_cast<char32_t>(value & 0xff);
            return true;
        }
        if (c >= '1' && c <= '9') {
            int number = static_cast<int>(c - '0');
            if (isDigit(m_at)) {
                if (c <= '7' && isDigit(m_at, '7') && isDigit(m_at + 1, '7')) {
                    uint32_t value = (c - '0') * 64 + (m_units[m_at] - '0') * 8 + m_units[m_at + 1] - '0';
                    m_at += 2;
                    if (value > 255)
                        return fail("octal escape value " + utf8::encoded(m_units.substr(start, m_at - start)) + " outside of range 0-0o377", start);
                    m_literal += static_cast<char32_t>(value);
                    return true;
                }
                number = number * 10 + static_cast<int>(m_units[m_at++] - '0');
            }
            return addGroup(number, start + 1);
        }
        static const std::u32string letters = U"abfnrtv\\", values = U"\a\b\f\n\r\t\v\\";
        size_t which = letters.find(c);
        if (which != letters.npos) {
            m_literal += values[which];
            return true;
        }
        if (c < 128 && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')))
            return fail("bad escape " + utf8::encoded(m_units.substr(start, 2)), start);
        m_literal += '\\';
        m_literal += c;
        return true;
    }

    bool namedGroup() {
        if (m_at >= m_units.size() || m_units[m_at] != '<') return fail("missing <", m_at);
        size_t begin = ++m_at, end = m_units.find(U'>', m_at);
        if (end == m_units.npos) return begin == m_units.size() ? fail("missing group name", begin) : fail("missing >, unterminated name", begin);
        if (end == begin) return fail("missing group name", begin);
        std::u32string name = m_units.substr(begin, end - begin);
        m_at = end + 1;
        bool number = true;
        int64_t value = 0;
        for (char32_t d : name) {
            number = number && d >= '0' && d <= '9';
            if (number) value = std::min<int64_t>(1'000'000'000, value * 10 + d - '0');
        }
        if (number) return addGroup(value, begin);
        if (!isRegexIdentifier(name)) return fail("bad character in group name " + quotedOf(name), begin);
        Ref<> key = newStrFromCodePoints(reinterpret_cast<const uint32_t*>(name.data()), name.size());
        Object* found = key ? dictFind(m_pattern->groupIndex, key) : nullptr;
        if (!found) return raise(exc::IndexError, "unknown group name {}", quotedOf(name));
        return addGroup(groupIndexValue(found), begin);
    }

    PatternObject* m_pattern;
    Object* m_source;
    std::u32string m_units, m_literal;
    size_t m_at = 0;
    RegexTemplate& m_out;
};

}

RegexTemplate::~RegexTemplate() {
    for (Part& part : parts) xdecref(part.text);
}

std::u32string regexUnits(Object* text) {
    std::u32string units;
    if (!text) return units;
    if (isStr(text)) {
        TextView view = viewOf(text);
        for (ssize i = 0; i < view.length; ++i) units += static_cast<char32_t>(view.at(i));
        return units;
    }
    const uint8_t* bytes;
    size_t size;
    if (bufferOf(text, &bytes, &size)) units.assign(bytes, bytes + size);
    return units;
}

bool readTemplate(PatternObject* pattern, Object* source, RegexTemplate& out) {
    const uint8_t* bytes;
    size_t size;
    bool isText = isStr(source);
    if (!isText && !bufferOf(source, &bytes, &size))
        return raise(exc::TypeError, "decoding to str: need a bytes-like object, {} found", source->type->name);
    if (isText == pattern->isBytes) {
        return raise(exc::TypeError,
                     pattern->isBytes ? "sequence item {}: expected a bytes-like object, str found"
                                      : "sequence item {}: expected str instance, {} found",
                     0, source->type->name);
    }
    return TemplateReader(pattern, source, out).read();
}

bool expandTemplate(const RegexTemplate& parsed, const RegexSubject& subject, const std::vector<ssize>& marks, Object* list) {
    for (const RegexTemplate::Part& part : parsed.parts) {
        if (part.text) {
            if (!listAppend(asList(list), part.text)) return false;
            continue;
        }
        ssize begin = marks[static_cast<size_t>(2 * part.group)], end = marks[static_cast<size_t>(2 * part.group + 1)];
        if (begin < 0) continue; // took no part: empty
        Ref<> text = sliceSubject(subject, begin, end);
        if (!text || !listAppend(asList(list), text)) return false;
    }
    return true;
}

Owned joinParts(PatternObject* pattern, Object* list) {
    if (!pattern->isBytes) return strJoin(emptyString, list);
    Ref<> nothing = newBytes(nullptr, 0);
    return nothing ? callMethod(nothing, names::join, list) : Owned(nullptr);
}

Failure raiseRegexProblem(const std::string& message, Object* pattern, int64_t position) {
    Ref<> name = newStr("re");
    Held<> module(name ? vmHooks.importModule(name) : Owned(nullptr));
    Held<> type(module ? getAttr(module, "PatternError") : Owned(nullptr));
    Ref<> text = newStr(message), place = position < 0 ? newNone() : newInt(position);
    if (!type || !text || !place) return {};
    Held<> error(call(type, text, pattern, place));
    return error ? raiseInstance(error) : Failure();
}

}
