// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/text/regex_translator.h"
#include "core/text/unicode.h"
#include "core/text/utf8.h"

namespace memtape {

std::u32string regexNumber(char32_t c) {
    static const char digits[] = "0123456789abcdef";
    std::u32string hex;
    do hex.insert(hex.begin(), static_cast<char32_t>(digits[c & 15])), c >>= 4;
    while (c);
    return U"\\x{" + hex + U"}";
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
        if (i == 0 ? !unicode::isIdentifierStart(name[i]) : !unicode::isIdentifierContinue(name[i])) return false;
    }
    return !name.empty();
}

namespace {

// What Unicode 15.0 and 15.1 added to the decimal digits, and to the letters and other numbers: PCRE2's own tables may end with 14.0.
constexpr char32_t addedDigits[] = U"\\x{11f50}-\\x{11f59}\\x{1e4f0}-\\x{1e4f9}";
constexpr char32_t addedWords[] = U"\\x{1123f}\\x{11240}\\x{11f02}\\x{11f04}-\\x{11f10}\\x{11f12}-\\x{11f33}\\x{1342f}\\x{13441}-\\x{13446}"
                                  U"\\x{1b132}\\x{1b155}\\x{1d2c0}-\\x{1d2d3}\\x{1df25}-\\x{1df2a}\\x{1e030}-\\x{1e06d}\\x{1e4d0}-\\x{1e4eb}"
                                  U"\\x{2b739}\\x{2ebf0}-\\x{2ee5d}\\x{31350}-\\x{323af}";

}

// What \d, \s and \w stand for.
std::u32string RegexTranslator::category(char32_t letter) const {
    bool unicode = !m_isBytes && !(m_flags & RegexFlag::Ascii);
    if (letter == 'd') return unicode ? std::u32string(U"\\p{Nd}") + addedDigits : U"0-9";
    if (letter == 'w') return unicode ? std::u32string(U"\\p{L}\\p{N}_") + addedDigits + addedWords : U"a-zA-Z0-9_";
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
