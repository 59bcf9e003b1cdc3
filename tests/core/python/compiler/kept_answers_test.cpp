// SPDX-License-Identifier: GPL-3.0-or-later

// Programs with what CPython 3.13 compiles them to, instruction by instruction, and wrong ones with its errors. The answers are
// remade by remake_answers.py; compare_code.py in tests/support compares any other file.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/support/catch.h"
#include "tests/support/code_dump.h"

using namespace memtape;

namespace {

const std::filesystem::path folder = MEMTAPE_COMPILER_TESTS;

std::string content(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> result;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) result.push_back(line);
    return result;
}

std::string withLineEnds(const std::string& program) {
    std::string result;
    for (size_t i = 0; i < program.size(); ++i) {
        if (program[i] == '\\' && i + 1 < program.size() && program[i + 1] == 'n') {
            result += '\n';
            ++i;
        } else {
            result += program[i];
        }
    }
    return result + "\n";
}

}

TEST_CASE("programs compile to CPython's instructions, positions and tables", "[compiler]") {
    std::vector<std::filesystem::path> programs;
    for (const auto& entry : std::filesystem::directory_iterator(folder / "programs")) {
        if (entry.path().extension() == ".py") programs.push_back(entry.path());
    }
    std::sort(programs.begin(), programs.end());
    REQUIRE(programs.size() > 10);
    for (const std::filesystem::path& program : programs) {
        INFO(program.filename().string());
        const auto expected = lines(content(std::filesystem::path(program).replace_extension(".code")));
        const auto actual = lines(codeDump(program.filename().string(), content(program), "exec"));
        REQUIRE(!expected.empty());
        for (size_t i = 0; i < std::min(expected.size(), actual.size()); ++i) REQUIRE(actual[i] == expected[i]);
        REQUIRE(actual.size() == expected.size());
    }
}

TEST_CASE("wrong programs get CPython's errors", "[compiler]") {
    const auto programs = lines(content(folder / "problems.txt"));
    const auto answers = lines(content(folder / "problems.answers"));
    REQUIRE(programs.size() == answers.size());
    for (size_t i = 0; i < programs.size(); ++i) {
        INFO(programs[i]);
        const auto actual = lines(codeDump("problem.py", withLineEnds(programs[i]), "exec"));
        REQUIRE(!actual.empty());
        CHECK(actual[0] == answers[i]);
    }
}
