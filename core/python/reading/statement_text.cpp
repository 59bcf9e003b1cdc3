// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/reading/statement_text.h"

#include <algorithm>

namespace memtape {

namespace {

// Goes through a text character by character, and knows in what each lies.
class Scanner {
public:
    enum class Within : uint8_t { Statement, Bracket, Text, Comment };

    explicit Scanner(std::string_view source) : m_source(source) {}

    bool atEnd() const { return m_at >= m_source.size(); }
    size_t at() const { return m_at; }
    bool isOpen() const { return m_depth > 0 || m_quote; } // the statement goes on in the next line
    // Of the character at hand; brackets and quotes themselves lie in what they stand in.
    Within next(char& c) {
        c = m_source[m_at];
        Within within = m_quote ? Within::Text : m_comment ? Within::Comment : m_depth > 0 ? Within::Bracket : Within::Statement;
        size_t taken = 1;
        if (m_quote) taken = insideText(c);
        else if (m_comment) m_comment = c != '\n';
        else taken = outsideText(c, within);
        m_at += taken;
        return within;
    }

private:
    bool repeats(char c) const { return m_source.substr(m_at, 3) == std::string(3, c); }

    size_t insideText(char c) {
        if (c == '\\' && m_at + 1 < m_source.size()) return 2;
        bool goesOn = m_isLong ? !repeats(m_quote) : c != m_quote && c != '\n';
        if (goesOn) return 1;
        size_t taken = m_isLong ? 3 : 1;
        m_quote = 0;
        return taken;
    }

    size_t outsideText(char c, Within& within) {
        switch (c) {
        case '\'':
        case '"':
            m_quote = c;
            m_isLong = repeats(c);
            return m_isLong ? 3 : 1;
        case '#':
            m_comment = true;
            within = Within::Comment;
            return 1;
        case '(':
        case '[':
        case '{': m_depth++; return 1;
        case ')':
        case ']':
        case '}':
            m_depth = std::max(m_depth - 1, 0);
            if (m_depth == 0) within = Within::Statement;
            return 1;
        default: return 1;
        }
    }

    std::string_view m_source;
    size_t m_at = 0;
    int m_depth = 0;
    char m_quote = 0;
    bool m_isLong = false, m_comment = false;
};

}

bool isWordCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || static_cast<uint8_t>(c) >= 0x80;
}

StatementLines statementAt(std::string_view source, uint32_t line) {
    Scanner scanner(source);
    StatementLines lines{1, 1};
    uint32_t now = 1;
    while (!scanner.atEnd()) {
        size_t from = scanner.at();
        char c;
        bool isComment = scanner.next(c) == Scanner::Within::Comment;
        for (size_t i = from; i < scanner.at() && i < source.size(); i++) {
            if (source[i] != '\n') continue;
            bool goesOn = scanner.isOpen() || (!isComment && i > 0 && source[i - 1] == '\\');
            now++;
            if (goesOn) {
                lines.last = now;
                continue;
            }
            if (line <= lines.last) return line >= lines.first ? lines : StatementLines();
            lines = {now, now};
        }
    }
    return line >= lines.first && line <= lines.last ? lines : StatementLines();
}

std::string_view linesOf(std::string_view source, StatementLines lines) {
    if (!lines.first) return {};
    size_t begin = 0;
    for (uint32_t line = 1; line < lines.first && begin < source.size(); line++) begin = std::min(source.find('\n', begin), source.size() - 1) + 1;
    size_t end = begin;
    for (uint32_t line = lines.first; line <= lines.last && end < source.size(); line++)
        end = std::min(source.find('\n', end), source.size() - 1) + 1;
    return source.substr(begin, end - begin);
}

StatementText::StatementText(std::string_view text) {
    size_t begin = text.find_first_not_of(" \t\f\n");
    text.remove_prefix(std::min(begin, text.size()));
    Scanner scanner(text);
    while (!scanner.atEnd()) {
        size_t from = scanner.at();
        char c;
        Scanner::Within within = scanner.next(c);
        for (size_t i = from; i < scanner.at() && i < text.size(); i++) {
            bool isBreak = text[i] == '\n' || (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == '\n');
            bool isSpace = within == Scanner::Within::Comment || (isBreak && within != Scanner::Within::Text);
            bool isQuote = within != Scanner::Within::Text && within != Scanner::Within::Comment && (c == '\'' || c == '"');
            m_text += isSpace ? ' ' : text[i];
            m_outline += isSpace ? ' ' : within == Scanner::Within::Text || isQuote ? '"' : within == Scanner::Within::Bracket ? '_' : text[i];
        }
    }
    size_t end = m_outline.find_last_not_of(" \t\f\r");
    m_text.resize(end == std::string::npos ? 0 : end + 1);
    m_outline.resize(m_text.size());
}

std::string StatementText::piece(size_t from, size_t to) const {
    if (from >= m_text.size()) return {};
    std::string_view text = std::string_view(m_text).substr(from, to == std::string::npos ? to : to - from);
    size_t begin = text.find_first_not_of(" \t"), end = text.find_last_not_of(" \t");
    return begin == std::string_view::npos ? std::string() : std::string(text.substr(begin, end - begin + 1));
}

size_t StatementText::findWord(std::string_view word, size_t from) const {
    for (size_t at = m_outline.find(word, from); at != std::string::npos; at = m_outline.find(word, at + 1)) {
        bool begins = at == 0 || !isWordCharacter(m_outline[at - 1]);
        size_t end = at + word.size();
        if (begins && (end >= m_outline.size() || !isWordCharacter(m_outline[end]))) return at;
    }
    return std::string::npos;
}

std::vector<std::string> StatementText::split(char at, size_t from, size_t to) const {
    std::vector<std::string> pieces;
    to = std::min(to, m_text.size());
    while (from <= to) {
        size_t end = std::min(m_outline.find(at, from), to);
        if (std::string each = piece(from, end); !each.empty()) pieces.push_back(std::move(each));
        from = end + 1;
    }
    return pieces;
}

std::vector<std::string> wordsOf(std::string_view text) {
    std::vector<std::string> words;
    Scanner scanner(text);
    bool isInside = false;
    while (!scanner.atEnd()) {
        char c;
        const Scanner::Within within = scanner.next(c);
        const bool isPart = (within == Scanner::Within::Statement || within == Scanner::Within::Bracket) && isWordCharacter(c);
        if (isPart && !isInside) words.emplace_back();
        if (isPart) words.back() += c;
        isInside = isPart;
    }
    return words;
}

}
