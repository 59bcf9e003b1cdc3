// SPDX-License-Identifier: GPL-3.0-or-later
#include <unicode/uchar.h>

#include "core/python/modules/text/regex_translator.h"
#include "core/python/objects/text/unicode.h"
#include "core/text/utf8.h"

namespace memtape {

std::u32string regexNumber(char32_t c) {
    static const char digits[] = "0123456789abcdef";
    std::u32string hex;
    do hex.insert(hex.begin(), static_cast<char32_t>(digits[c & 15])), c >>= 4;
    while (c);
    return U"\\x{" + hex + U"}";
}

bool characterByName(const std::string& name, uint32_t* codePoint) {
    for (UCharNameChoice choice : {U_UNICODE_CHAR_NAME, U_CHAR_NAME_ALIAS}) {
        UErrorCode status = U_ZERO_ERROR;
        UChar32 found = u_charFromName(choice, name.c_str(), &status);
        if (U_SUCCESS(status)) {
            *codePoint = static_cast<uint32_t>(found);
            return true;
        }
    }
    return false;
}

std::string quotedOf(const std::u32string& text) {
    bool single = text.find(U'\'') != text.npos && text.find(U'"') == text.npos;
    std::string quote = single ? "\"" : "'", out;
    for (char32_t c : text) {
        if (c == '\\' || (c == '\'' && !single)) out += '\\';
        out += c == '\n' ? "\\n" : c == '\t' ? "\\t" : utf8::encoded(c);
    }
    return quote + out + quote;
}

bool isRegexIdentifier(const std::u32string& name) {
    for (size_t i = 0; i < name.size(); ++i) {
        char32_t c = name[i];
        bool ok = c < 128 ? c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (i && c >= '0' && c <= '9')
                  : i     ? u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_XID_CONTINUE)
                          : u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_XID_START);
        if (!ok) return false;
    }
    return !name.empty();
}

// What \d, \s and \w stand for.
std::u32string RegexTranslator::category(char32_t letter) const {
    bool unicode = !m_isBytes && !(m_flags & RegexFlag::Ascii);
    if (letter == 'd') return unicode ? U"\\p{Nd}" : U"0-9";
    if (letter == 'w') return unicode ? U"\\p{L}\\p{N}_" : U"a-zA-Z0-9_";
    if (!unicode) return U" \\t-\\r";
    return U"\\x{9}-\\x{d}\\x{1c}-\\x{20}\\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}"
           U"\\x{3000}";
}

// One item: a character, or a set (`set`; `complement`: all but that set).
bool RegexTranslator::classItem(size_t start, char32_t* value, std::u32string* set, bool* complement) {
    char32_t c = m_pattern[m_at];
    if (c != '\\') {
        ++m_at;
        *value = c;
        return true;
    }
    size_t from = m_at++;
    if (m_at >= m_pattern.size()) {
        fail("bad escape (end of pattern)", from);
        return false;
    }
    c = m_pattern[m_at];
    if (c == 'd' || c == 's' || c == 'w' || c == 'D' || c == 'S' || c == 'W') {
        ++m_at;
        *set = category(c | 32);
        *complement = c < 'a';
        return true;
    }
    if (c == 'b') {
        ++m_at;
        *value = 8;
        return true;
    }
    if (c >= '0' && c <= '7') {
        uint32_t number = 0;
        for (int i = 0; i < 3 && m_at < m_pattern.size() && m_pattern[m_at] >= '0' && m_pattern[m_at] <= '7'; ++i)
            number = number * 8 + m_pattern[m_at++] - '0';
        if (number > 255) {
            fail("octal escape value " + utf8::encoded(m_pattern.substr(from, m_at - from)) + " outside of range 0-0o377", from);
            return false;
        }
        *value = number;
        return true;
    }
    if (c == '8' || c == '9') {
        fail("bad escape " + utf8::encoded(m_pattern.substr(from, 2)), from);
        return false;
    }
    return characterEscape(from, value);
}

RegexPiece RegexTranslator::characterClass() {
    size_t start = m_at++;
    bool negated = m_at < m_pattern.size() && m_pattern[m_at] == '^';
    if (negated) ++m_at;
    std::u32string inside;                   // between the brackets
    std::vector<std::u32string> complements; // sets of which all but the members belong to the class
    for (size_t begin = m_at;;) {
        if (m_at >= m_pattern.size()) return fail("unterminated character set", start);
        if (m_pattern[m_at] == ']' && m_at != begin) {
            ++m_at;
            break;
        }
        size_t itemAt = m_at;
        char32_t low = 0, high = 0;
        std::u32string set;
        bool complement = false;
        if (!classItem(start, &low, &set, &complement)) return {};
        bool isRange = m_at + 1 < m_pattern.size() && m_pattern[m_at] == '-' && m_pattern[m_at + 1] != ']';
        if (m_at < m_pattern.size() && m_pattern[m_at] == '-' && m_at + 1 >= m_pattern.size()) return fail("unterminated character set", start);
        if (isRange) {
            ++m_at;
            std::u32string secondSet;
            bool secondComplement = false;
            if (!classItem(start, &high, &secondSet, &secondComplement)) return {};
            if (!set.empty() || !secondSet.empty() || high < low) {
                return fail("bad character range " + utf8::encoded(m_pattern.substr(itemAt, m_at - itemAt)), itemAt);
            }
            inside += regexNumber(low) + U"-" + regexNumber(high);
        } else if (set.empty()) {
            inside += regexNumber(low);
        } else if (complement) {
            complements.push_back(set);
        } else {
            inside += set;
        }
    }
    RegexPiece one;
    one.least = one.most = 1;
    if (complements.empty()) {
        one.text = (negated ? U"[^" : U"[") + inside + U"]";
        return one;
    }
    std::u32string any = inside.empty() ? U"" : U"[" + inside + U"]|";
    for (size_t i = 0; i < complements.size(); ++i) any += (i ? U"|[^" : U"[^") + complements[i] + U"]";
    one.text = negated ? U"(?:(?!" + any + U")(?s:.))" : U"(?:" + any + U")";
    return one;
}

}
