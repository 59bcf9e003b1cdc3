// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The text of one program file, decoded to UTF-8.
//
// Bytes come in as they lie on the disk: with or without a byte order mark, in the encoding that a PEP 263 comment in the
// first two lines names. What comes out is UTF-8 with "\n" as the only line end. CPython reads a file line by line, and
// reports a wrong byte only when its tokenizer gets to that line: an earlier syntax error wins. So a file that cannot be decoded
// is not refused; its text stops before the bad line, and `decodingProblem()` says what the lexer reports there.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/source/diagnostic.h"

namespace memtape {

class SourceFile {
public:
    // A program in a file, or handed as bytes to compile().
    static SourceFile fromBytes(std::string name, std::string_view bytes);
    // A program that is text already (compile() of a str, a prompt's line). Cookies are comments here. Lone surrogates
    // (three bytes each) are refused as CPython's encoder refuses them.
    static SourceFile fromText(std::string name, std::string_view utf8);

    const std::string& name() const { return m_name; }
    std::string_view text() const { return m_text; }
    const std::optional<SyntaxProblem>& decodingProblem() const { return m_decodingProblem; }

    int lineCount() const { return static_cast<int>(m_lineStarts.size()); }
    // The line (from 1) with its "\n"; empty when there is no such line.
    std::string_view line(int number) const;
    // Characters (not bytes) in front of a byte offset in a line.
    int characterOffset(int line, int byteOffset) const;

private:
    void indexLines();

    std::string m_name;
    std::string m_text;
    std::vector<size_t> m_lineStarts;
    std::optional<SyntaxProblem> m_decodingProblem;
};

}
