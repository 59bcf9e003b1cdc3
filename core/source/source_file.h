// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The text of one program, decoded to UTF-8.
//
// Bytes come in as they lie on the disk: with or without a byte order mark, in the encoding that a PEP 263 comment in
// the first two lines names. What comes out is UTF-8 with "\n" as the only line end, and one at the end of the last
// line.
//
// CPython reads a file line by line, and reports a wrong byte only when its tokenizer gets to that line. So a file that
// cannot be decoded is not refused as a whole: its text stops before the bad line, and `decodingProblem()` is what the
// lexer reports there. Where a text calls itself UTF-8 and is not, CPython does not look before a name or a string
// literal needs to be decoded; `isValidUtf8()` tells the lexer that it has to.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/source/diagnostic.h"

namespace memtape {

class SourceFile {
public:
    // Where the text came from decides some of the words and the source line of a SyntaxError.
    enum class Origin : unsigned char { File, Module, Bytes, Text };

    // A program in a file that is run.
    static SourceFile fromBytes(std::string name, std::string_view bytes) { return decode(std::move(name), bytes, Origin::File); }
    // A module's file that is imported: compiled from its bytes, but a SyntaxError quotes the file.
    static SourceFile fromModuleBytes(std::string name, std::string_view bytes) { return decode(std::move(name), bytes, Origin::Module); }
    // A program handed to compile() as a bytes object.
    static SourceFile fromBytesObject(std::string name, std::string_view bytes) { return decode(std::move(name), bytes, Origin::Bytes); }
    // A program that is text already (compile() of a str, a prompt's line). Cookies are plain comments here. A lone
    // surrogate (three bytes) is refused before parsing, with the UnicodeEncodeError of the str, by whoever calls
    // compile().
    static SourceFile fromText(std::string name, std::string_view utf8);

    const std::string& name() const { return m_name; }
    std::string_view text() const { return m_text; }
    Origin origin() const { return m_origin; }
    // Errors quote the lines of the file, not what the tokenizer holds.
    bool isOnDisk() const { return m_origin == Origin::File || m_origin == Origin::Module; }
    bool isValidUtf8() const { return m_isValidUtf8; }
    // The text's last "\n" was not there before.
    bool hasAddedLineEnd() const { return m_hasAddedLineEnd; }
    // What the lexer reports when it has read all of text(), instead of the end of the program.
    const std::optional<SyntaxProblem>& decodingProblem() const { return m_decodingProblem; }

    int lineCount() const { return static_cast<int>(m_lineStarts.size()); }
    // The line (from 1) with its "\n"; empty when there is no such line.
    std::string_view line(int number) const;
    // The line as a SyntaxError quotes it. CPython reads a file anew for that, in pieces of 999 bytes, and keeps the line's last piece.
    std::string_view quotedLine(int number) const;
    // Characters (not bytes) in front of a byte offset in a line.
    int characterOffset(int line, int byteOffset) const;

private:
    static SourceFile decode(std::string name, std::string_view bytes, Origin origin);
    void setText(std::string_view utf8);
    void stopAt(size_t offset, SyntaxProblem problem);

    std::string m_name;
    std::string m_text;
    std::vector<size_t> m_lineStarts;
    std::optional<SyntaxProblem> m_decodingProblem;
    Origin m_origin = Origin::Text;
    bool m_isValidUtf8 = true;
    bool m_hasAddedLineEnd = false;
};

}
