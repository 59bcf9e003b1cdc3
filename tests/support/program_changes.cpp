// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program_changes.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace memtape {

namespace {

const std::vector<std::string> pieces = {"(",
                                         ")",
                                         "[",
                                         "]",
                                         "{",
                                         "}",
                                         ":",
                                         ",",
                                         ".",
                                         "=",
                                         "==",
                                         "**",
                                         "*",
                                         "%",
                                         "@",
                                         ":=",
                                         "->",
                                         "\n",
                                         "\n    ",
                                         "\t",
                                         "\\",
                                         "#",
                                         "'",
                                         "\"",
                                         "'''",
                                         "f'{",
                                         "}'",
                                         std::string(1, 0),
                                         "\xff",
                                         "é",
                                         "\r",
                                         " if ",
                                         " else ",
                                         " for ",
                                         " in ",
                                         " lambda ",
                                         " not ",
                                         " yield ",
                                         " await ",
                                         "async ",
                                         "def f(*a, **k):\n",
                                         "class A(A):\n",
                                         "return ",
                                         "raise ",
                                         "try:\n",
                                         "except* ",
                                         "finally:\n",
                                         "match x:\n case ",
                                         "with ",
                                         "global x\n",
                                         "nonlocal x\n",
                                         "del ",
                                         "import ",
                                         "from . import *\n",
                                         "0",
                                         "-1",
                                         "10**10",
                                         "2**63",
                                         "1e400",
                                         "1j",
                                         "None",
                                         "self",
                                         "x",
                                         "__del__",
                                         "__slots__",
                                         "__class__",
                                         "super()",
                                         "print(",
                                         "sys.exit(",
                                         "[]*",
                                         "x.x",
                                         "type(",
                                         "__import__('gc').collect()",
                                         "globals()",
                                         "locals().clear()",
                                         "iter(",
                                         "next(",
                                         "setattr(",
                                         "del x",
                                         "__eq__ = "};

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    for (size_t i = 0; i < text.size();) {
        size_t end = text.find('\n', i);
        end = end == std::string::npos ? text.size() : end + 1;
        lines.push_back(text.substr(i, end - i));
        i = end;
    }
    return lines;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line;
    return text;
}

// Of an empty line: as deep as can be, so that it belongs to what is before it.
size_t indentation(const std::string& line) {
    const size_t first = line.find_first_not_of(' ');
    return first == std::string::npos || line[first] == '\n' ? std::string::npos : first;
}

