// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/weave/markdown_fences.h"

#include <algorithm>
#include <optional>

namespace memtape {

namespace {

constexpr int tabStop = 4, mostIndent = 3; // what is indented further is no mark, but text

// A line, read from its left; columns count as tabs make them.
class LineStart {
public:
    explicit LineStart(std::string_view line) : m_line(line) {}

    size_t at() const { return m_at; }
    std::string_view rest() const { return m_line.substr(m_at); }
    bool isBlank() const { return rest().find_first_not_of(" \t") == std::string_view::npos; }
    int indent() const { // columns of blanks from here
        int columns = m_spare;
        for (size_t i = m_at, column = m_column; i < m_line.size() && isSpace(m_line[i]); ++i) {
            const size_t next = m_line[i] == '\t' ? (column / tabStop + 1) * tabStop : column + 1;
            columns += int(next - column);
            column = next;
        }
        return columns;
    }
    void skipColumns(int columns) { // of blanks; as many as there are
        while (columns > 0) {
            if (m_spare > 0) {
                --m_spare;
                --columns;
                continue;
            }
            if (m_at >= m_line.size() || !isSpace(m_line[m_at])) return;
            const size_t next = m_line[m_at] == '\t' ? (m_column / tabStop + 1) * tabStop : m_column + 1;
            m_spare = int(next - m_column);
            m_column = next;
            ++m_at;
        }
    }
    void skip(size_t characters) { // of marks
        m_at += characters;
        m_column += characters;
    }
    void skipAll() { m_at = m_line.size(); }
    std::string text() const { return std::string(size_t(m_spare), ' ').append(rest()); }

private:
    static bool isSpace(char c) { return c == ' ' || c == '\t'; }
    std::string_view m_line;
    size_t m_at = 0, m_column = 0;
    int m_spare = 0; // columns of a tab that is not used up
};

// What holds lines together: a quote, whose lines begin with `>`; or what is indented: an item of a list, a footnote, a note.
struct Container {
    bool isQuote = false;
    int indent = 0;
};

bool begins(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

// The length of a list's mark: `-`, `12.`, `:`; 0: there is none.
size_t listMark(std::string_view rest) {
    if (rest.empty()) return 0;
    size_t length = std::string_view("-+*:").find(rest[0]) != std::string_view::npos ? 1 : 0;
    if (!length) {
        size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
        if (digits >= 1 && digits <= 9 && digits < rest.size() && (rest[digits] == '.' || rest[digits] == ')')) length = digits + 1;
    }
    const bool isEnd = length == rest.size();
    return length && (isEnd || rest[length] == ' ' || rest[length] == '\t') ? length : 0;
}

// `* * *`: a line across the page, no item.
bool isBreak(std::string_view rest) {
    const char mark = rest.empty() ? ' ' : rest[0];
    return (mark == '*' || mark == '-') && rest.find_first_not_of(std::string{mark, ' ', '\t'}) == std::string_view::npos &&
           std::count(rest.begin(), rest.end(), mark) >= 3;
}

// A line that says that what is indented below it belongs to it.
bool isHeadOfIndented(std::string_view rest) {
    for (std::string_view mark : {"!!! ", "??? ", "???+ ", "=== \""})
        if (begins(rest, mark)) return true;
    return begins(rest, "[^") && rest.find("]:") != std::string_view::npos;
}

std::optional<Container> containerAt(LineStart& line) {
    const int indent = line.indent();
    if (indent > mostIndent || line.isBlank()) return std::nullopt;
    LineStart ahead = line;
    ahead.skipColumns(indent);
    if (begins(ahead.rest(), ">")) {
        ahead.skip(1);
        ahead.skipColumns(1);
        line = ahead;
        return Container{true, 0};
    }
    if (isHeadOfIndented(ahead.rest())) {
        ahead.skipAll();
        line = ahead;
        return Container{false, tabStop};
    }
    const size_t mark = listMark(ahead.rest());
    if (!mark || isBreak(ahead.rest())) return std::nullopt;
    ahead.skip(mark);
    int blanks = ahead.indent();
    if (blanks > tabStop || ahead.isBlank()) blanks = 1; // text that is indented in the item; an item that begins below
    ahead.skipColumns(blanks);
    line = ahead;
    return Container{false, indent + int(mark) + blanks};
}

// Goes into a container that is open; false: the line is not in it.
bool isWithin(LineStart& line, const Container& container) {
    if (!container.isQuote) {
        if (line.isBlank()) return true;
        if (line.indent() < container.indent) return false;
        line.skipColumns(container.indent);
        return true;
    }
    const int indent = line.indent();
    LineStart ahead = line;
    ahead.skipColumns(indent);
    if (indent > mostIndent || !begins(ahead.rest(), ">")) return false;
    ahead.skip(1);
    ahead.skipColumns(1);
    line = ahead;
    return true;
}

// The length of a fence's mark; 0: there is none.
size_t fenceMark(std::string_view rest) {
    if (rest.empty() || (rest[0] != '`' && rest[0] != '~')) return 0;
    const size_t length = std::min(rest.find_first_not_of(rest[0]), rest.size());
    return length >= 3 ? length : 0;
}

std::string_view trimmed(std::string_view text) {
    const size_t from = text.find_first_not_of(" \t");
    return from == std::string_view::npos ? std::string_view() : text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

class Reader {
public:
    explicit Reader(const std::vector<std::string_view>& lines) : m_lines(lines) {}

    std::vector<FencedBlock> read() {
        for (m_number = 0; m_number < m_lines.size(); ++m_number) takeLine();
        if (m_isOpen) m_blocks.back().close = m_lines.size();
        return std::move(m_blocks);
    }

private:
    void takeLine() {
        LineStart line(m_lines[m_number]);
        size_t within = 0;
        while (within < m_containers.size() && isWithin(line, m_containers[within])) ++within;
        if (within < m_containers.size()) { // what it is not in has ended, and a block in there with it
            m_containers.resize(within);
            if (m_isOpen) m_blocks.back().close = m_number;
            m_isOpen = m_isComment = false;
        }
        if (m_isOpen) return takeLineOfBlock(line);
        if (m_isComment) {
            m_isComment = line.rest().find("-->") == std::string_view::npos;
            return;
        }
        while (auto container = containerAt(line)) m_containers.push_back(*container);
        takeText(line);
    }

    void takeText(LineStart& line) {
        const int indent = line.indent();
        if (indent > mostIndent) return;
        line.skipColumns(indent);
        const std::string_view rest = line.rest();
        if (begins(rest, "<!--")) m_isComment = rest.find("-->", 4) == std::string_view::npos;
        const size_t mark = fenceMark(rest);
        const std::string_view info = trimmed(rest.substr(std::min(mark, rest.size())));
        if (!mark || (rest[0] == '`' && info.find('`') != std::string_view::npos)) return; // that is code within a line
        m_isOpen = true;
        m_indent = indent;
        FencedBlock block;
        block.open = m_number;
        block.lead = m_lines[m_number].substr(0, line.at());
        for (const Container& container : m_containers) block.prefix += container.isQuote ? "> " : std::string(size_t(container.indent), ' ');
        block.prefix.append(size_t(indent), ' ');
        block.fence = rest.substr(0, mark);
        block.info = info;
        m_blocks.push_back(std::move(block));
    }

    void takeLineOfBlock(LineStart& line) {
        FencedBlock& block = m_blocks.back();
        const int indent = line.indent();
        LineStart ahead = line;
        ahead.skipColumns(indent);
        const std::string_view rest = ahead.rest();
        const size_t mark = fenceMark(rest);
        if (indent <= mostIndent && mark >= block.fence.size() && rest[0] == block.fence[0] && trimmed(rest.substr(mark)).empty()) {
            block.close = m_number;
            block.isClosed = true;
            m_isOpen = false;
            return;
        }
        line.skipColumns(std::min(indent, m_indent));
        block.text += line.text() + '\n';
    }

    const std::vector<std::string_view>& m_lines;
    std::vector<FencedBlock> m_blocks;
    std::vector<Container> m_containers;
    size_t m_number = 0;
    int m_indent = 0; // of the open block's fence
    bool m_isOpen = false, m_isComment = false;
};

}

std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        lines.push_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::vector<FencedBlock> fencedBlocks(const std::vector<std::string_view>& lines) { return Reader(lines).read(); }

}
