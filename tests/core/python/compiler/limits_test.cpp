// SPDX-License-Identifier: GPL-3.0-or-later

// Programs that are large or deep beyond reason end in CPython's exceptions, or compile.

#include "tests/support/catch.h"
#include "tests/support/code_dump.h"
#include "tests/support/deep_thread.h"

using namespace memtape;

namespace {

std::string repeated(const std::string& text, size_t count) {
    std::string result;
    for (size_t i = 0; i < count; ++i) result += text;
    return result;
}

std::string firstLine(const std::string& program) {
    std::string dump;
    onDeepStack([&] { dump = codeDump("limits.py", program + "\n", "exec"); });
    return dump.substr(0, dump.find('\n'));
}

const std::string compiled = "code <module> <module>";
const std::string tooDeep = "error RecursionError 0 0 0 0 maximum recursion depth exceeded during compilation";

}

TEST_CASE("a tree deeper than ten thousand nodes is a RecursionError", "[compiler]") {
    CHECK(firstLine("x" + repeated("+x", 9900)) == compiled);
    CHECK(firstLine("x" + repeated("+x", 10100)) == tooDeep);
    CHECK(firstLine("x" + repeated(".x", 9900)) == compiled);
    CHECK(firstLine("x" + repeated(".x", 10100)) == tooDeep);
    CHECK(firstLine("x" + repeated("()", 10100)) == tooDeep);
    CHECK(firstLine("x" + repeated("[0]", 10100)) == tooDeep);
    CHECK(firstLine("1" + repeated("+1", 10100)) == tooDeep);
}

TEST_CASE("long programs compile", "[compiler]") {
    CHECK(firstLine("x = [" + repeated("1, ", 200000) + "]") == compiled);
    CHECK(firstLine("x = {" + repeated("a: 1, ", 50000) + "}") == compiled);
    CHECK(firstLine(repeated("if x: y\n", 20000)) == compiled);
    CHECK(firstLine("if x: y\n" + repeated("elif x: y\n", 2000)) == compiled);
    CHECK(firstLine(repeated("def f(): return x\n", 5000)) == compiled);
    CHECK(firstLine("x = " + repeated("9", 4000)) == compiled);
    CHECK(firstLine("f(" + repeated("*a, ", 5000) + ")") == compiled);
}

TEST_CASE("more than twenty nested blocks are refused", "[compiler]") {
    std::string program, indent;
    for (int i = 0; i < 25; ++i) {
        program += indent + "while x:\n";
        indent += " ";
    }
    CHECK(firstLine(program + indent + "y").find("too many statically nested blocks") != std::string::npos);
}
