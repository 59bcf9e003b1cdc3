// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/text/regex_syntax.h"

#include "core/python/modules/text/regex_translator.h"
#include "core/python/objects/text/str_object.h"
#include "core/text/character_names.h"
#include "core/text/unicode.h"
#include "core/text/utf8.h"

namespace memtape {

namespace {

constexpr uint64_t unlimited = UINT32_MAX, mostRepeats = 65535;

void addWidth(uint64_t& width, uint64_t more) { width = std::min(unlimited, width + more); }

}

RegexTranslation translateRegex(const std::u32string& pattern, bool isBytes, uint32_t flags) {
    RegexTranslation out;
    if (isBytes && flags & RegexFlag::Unicode) out.problem = RegexProblem{"cannot use UNICODE flag with a bytes pattern", -1, true};
    else if (!isBytes && flags & RegexFlag::Locale) out.problem = RegexProblem{"cannot use LOCALE flag with a str pattern", -1, true};
    else if (flags & RegexFlag::Ascii && flags & RegexFlag::Unicode) out.problem = RegexProblem{"ASCII and UNICODE flags are incompatible", -1, true};
    else if (flags & RegexFlag::Ascii && flags & RegexFlag::Locale) out.problem = RegexProblem{"ASCII and LOCALE flags are incompatible", -1, true};
    if (out.problem) return out;
    if (!isBytes && !(flags & RegexFlag::Ascii)) flags |= RegexFlag::Unicode;
    // A flag group at the very beginning holds for the whole: read again with it.
    for (int reading = 0; reading < 2; ++reading) {
        RegexTranslator reader(pattern, isBytes, flags);
        RegexPiece whole = reader.readAll();
        out.problem = reader.problem();
        out.flags = reader.flags();
        out.groups = reader.groupCount();
        out.names = reader.names();
        out.enclosing = reader.enclosing();
        out.text = std::move(whole.text);
        if (out.problem || out.flags == flags) break;
        flags = out.flags;
    }
    if (out.flags & RegexFlag::IgnoreCase) out.text = U"(?i)" + out.text;
    return out;
}

// ---- the grammar

RegexPiece RegexTranslator::readAll() {
    RegexPiece whole = alternation(true);
    if (!m_problem && m_at < m_pattern.size()) fail("unbalanced parenthesis", m_at);
    for (const auto& [number, position] : m_conditions) {
        if (number > groupCount()) fail("invalid group reference " + std::to_string(number), position);
    }
    return whole;
}

RegexPiece RegexTranslator::alternation(bool first) {
    RegexPiece all = sequence(first);
    while (!m_problem && m_at < m_pattern.size() && m_pattern[m_at] == '|') {
        ++m_at;
        RegexPiece next = sequence(false);
        all.text += U"|" + next.text;
        all.least = std::min(all.least, next.least);
        all.most = std::max(all.most, next.most);
    }
    return all;
}

RegexPiece RegexTranslator::sequence(bool first) {
    RegexPiece all;
    while (!m_problem && m_at < m_pattern.size()) {
        char32_t c = m_pattern[m_at];
        if (c == '|' || c == ')') break;
        if (m_flags & RegexFlag::Verbose) {
            if (c == ' ' || (c >= '\t' && c <= '\r')) {
                ++m_at;
                continue;
            }
            if (c == '#') {
                while (m_at < m_pattern.size() && m_pattern[m_at] != '\n') ++m_at;
                continue;
            }
        }
        RegexPiece item;
        if (isQuantifier()) fail("nothing to repeat", m_at);
        else item = atom(first && all.text.empty());
        if (m_problem) break;
        item = quantified(std::move(item));
        all.text += item.text;
        addWidth(all.least, item.least);
        addWidth(all.most, item.most);
    }
    return all;
}

bool RegexTranslator::isQuantifier() const {
    char32_t c = m_pattern[m_at];
    if (c == '*' || c == '+' || c == '?') return true;
    size_t end;
    uint64_t least, most;
    return c == '{' && readBounds(&end, &least, &most);
}

// {m}, {m,}, {,n}, {m,n} at m_at; anything else is text.
bool RegexTranslator::readBounds(size_t* end, uint64_t* least, uint64_t* most) const {
    size_t i = m_at + 1;
    auto number = [&](uint64_t* out) {
        size_t start = i;
        uint64_t value = 0;
        for (; i < m_pattern.size() && m_pattern[i] >= '0' && m_pattern[i] <= '9'; ++i) value = std::min(unlimited, value * 10 + m_pattern[i] - '0');
        if (i > start) *out = value;
        return i > start;
    };
    if (i < m_pattern.size() && m_pattern[i] == '}') return false;
    *least = 0;
    *most = unlimited;
    bool hasLeast = number(least);
    if (i < m_pattern.size() && m_pattern[i] == ',') {
        ++i;
        number(most);
    } else {
        if (!hasLeast) return false;
        *most = *least;
    }
    if (i >= m_pattern.size() || m_pattern[i] != '}') return false;
    *end = i + 1;
    return true;
}

RegexPiece RegexTranslator::quantified(RegexPiece item) {
    if (m_at >= m_pattern.size() || !isQuantifier()) return item;
    size_t here = m_at, end = m_at + 1;
    uint64_t least = 0, most = unlimited;
    switch (m_pattern[m_at]) {
    case '*': break;
    case '+': least = 1; break;
    case '?': most = 1; break;
    default:
        readBounds(&end, &least, &most);
        if (most < least) return fail("min repeat greater than max repeat", here + 1);
    }
    if (item.isAnchor) return fail("nothing to repeat", here);
    if (item.isRepeat) return fail("multiple repeat", here);
    m_at = end;
    std::u32string mode;
    if (m_at < m_pattern.size() && (m_pattern[m_at] == '?' || m_pattern[m_at] == '+')) mode = m_pattern[m_at++];
    if (least > mostRepeats) return fail("the repetition number is too large", here);
    RegexPiece all;
    std::string bounds = "{" + std::to_string(least) + ",";
    if (most <= mostRepeats) bounds += std::to_string(most);
    bounds += "}";
    all.text = U"(?:" + item.text + U")" + std::u32string(bounds.begin(), bounds.end()) + mode;
    all.least = std::min(unlimited, item.least * least);
    all.most = item.most == 0 ? 0 : most == unlimited ? unlimited : std::min(unlimited, item.most * most);
    all.isRepeat = true;
    // A second quantifier is a mistake, whatever follows.
    if (m_at < m_pattern.size() && isQuantifier()) return fail("multiple repeat", m_at);
    return all;
}

RegexPiece RegexTranslator::literal(char32_t c) {
    RegexPiece one;
    one.text = regexNumber(c);
    one.least = one.most = 1;
    return one;
}

RegexPiece RegexTranslator::anchor(const char32_t* text) {
    RegexPiece one;
    one.text = text;
    one.isAnchor = true;
    return one;
}

RegexPiece RegexTranslator::atom(bool first) {
    char32_t c = m_pattern[m_at];
    switch (c) {
    case '(': return group(first);
    case '[': return characterClass();
    case '\\': return escape();
    case '.': {
        ++m_at;
        RegexPiece one;
        one.text = m_flags & RegexFlag::DotAll ? U"(?s:.)" : U"[^\\n]";
        one.least = one.most = 1;
        return one;
    }
    case '^': ++m_at; return anchor(m_flags & RegexFlag::Multiline ? U"(?<![^\\n])" : U"\\A");
    case '$': ++m_at; return anchor(m_flags & RegexFlag::Multiline ? U"(?![^\\n])" : U"(?=\\n?\\z)");
    default: ++m_at; return literal(c);
    }
}

// ---- escapes outside of classes

RegexPiece RegexTranslator::escape() {
    size_t start = m_at++;
    if (m_at >= m_pattern.size()) return fail("bad escape (end of pattern)", start);
    char32_t c = m_pattern[m_at];
    switch (c) {
    case 'A': ++m_at; return anchor(U"\\A");
    case 'Z': ++m_at; return anchor(U"\\z");
    case 'b':
    case 'B': {
        ++m_at;
        std::u32string word = U"[" + category('w') + U"]";
        std::u32string at = U"(?:(?<=" + word + U")(?!" + word + U")|(?<!" + word + U")(?=" + word + U"))";
        std::u32string inside = U"(?:(?<=" + word + U")(?=" + word + U")|(?<!" + word + U")(?!" + word + U")(?!\\A\\z))";
        return anchor(c == 'b' ? at.c_str() : inside.c_str());
    }
    case 'd':
    case 's':
    case 'w':
    case 'D':
    case 'S':
    case 'W': {
        ++m_at;
        RegexPiece one;
        one.text = (c < 'a' ? U"[^" : U"[") + category(c | 32) + U"]";
        one.least = one.most = 1;
        return one;
    }
    default: break;
    }
    if (c >= '1' && c <= '9') return numberedReference(start);
    if (c == '0') {
        ++m_at;
        uint32_t value = 0;
        for (int i = 0; i < 2 && m_at < m_pattern.size() && m_pattern[m_at] >= '0' && m_pattern[m_at] <= '7'; ++i)
            value = value * 8 + m_pattern[m_at++] - '0';
        return literal(value);
    }
    char32_t value;
    if (!characterEscape(start, &value)) return {};
    return literal(value);
}

// \1 … \99, or an octal character of three digits.
RegexPiece RegexTranslator::numberedReference(size_t start) {
    auto digit = [&](size_t i, char32_t last) { return i < m_pattern.size() && m_pattern[i] >= '0' && m_pattern[i] <= last; };
    int number = static_cast<int>(m_pattern[m_at] - '0');
    size_t end = m_at + 1;
    if (digit(end, '9')) {
        if (m_pattern[m_at] <= '7' && digit(end, '7') && digit(end + 1, '7')) {
            uint32_t value = (m_pattern[m_at] - '0') * 64 + (m_pattern[end] - '0') * 8 + m_pattern[end + 1] - '0';
            m_at = end + 2;
            if (value > 255)
                return fail("octal escape value " + utf8::encoded(m_pattern.substr(start, m_at - start)) + " outside of range 0-0o377", start);
            return literal(value);
        }
        number = number * 10 + static_cast<int>(m_pattern[end++] - '0');
    }
    m_at = end;
    if (number > groupCount()) return fail("invalid group reference " + std::to_string(number), start + 1);
    return reference(number, start);
}

RegexPiece RegexTranslator::reference(int number, size_t start) {
    if (isOpen(number)) return fail("cannot refer to an open group", start);
    if (m_lookBehind && number > m_lookBehindGroups) return fail("cannot refer to group defined in the same lookbehind subpattern", start);
    RegexPiece one;
    std::string digits = std::to_string(number);
    one.text = U"\\g{" + std::u32string(digits.begin(), digits.end()) + U"}";
    one.least = m_groups[static_cast<size_t>(number)].least;
    one.most = m_groups[static_cast<size_t>(number)].most;
    return one;
}

// One character behind a backslash, in a class or outside; m_at is at the letter.
bool RegexTranslator::characterEscape(size_t start, char32_t* value) {
    char32_t c = m_pattern[m_at++];
    auto hex = [&](int digits) {
        size_t begin = m_at;
        uint32_t number = 0;
        while (m_at < m_pattern.size() && static_cast<int>(m_at - begin) < digits) {
            char32_t d = m_pattern[m_at];
            int v = d >= '0' && d <= '9' ? int(d - '0') : d >= 'a' && d <= 'f' ? int(d - 'a' + 10) : d >= 'A' && d <= 'F' ? int(d - 'A' + 10) : -1;
            if (v < 0) break;
            number = number * 16 + static_cast<uint32_t>(v);
            ++m_at;
        }
        if (static_cast<int>(m_at - begin) != digits) {
            fail("incomplete escape " + utf8::encoded(m_pattern.substr(start, m_at - start)), start);
            return false;
        }
        if (number > 0x10ffff) {
            fail("bad escape " + utf8::encoded(m_pattern.substr(start, m_at - start)), start);
            return false;
        }
        *value = number;
        return true;
    };
    switch (c) {
    case 'a': *value = 7; return true;
    case 'f': *value = 12; return true;
    case 'n': *value = 10; return true;
    case 'r': *value = 13; return true;
    case 't': *value = 9; return true;
    case 'v': *value = 11; return true;
    case 'x': return hex(2);
    case 'u':
        if (!m_isBytes) return hex(4);
        break;
    case 'U':
        if (!m_isBytes) return hex(8);
        break;
    case 'N':
        if (!m_isBytes) return namedCharacter(start, value);
        break;
    default:
        if (!(c < 128 && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')))) {
            *value = c;
            return true;
        }
    }
    fail("bad escape " + utf8::encoded(m_pattern.substr(start, 2)), start);
    return false;
}

bool RegexTranslator::namedCharacter(size_t start, char32_t* value) {
    if (m_at >= m_pattern.size() || m_pattern[m_at] != '{') {
        fail("missing {", m_at);
        return false;
    }
    size_t begin = ++m_at, end = m_pattern.find(U'}', m_at);
    if (end == m_pattern.npos || end == begin) {
        fail(end == m_pattern.npos ? "missing }, unterminated name" : "missing character name", begin);
        return false;
    }
    m_at = end + 1;
    const std::optional<char32_t> found = unicode::characterByName(utf8::encoded(m_pattern.substr(begin, end - begin)));
    if (!found) {
        fail("undefined character name " + quotedOf(m_pattern.substr(begin, end - begin)), start);
        return false;
    }
    *value = *found;
    return true;
}

}