bool isWord(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

// A line with all that is indented deeper behind it.
struct Block {
    size_t begin = 0, end = 0;
};

Block blockAt(const std::vector<std::string>& lines, size_t begin) {
    size_t end = begin + 1;
    while (end < lines.size() && indentation(lines[end]) > indentation(lines[begin])) ++end;
    return {begin, end};
}

Block someBlock(Random& random, const std::vector<std::string>& lines) { return blockAt(lines, below(random, lines.size())); }

std::vector<std::string> linesOf(const std::vector<std::string>& lines, Block block) {
    return {lines.begin() + static_cast<ptrdiff_t>(block.begin), lines.begin() + static_cast<ptrdiff_t>(block.end)};
}

// As deep as `depth`, and all that belongs to it with it.
std::vector<std::string> movedTo(size_t depth, std::vector<std::string> block) {
    const size_t own = block.empty() ? std::string::npos : indentation(block[0]);
    if (own == std::string::npos || depth == std::string::npos) return block;
    for (std::string& line : block) {
        if (indentation(line) == std::string::npos) continue;
        line.erase(0, own);
        line.insert(0, depth, ' ');
        if (line.back() != '\n') line += '\n';
    }
    return block;
}

void insertBlock(std::vector<std::string>& lines, size_t at, const std::vector<std::string>& block) {
    const size_t depth = at < lines.size() ? indentation(lines[at]) : 0;
    if (at == lines.size() && at && lines.back().back() != '\n') lines.back() += '\n';
    const std::vector<std::string> moved = movedTo(depth, block);
    lines.insert(lines.begin() + static_cast<ptrdiff_t>(at), moved.begin(), moved.end());
}

// What a block can be put into, and what has to stand behind it then.
struct Wrapping {
    const char *before, *after;
};
constexpr std::array<Wrapping, 10> wrappings{{
    {"try:\n", "except Exception as e: pass\n"},
    {"try:\n", "finally: pass\n"},
    {"for i in range(3):\n", ""},
    {"while True:\n", ""},
    {"if x:\n", "else: pass\n"},
    {"with open('f', 'w') as f:\n", ""},
    {"def f(*a, **k):\n", "f()\n"},
    {"def g():\n    yield\n", "list(g())\n"},
    {"class A:\n", "A()\n"},
    {"async def c():\n", "try: c().send(None)\nexcept StopIteration: pass\n"},
}};

void wrap(Random& random, std::vector<std::string>& lines) {
    const Block block = someBlock(random, lines);
    const size_t depth = indentation(lines[block.begin]);
    if (depth == std::string::npos) return;
    const Wrapping& wrapping = wrappings[below(random, wrappings.size())];
    std::vector<std::string> wrapped = linesOf(wrapping.before);
    for (const std::string& line : movedTo(4, linesOf(lines, block))) wrapped.push_back(line);
    for (const std::string& line : linesOf(wrapping.after)) wrapped.push_back(line);
    lines.erase(lines.begin() + static_cast<ptrdiff_t>(block.begin), lines.begin() + static_cast<ptrdiff_t>(block.end));
    for (std::string& line : wrapped) line.insert(0, depth, ' ');
    lines.insert(lines.begin() + static_cast<ptrdiff_t>(block.begin), wrapped.begin(), wrapped.end());
}

void changeBlocks(Random& random, std::string& text) {
    std::vector<std::string> lines = linesOf(text);
    if (lines.empty()) return;
    const Block block = someBlock(random, lines);
    const std::vector<std::string> its = linesOf(lines, block);
    switch (below(random, 5)) {
    case 0: wrap(random, lines); break;
    case 1: insertBlock(lines, below(random, lines.size() + 1), its); break;
    default:
        lines.erase(lines.begin() + static_cast<ptrdiff_t>(block.begin), lines.begin() + static_cast<ptrdiff_t>(block.end));
        if (random() % 2) insertBlock(lines, below(random, lines.size() + 1), its);
    }
    text = joined(lines);
}

// A word of the text gives way to another one of it, or to a value.
void changeWord(Random& random, std::string& text) {
    std::vector<std::pair<size_t, size_t>> words;
    for (size_t i = 0; i < text.size();) {
        size_t end = i;
        while (end < text.size() && isWord(text[end])) ++end;
        if (end > i) words.push_back({i, end - i});
        i = std::max(end, i + 1);
    }
    if (words.empty()) return;
    static const std::vector<std::string> values = {"0",     "-1",   "None",   "[]",   "2**63", "''",       "{}",       "1.5",      "x",
                                                    "10**9", "True", "(1, 2)", "b'a'", "print", "object()", "iter([])", "lambda: 1"};
    auto [at, size] = oneOf(random, words);
    auto [from, length] = oneOf(random, words);
    text.replace(at, size, random() % 2 ? oneOf(random, values) : text.substr(from, length));
}

}

std::string changedWildly(Random& random, std::string text, const std::vector<std::string>& programs) {
    for (size_t times = 1 + below(random, 4); times > 0; --times) {
        size_t at = below(random, text.size() + 1), size = below(random, 12);
        std::vector<std::string> lines = linesOf(text);
        switch (below(random, 9)) {
        case 0: text.erase(at, size); break;
        case 1: text.insert(at, text.substr(below(random, text.size() + 1), size)); break;
        case 2:
        case 3: text.insert(at, oneOf(random, pieces)); break;
        case 4: text.resize(at); break;
        case 5:
            if (at < text.size()) text[at] = static_cast<char>(random());
            break;
        case 6: text.insert(at, oneOf(random, linesOf(oneOf(random, programs)))); break;
        default: // lines change places or are said twice; those keep what is there meaningful
            if (lines.empty()) break;
            if (random() % 2) std::swap(lines[below(random, lines.size())], lines[below(random, lines.size())]);
            else lines.insert(lines.begin() + static_cast<ptrdiff_t>(below(random, lines.size())), oneOf(random, lines));
            text = joined(lines);
        }
    }
    return text;
}

std::string rearranged(Random& random, std::string text) {
    for (size_t times = 1 + below(random, 4); times > 0; --times) {
        if (random() % 2) changeWord(random, text);
        else changeBlocks(random, text);
    }
    return text;
}

std::string crossed(Random& random, const std::string& text, const std::string& other) {
    std::vector<std::string> lines = linesOf(text);
    const std::vector<std::string> others = linesOf(other);
    if (others.empty()) return text;
    insertBlock(lines, below(random, lines.size() + 1), linesOf(others, someBlock(random, others)));
    return joined(lines);
}

std::string noise(Random& random) {
    std::string text;
    bool isBytes = random() % 3 == 0;
    for (size_t i = below(random, 200); i > 0; --i) {
        if (isBytes) text += static_cast<char>(random());
        else text += oneOf(random, pieces);
    }
    return text;
}

}
