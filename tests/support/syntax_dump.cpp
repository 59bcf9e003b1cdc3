// SPDX-License-Identifier: GPL-3.0-or-later
//
// memtape_syntax_dump [--text|--eval|--single|--check|--time] FILE...: prints for each file one line with its tree, or
// with its error as a Python tuple (type, message, line, column, text, end line, end column). With --batch the one file
// holds many programs, with "\0" between them, each read as text.
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <sstream>
#include <string>

#include "core/python/syntax/parser.h"
#include "tests/support/ast_dump.h"

namespace {

using namespace memtape;

void report(const SourceFile& source, const std::string& mode) {
    Arena arena;
    std::string line;
    std::vector<SyntaxWarning> warnings;
    if (mode == "--eval") {
        ParseExpressionResult result = parseExpression(source, arena);
        line = result.problem ? tests::problemRepr(*result.problem) : tests::dumpExpression(*result.expression);
        warnings = std::move(result.warnings);
    } else {
        ParseResult result = mode == "--single" ? parseSingle(source, arena) : parseModule(source, arena);
        line = result.problem                          ? tests::problemRepr(*result.problem)
               : mode == "--time" || mode == "--check" ? "parsed"
                                                       : tests::dumpModule(*result.module);
        warnings = std::move(result.warnings);
    }
    for (const SyntaxWarning& warning : warnings) line += " W" + std::to_string(warning.line) + ":" + warning.message;
    std::puts(line.c_str());
}

}

int main(int argc, char** argv) {
    std::string mode;
    bool isBatch = false;
    for (int i = 1; i < argc; i++) {
        if (std::strcmp(argv[i], "--batch") == 0) {
            isBatch = true;
            continue;
        }
        if (std::strncmp(argv[i], "--", 2) == 0) {
            mode = argv[i];
            continue;
        }
        std::ifstream file(argv[i], std::ios::binary);
        std::stringstream content;
        content << file.rdbuf();
        const std::string bytes = content.str();
        if (isBatch) {
            for (size_t begin = 0; begin < bytes.size();) {
                const size_t end = std::min(bytes.find('\0', begin), bytes.size());
                report(SourceFile::fromText("<s>", std::string_view(bytes).substr(begin, end - begin)), mode);
                begin = end + 1;
            }
            continue;
        }
        const auto before = std::chrono::steady_clock::now();
        report(mode == "--text" ? SourceFile::fromText("<s>", bytes) : SourceFile::fromBytes(argv[i], bytes), mode);
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - before;
        if (mode == "--time") std::printf("%s: %.3f s\n", argv[i], seconds.count());
    }
}
