// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/vm/errors/traceback_carets.h"

#include <algorithm>
#include <optional>
#include <set>

#include "core/python/syntax/parser.h"
#include "core/text/unicode.h"
#include "core/text/utf8.h"

namespace memtape {

namespace {

using Line = std::u32string;

// Bytes that are no UTF-8 stand for the characters of Latin-1.
Line decode(const std::string& utf8) {
    Line line;
    for (size_t i = 0; i < utf8.size();) {
        const utf8::Step step = utf8::decode(utf8, i);
        if (step.problem == utf8::Problem::None) {
            line += step.character;
        } else {
            for (size_t k = 0; k < step.length; ++k) line += static_cast<unsigned char>(utf8[i + k]);
        }
        i += step.length;
    }
    return line;
}

bool isBlank(char32_t c) { return c == ' ' || (c >= 9 && c <= 13) || (c >= 0x1c && c <= 0x1f) || c == 0x85 || c == 0xa0 || c == 0x3000; }

size_t leadingBlanks(const Line& line) {
    size_t n = 0;
    while (n < line.size() && isBlank(line[n])) ++n;
    return n;
}

int charactersBefore(const std::string& utf8, int byteOffset) {
    return static_cast<int>(decode(utf8.substr(0, std::min(utf8.size(), static_cast<size_t>(std::max(0, byteOffset))))).size());
}

size_t displayWidth(const Line& line, size_t offset) {
    size_t width = 0;
    for (size_t i = 0; i < std::min(offset, line.size()); ++i) width += unicode::isWide(line[i]) ? 2 : 1;
    bool ascii = std::all_of(line.begin(), line.end(), [](char32_t c) { return c < 0x80; });
    return ascii ? offset : width;
}

// Takes the indentation that all non-blank lines share away (textwrap.dedent).
void dedent(std::vector<Line>& lines) {
    std::optional<Line> margin;
    for (Line& line : lines) {
        size_t n = leadingBlanks(line);
        if (n == line.size()) {
            line.clear();
            continue;
        }
        Line indent = line.substr(0, n);
        if (!margin) {
            margin = indent;
            continue;
        }
        size_t common = 0;
        while (common < margin->size() && common < indent.size() && (*margin)[common] == indent[common]) ++common;
        margin->resize(common);
    }
    if (!margin || margin->empty()) return;
    for (Line& line : lines) {
        if (!line.empty()) line.erase(0, margin->size());
    }
}

struct Anchors {
    size_t leftLine, leftColumn, rightLine, rightColumn;
};

// Walks forwards over a piece of source.
class Walker {
public:
    explicit Walker(const std::vector<Line>& lines) : m_lines(lines) {}
    bool valid() const { return line < m_lines.size() && column < m_lines[line].size(); }
    void settle() {
        while (line < m_lines.size() && column >= m_lines[line].size()) column = 0, ++line;
    }
    char32_t here() const { return m_lines[line][column]; }
    template <class Stop> bool until(Stop stop) {
        while (valid()) {
            char32_t c = here();
            if (c == '\\' || c == '#') {
                column = 0;
                ++line;
                settle();
            } else if (!stop(c)) {
                ++column;
                settle();
            } else {
                return true;
            }
        }
        return false;
    }
    size_t line = 0, column = 0;

private:
    const std::vector<Line>& m_lines;
};

std::optional<Anchors> findAnchors(const std::vector<Line>& lines) {
    std::string text = "(\n";
    std::vector<std::string> utf8Lines;
    for (const Line& line : lines) {
        utf8Lines.push_back(utf8::encoded(line));
        text += utf8Lines.back() + "\n";
    }
    text += ")";
    Arena arena;
    SourceFile source = SourceFile::fromText("<segment>", text);
    ParseResult parsed = parseModule(source, arena);
    if (parsed.problem || parsed.module->body.size() != 1 || parsed.module->body[0]->kind != ast::StmtKind::Expr) return std::nullopt;
    ast::Expr* expression = parsed.module->body[0]->as<ast::ExprStmt>()->value;
    auto column = [&](size_t line, int bytes) { return static_cast<size_t>(charactersBefore(utf8Lines[line], bytes)); };
    // The parser's lines count from 1, and the text has one line more in front.
    auto endOf = [&](const ast::Expr* e) {
        Walker w(lines);
        w.line = static_cast<size_t>(e->range.endLine - 2);
        w.column = w.line < lines.size() ? column(w.line, e->range.endColumn) : 0;
        return w;
    };
    if (expression->kind == ast::ExprKind::BinOp) {
        auto* operation = expression->as<ast::BinOp>();
        Walker w = endOf(operation->left);
        w.settle();
        if (!w.until([](char32_t c) { return !isBlank(c) && c != ')'; })) return std::nullopt;
        size_t right = w.column + 1;
        size_t rightLine = static_cast<size_t>(operation->right->range.line - 2);
        if (right < lines[w.line].size() && (rightLine > w.line || right < column(rightLine, operation->right->range.column)) &&
            !isBlank(lines[w.line][right]) && lines[w.line][right] != '\\' && lines[w.line][right] != '#') {
            ++right;
        }
        return Anchors{w.line, w.column, w.line, right};
    }
    const ast::Expr* head = nullptr;
    char32_t bracket = 0;
    if (expression->kind == ast::ExprKind::Subscript) head = expression->as<ast::Subscript>()->value, bracket = '[';
    else if (expression->kind == ast::ExprKind::Call) head = expression->as<ast::Call>()->func, bracket = '(';
    if (!head) return std::nullopt;
    Walker left = endOf(head), right = endOf(expression);
    left.settle();
    if (!left.until([&](char32_t c) { return c == bracket; })) return std::nullopt;
    return Anchors{left.line, left.column, right.line, right.column};
}

// `return f(…)` and `x = f(…)` that fill their lines say nothing with marks.
bool isPlainCallStatement(const std::vector<Line>& lines, size_t start, size_t end) {
    std::string text;
    for (const Line& line : lines) text += utf8::encoded(line) + "\n";
    Arena arena;
    SourceFile source = SourceFile::fromText("<segment>", text);
    ParseResult parsed = parseModule(source, arena);
    if (parsed.problem) return false;
    if (parsed.module->body.empty()) return true;
    ast::Stmt* statement = parsed.module->body[0];
    ast::Expr* value = nullptr;
    if (statement->kind == ast::StmtKind::Return) {
        ast::Expr* e = statement->as<ast::Return>()->value;
        if (e && e->kind == ast::ExprKind::Call && e->as<ast::Call>()->func->kind == ast::ExprKind::Name) value = e;
    } else if (statement->kind == ast::StmtKind::Assign) {
        auto* assign = statement->as<ast::Assign>();
        if (assign->value->kind == ast::ExprKind::Call && assign->targets.size() == 1 && assign->targets[0]->kind == ast::ExprKind::Name)
            value = assign->value;
    }
    return value && value->range.line == 1 && value->range.endLine == static_cast<int>(lines.size()) &&
           value->range.column == static_cast<int>(start) && value->range.endColumn == static_cast<int>(end);
}

}

std::string markedLines(const std::vector<std::string>& source, const Position& position) {
    std::vector<Line> lines;
    for (const std::string& text : source) {
        Line line = decode(text);
        while (!line.empty() && isBlank(line.back())) line.pop_back();
        lines.push_back(line);
    }
    size_t firstLength = lines[0].size();
    if (position.column < 0 || position.endColumn < 0) {
        Line first = lines[0].substr(leadingBlanks(lines[0]));
        bool blank = std::all_of(lines.begin(), lines.end(), [](const Line& l) { return leadingBlanks(l) == l.size(); });
        return blank ? "" : "    " + utf8::encoded(first) + "\n";
    }
    int start = charactersBefore(source[0], position.column), end = charactersBefore(source.back(), position.endColumn);
    dedent(lines);
    bool blank = std::all_of(lines.begin(), lines.end(), [](const Line& l) { return leadingBlanks(l) == l.size(); });
    if (blank) return "";
    int removed = static_cast<int>(firstLength - lines[0].size());
    size_t startOffset = static_cast<size_t>(std::max(0, start - removed)), endOffset = static_cast<size_t>(std::max(0, end - removed));
    size_t shownStart = displayWidth(lines[0], startOffset), shownEnd = displayWidth(lines.back(), endOffset);

    // The code that the instruction stands for.
    std::vector<Line> segment = lines;
    segment.back().resize(std::min(segment.back().size(), endOffset));
    segment[0].erase(0, std::min(segment[0].size(), startOffset));
    std::optional<Anchors> anchors = findAnchors(segment);

    bool showMarks;
    if (isPlainCallStatement(lines, startOffset, endOffset)) showMarks = false;
    else if (anchors) showMarks = true;
    else {
        auto hasText = [](const Line& l) { return leadingBlanks(l) < l.size(); };
        showMarks = hasText(lines[0].substr(0, startOffset)) || (endOffset < lines.back().size() && hasText(lines.back().substr(endOffset)));
    }

    std::set<size_t> shown = {0, lines.size() - 1};
    size_t leftColumn = 0, rightColumn = 0;
    if (anchors) {
        leftColumn = anchors->leftColumn + (anchors->leftLine == 0 ? startOffset : 0);
        rightColumn = anchors->rightColumn + (anchors->rightLine == 0 ? startOffset : 0);
        leftColumn = displayWidth(lines[anchors->leftLine], leftColumn);
        rightColumn = displayWidth(lines[anchors->rightLine], rightColumn);
        for (size_t middle : {anchors->leftLine, anchors->rightLine}) {
            for (size_t i = middle == 0 ? 0 : middle - 1; i <= middle + 1 && i < lines.size(); ++i) shown.insert(i);
        }
    }

    std::vector<Line> result;
    auto put = [&](size_t i) {
        result.push_back(lines[i]);
        if (!showMarks) return;
        size_t blanks = leadingBlanks(lines[i]);
        size_t count = i + 1 == lines.size() ? shownEnd : displayWidth(lines[i], lines[i].size());
        Line marks;
        for (size_t c = 0; c < count; ++c) {
            bool inside = anchors && (i > anchors->leftLine || (i == anchors->leftLine && c >= leftColumn)) &&
                          (i < anchors->rightLine || (i == anchors->rightLine && c < rightColumn));
            if (c < blanks || (i == 0 && c < shownStart)) marks += U' ';
            else marks += anchors ? (inside ? U'^' : U'~') : U'^';
        }
        result.push_back(marks);
    };
    size_t before = 0;
    bool first = true;
    for (size_t i : shown) {
        if (!first) {
            size_t distance = i - before;
            if (distance == 2) put(i - 1);
            else if (distance > 2) result.push_back(decode("...<" + std::to_string(distance - 1) + " lines>..."));
        }
        put(i);
        before = i;
        first = false;
    }
    dedent(result);
    std::string text;
    for (const Line& line : result) text += "    " + utf8::encoded(line) + "\n";
    return text;
}

}
