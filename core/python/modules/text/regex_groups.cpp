// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/text/regex_translator.h"
#include "core/text/utf8.h"

namespace memtape {

namespace {

constexpr int deepestGroup = 200; // PCRE2 has a bound as well; it is 250

bool isNumber(const std::u32string& text) {
    for (char32_t c : text)
        if (c < '0' || c > '9') return false;
    return !text.empty();
}

}

std::vector<int> RegexTranslator::enclosing() const {
    std::vector<int> out;
    for (const Group& group : m_groups) out.push_back(group.parent);
    return out;
}

int RegexTranslator::numberOf(const std::u32string& name) const {
    for (const auto& [known, number] : m_names)
        if (known == name) return number;
    return 0;
}

bool RegexTranslator::closeGroup(size_t start) {
    if (m_problem) return false;
    if (m_at >= m_pattern.size() || m_pattern[m_at] != ')') {
        fail("missing ), unterminated subpattern", start);
        return false;
    }
    ++m_at;
    return true;
}

// Up to `end`, which is passed over; a name must not be empty.
bool RegexTranslator::readName(char32_t end, const char* what, std::u32string* name) {
    size_t begin = m_at, found = m_pattern.find(end, m_at);
    std::string mark(1, static_cast<char>(end));
    if (found == m_pattern.npos) {
        if (begin == m_pattern.size()) fail(std::string("missing ") + what, begin);
        else fail("missing " + mark + ", unterminated name", begin);
        return false;
    }
    *name = m_pattern.substr(begin, found - begin);
    m_at = found + 1;
    if (name->empty()) {
        fail(std::string("missing ") + what, begin);
        return false;
    }
    return true;
}

RegexPiece RegexTranslator::group(bool first) {
    size_t start = m_at++;
    if (++m_depth > deepestGroup) return fail("too many nested groups for Memtape", start);
    RegexPiece made;
    if (m_at < m_pattern.size() && m_pattern[m_at] == '?') {
        ++m_at;
        made = extension(start, first);
    } else {
        made = capture(start, {}, 0);
    }
    --m_depth;
    return made;
}

RegexPiece RegexTranslator::capture(size_t start, const std::u32string& name, size_t nameAt) {
    int number = static_cast<int>(m_groups.size());
    if (!name.empty()) {
        if (int known = numberOf(name)) {
            return fail("redefinition of group name " + quotedOf(name) + " as group " + std::to_string(number) + "; was group " +
                            std::to_string(known),
                        nameAt);
        }
        m_names.emplace_back(name, number);
    }
    m_groups.push_back({true, 0, 0, m_currentGroup});
    int outer = m_currentGroup;
    m_currentGroup = number;
    uint32_t flags = m_flags;
    RegexPiece inner = alternation(false);
    m_flags = flags;
    m_currentGroup = outer;
    if (!closeGroup(start)) return {};
    Group& made = m_groups[static_cast<size_t>(number)];
    made.isOpen = false;
    made.least = inner.least;
    made.most = inner.most;
    inner.text = U"(" + inner.text + U")";
    return inner;
}

RegexPiece RegexTranslator::extension(size_t start, bool first) {
    if (m_at >= m_pattern.size()) return fail("unexpected end of pattern", m_at);
    char32_t c = m_pattern[m_at++];
    switch (c) {
    case 'P': return nameExtension(start);
    case ':':
    case '>': {
        uint32_t flags = m_flags;
        RegexPiece inner = alternation(false);
        m_flags = flags;
        if (!closeGroup(start)) return {};
        inner.text = (c == ':' ? U"(?:" : U"(?>") + inner.text + U")";
        return inner;
    }
    case '#': {
        size_t end = m_pattern.find(U')', m_at);
        if (end == m_pattern.npos) return fail("missing ), unterminated comment", start);
        m_at = end + 1;
        RegexPiece nothing;
        return nothing;
    }
    case '=':
    case '!': return look(start, false, c == '!');
    case '<': {
        if (m_at >= m_pattern.size()) return fail("unexpected end of pattern", m_at);
        char32_t kind = m_pattern[m_at++];
        if (kind == '=' || kind == '!') return look(start, true, kind == '!');
        return fail("unknown extension ?<" + utf8::encoded(kind), start + 1);
    }
    case '(': return conditional(start);
    default:
        if (c == '-' || std::u32string(U"aiLmsux").find(c) != std::u32string::npos) {
            --m_at;
            return flagGroup(start, first);
        }
        return fail("unknown extension ?" + utf8::encoded(c), start + 1);
    }
}

RegexPiece RegexTranslator::nameExtension(size_t start) {
    if (m_at >= m_pattern.size()) return fail("unexpected end of pattern", m_at);
    char32_t kind = m_pattern[m_at++];
    size_t nameAt = m_at;
    std::u32string name;
    if (kind == '<') {
        if (!readName('>', "group name", &name)) return {};
        if (!isRegexIdentifier(name)) return fail("bad character in group name " + quotedOf(name), nameAt);
        return capture(start, name, nameAt);
    }
    if (kind == '=') {
        if (!readName(')', "group name", &name)) return {};
        if (!isRegexIdentifier(name)) return fail("bad character in group name " + quotedOf(name), nameAt);
        int number = numberOf(name);
        if (!number) return fail("unknown group name " + quotedOf(name), nameAt);
        return reference(number, nameAt);
    }
    return fail("unknown extension ?P" + utf8::encoded(kind), start + 1);
}

RegexPiece RegexTranslator::look(size_t start, bool behind, bool negative) {
    bool outerBehind = m_lookBehind;
    int outerGroups = m_lookBehindGroups;
    if (behind && !m_lookBehind) {
        m_lookBehind = true;
        m_lookBehindGroups = groupCount();
    }
    uint32_t flags = m_flags;
    RegexPiece inner = alternation(false);
    m_flags = flags;
    m_lookBehind = outerBehind;
    m_lookBehindGroups = outerGroups;
    if (!closeGroup(start)) return {};
    if (behind && inner.least != inner.most) return fail("look-behind requires fixed-width pattern", static_cast<size_t>(-1));
    RegexPiece made;
    made.text = std::u32string(U"(?") + (behind ? U"<" : U"") + (negative ? U"!" : U"=") + inner.text + U")";
    return made;
}

RegexPiece RegexTranslator::conditional(size_t start) {
    size_t nameAt = m_at;
    std::u32string name;
    if (!readName(')', "group name", &name)) return {};
    int number = 0;
    if (isRegexIdentifier(name)) {
        number = numberOf(name);
        if (!number) return fail("unknown group name " + quotedOf(name), nameAt);
    } else {
        if (!isNumber(name)) return fail("bad character in group name " + quotedOf(name), nameAt);
        for (char32_t digit : name) number = std::min(1000000, number * 10 + static_cast<int>(digit - '0'));
        if (!number) return fail("bad group number", nameAt);
        m_conditions.emplace_back(number, nameAt); // a group that comes later is fine, one that never comes is not
    }
    uint32_t flags = m_flags;
    RegexPiece yes = sequence(false), no;
    if (!m_problem && m_at < m_pattern.size() && m_pattern[m_at] == '|') {
        ++m_at;
        no = sequence(false);
        if (!m_problem && m_at < m_pattern.size() && m_pattern[m_at] == '|') return fail("conditional backref with more than two branches", m_at);
    }
    m_flags = flags;
    if (!closeGroup(start)) return {};
    std::string digits = std::to_string(number);
    RegexPiece made;
    made.text = U"(?(" + std::u32string(digits.begin(), digits.end()) + U")" + yes.text + U"|" + no.text + U")";
    made.least = std::min(yes.least, no.least);
    made.most = std::max(yes.most, no.most);
    return made;
}

bool RegexTranslator::readFlags(uint32_t* flags, bool adding) {
    const std::u32string letters = U"iLmsxau";
    const uint32_t bits[] = {RegexFlag::IgnoreCase, RegexFlag::Locale, RegexFlag::Multiline, RegexFlag::DotAll,
                             RegexFlag::Verbose,    RegexFlag::Ascii,  RegexFlag::Unicode};
    constexpr uint32_t types = RegexFlag::Ascii | RegexFlag::Locale | RegexFlag::Unicode;
    while (m_at < m_pattern.size()) {
        char32_t c = m_pattern[m_at];
        if (c == ')' || c == ':' || c == '-') return true;
        size_t which = letters.find(c);
        if (which == letters.npos) {
            bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            fail(isLetter ? "unknown flag" : adding ? "missing -, : or )" : "missing :", m_at);
            return false;
        }
        uint32_t bit = bits[which];
        if (m_isBytes && bit == RegexFlag::Unicode) fail("bad inline flags: cannot use 'u' flag with a bytes pattern", m_at + 1);
        else if (!m_isBytes && bit == RegexFlag::Locale) fail("bad inline flags: cannot use 'L' flag with a str pattern", m_at + 1);
        else if (!adding && bit & types) fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", m_at + 1);
        else if (bit & types && (*flags & types) & ~bit) fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible", m_at + 1);
        if (m_problem) return false;
        *flags |= bit;
        ++m_at;
    }
    fail(adding ? "missing -, : or )" : "missing :", m_at);
    return false;
}

RegexPiece RegexTranslator::flagGroup(size_t start, bool first) {
    uint32_t added = 0, removed = 0;
    if (!readFlags(&added, true)) return {};
    if (m_pattern[m_at] == ')') {
        ++m_at;
        if (!first) return fail("global flags not at the start of the expression", start);
        m_allFlags |= added;
        if (added & RegexFlag::Ascii) m_allFlags &= ~RegexFlag::Unicode;
        m_flags = m_allFlags;
        return {};
    }
    if (m_pattern[m_at] == '-') {
        ++m_at;
        if (m_at >= m_pattern.size()) return fail("missing flag", m_at);
        char32_t c = m_pattern[m_at];
        if (c == ':' || c == ')') return fail("missing flag", m_at);
        if (!readFlags(&removed, false)) return {};
        if (m_pattern[m_at] != ':') return fail("missing :", m_at);
        if (added & removed) return fail("bad inline flags: flag turned on and off", m_at);
    }
    ++m_at;
    uint32_t outer = m_flags;
    if (added & (RegexFlag::Ascii | RegexFlag::Unicode)) m_flags &= ~(RegexFlag::Ascii | RegexFlag::Unicode);
    m_flags = (m_flags | added) & ~removed;
    bool caseless = m_flags & RegexFlag::IgnoreCase;
    RegexPiece inner = alternation(false);
    m_flags = outer;
    if (!closeGroup(start)) return {};
    inner.text = (caseless ? U"(?i:" : U"(?-i:") + inner.text + U")";
    return inner;
}

}
