// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/source_file.h"

#include "core/python/syntax/parser.h"
#include "tests/support/catch.h"

using namespace memtape;

namespace {

std::string problemOf(const SourceFile& source) {
    Arena arena;
    const ParseResult result = parseModule(source, arena);
    return result.problem ? result.problem->message : "fine";
}

}

TEST_CASE("every line ends with a newline, whatever it ended with", "[source]") {
    const SourceFile file = SourceFile::fromBytes("a.py", "a\r\nb\rc");
    CHECK(file.text() == "a\nb\nc\n");
    CHECK(file.hasAddedLineEnd());
    CHECK(file.lineCount() == 3);
    CHECK(file.line(2) == "b\n");
    CHECK(file.line(4).empty());
}

TEST_CASE("columns can be counted in characters", "[source]") {
    const SourceFile file = SourceFile::fromText("a.py", "x = 'é€😀'\n");
    CHECK(file.characterOffset(1, 4) == 4);
    CHECK(file.characterOffset(1, 14) == 8);
}

TEST_CASE("a byte order mark and a coding comment are followed", "[source]") {
    CHECK(SourceFile::fromBytes("a.py", "\xEF\xBB\xBFx = 1\n").text() == "x = 1\n");
    CHECK(SourceFile::fromBytes("a.py", "# -*- coding: latin-1 -*-\n'\xe9'\n").text() == "# -*- coding: latin-1 -*-\n'\u00e9'\n");
    CHECK(SourceFile::fromBytes("a.py", "#!/x\n# vim: set fileencoding=cp1252 :\n'\x80'\n").line(3) == "'\u20ac'\n");
    CHECK(problemOf(SourceFile::fromBytes("a.py", "x = 1\n# coding: latin-1\n'\xe9'\n")).substr(0, 31) == "Non-UTF-8 code starting with '\\");
    CHECK(problemOf(SourceFile::fromBytes("a.py", "# coding: foo\n")) == "encoding problem: foo");
    CHECK(problemOf(SourceFile::fromBytesObject("a.py", "# coding: foo\n")) == "unknown encoding: foo");
    CHECK(problemOf(SourceFile::fromBytes("a.py", "\xEF\xBB\xBF# coding: latin-1\n")) == "encoding problem: iso-8859-1 with BOM");
    CHECK(problemOf(SourceFile::fromText("a.py", "# coding: foo\n")) == "fine");
}

TEST_CASE("a wrong byte is reported when the lexer gets there", "[source]") {
    CHECK(problemOf(SourceFile::fromBytes("a.py", "x = 1\ny = '\xe9'\n")) ==
          "Non-UTF-8 code starting with '\\xe9' in file a.py on line 2, but no encoding declared; see "
          "https://peps.python.org/pep-0263/ for details");
    CHECK(problemOf(SourceFile::fromBytes("a.py", "f() = 1 'a\n\xe9'\n")) == "unterminated string literal (detected at line 1)");
    CHECK(problemOf(SourceFile::fromBytes("a.py", "# coding: utf-8\ny = '\xe9'\n")) ==
          "(unicode error) 'utf-8' codec can't decode byte 0xe9 in position 0: unexpected end of data");
    CHECK(problemOf(SourceFile::fromBytes("a.py", "# coding: utf-8\n# \xe9\n")) == "fine");
}

TEST_CASE("null bytes are refused", "[source]") {
    CHECK(problemOf(SourceFile::fromBytes("a.py", std::string_view("x\ny\0z\n", 6))) == "source code cannot contain null bytes");
    CHECK(problemOf(SourceFile::fromText("a.py", std::string_view("x\ny\0z\n", 6))) == "source code string cannot contain null bytes");
}
