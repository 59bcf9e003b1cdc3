// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/bytecode/code_stream.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/python/bytecode/disassembler.h"
#include "core/python/compiler/compiler.h"
#include "core/python/syntax/parser.h"
#include "tests/support/catch.h"

using namespace memtape;

namespace {

std::shared_ptr<CodeUnit> compiled(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    Arena arena;
    SourceFile source = SourceFile::fromBytes(file.filename().string(), text);
    ParseResult parsed = parseModule(source, arena);
    REQUIRE(parsed.module);
    return compileModule(*parsed.module, source, arena).code;
}

std::vector<std::shared_ptr<CodeUnit>> programs() {
    std::vector<std::shared_ptr<CodeUnit>> units;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(MEMTAPE_COMPILER_TESTS) / "programs"))
        if (entry.path().extension() == ".py") units.push_back(compiled(entry.path()));
    return units;
}

std::string bytesOf(const Constant& constant) {
    CodeUnit unit;
    unit.constants = {constant};
    return encodeCodeUnit(unit);
}

void checkSame(const CodeUnit& a, const CodeUnit& b) {
    CHECK(a.name == b.name);
    CHECK(a.qualname == b.qualname);
    CHECK(a.filename == b.filename);
    CHECK(a.firstLine == b.firstLine);
    CHECK(a.flags == b.flags);
    CHECK(a.argCount == b.argCount);
    CHECK(a.stackSize == b.stackSize);
    CHECK(disassemble(a) == disassemble(b));
    CHECK(a.names == b.names);
    CHECK(a.localsPlusNames == b.localsPlusNames);
    CHECK(a.localsPlusKinds == b.localsPlusKinds);
    REQUIRE(a.positions.size() == b.positions.size());
    for (size_t i = 0; i < a.positions.size(); ++i) {
        const Position &p = a.positions[i], &q = b.positions[i];
        CHECK((p.line == q.line && p.endLine == q.endLine && p.column == q.column && p.endColumn == q.endColumn));
    }
    REQUIRE(a.exceptionTable.size() == b.exceptionTable.size());
    for (size_t i = 0; i < a.exceptionTable.size(); ++i) {
        const ExceptionEntry &p = a.exceptionTable[i], &q = b.exceptionTable[i];
        CHECK((p.start == q.start && p.end == q.end && p.target == q.target && p.depth == q.depth && p.pushesLasti == q.pushesLasti));
    }
    REQUIRE(a.constants.size() == b.constants.size());
    for (size_t i = 0; i < a.constants.size(); ++i) {
        if (a.constants[i].kind == Constant::Kind::Code) checkSame(*a.constants[i].code, *b.constants[i].code);
        else CHECK(bytesOf(a.constants[i]) == bytesOf(b.constants[i]));
    }
}

}

TEST_CASE("code units come back from their bytes as they were", "[library]") {
    for (const auto& unit : programs()) {
        INFO(unit->filename);
        std::shared_ptr<CodeUnit> again = decodeCodeUnit(encodeCodeUnit(*unit));
        REQUIRE(again);
        checkSame(*unit, *again);
    }
}

TEST_CASE("bytes that are no code unit give none", "[library]") {
    CHECK_FALSE(decodeCodeUnit(""));
    for (const auto& unit : programs()) {
        const std::string bytes = encodeCodeUnit(*unit);
        for (size_t size = 0; size < bytes.size(); size += 1 + bytes.size() / 200)
            CHECK_FALSE(decodeCodeUnit(std::string_view(bytes).substr(0, size)));
        CHECK_FALSE(decodeCodeUnit(bytes + "x"));
        for (size_t at = 0; at < bytes.size(); at += 1 + bytes.size() / 200) { // other bytes: a unit or none, and no crash
            std::string other = bytes;
            other[at] = static_cast<char>(other[at] ^ 0xff);
            decodeCodeUnit(other);
        }
    }
}
