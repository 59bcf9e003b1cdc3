// SPDX-License-Identifier: GPL-3.0-or-later
// What may be run of the instructions that a program has put together: all that a compiler makes, and nothing that the loop would read as something else.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/python/bytecode/cpython_code.h"
#include "core/python/bytecode/opcodes.h"
#include "core/python/compiler/compiler.h"
#include "core/python/syntax/parser.h"
#include "tests/support/catch.h"

using namespace memtape;

namespace {

ConstantFacts factsOf(const Constant& constant) {
    using Kind = Constant::Kind;
    const auto isText = [](const Constant& item) { return item.kind == Kind::Str; };
    ConstantFacts facts;
    facts.isNone = constant.kind == Kind::None;
    facts.isText = isText(constant);
    facts.isTuple = constant.kind == Kind::Tuple;
    facts.isTupleOfTexts = facts.isTuple && std::all_of(constant.items.begin(), constant.items.end(), isText);
    facts.isCode = constant.kind == Kind::Code;
    facts.count = static_cast<uint32_t>(constant.items.size());
    if (facts.isCode)
        facts.count = static_cast<uint32_t>(std::count_if(constant.code->localsPlusKinds.begin(), constant.code->localsPlusKinds.end(),
                                                          [](uint8_t kind) { return kind & LocalKind::Free; }));
    return facts;
}

bool runs(const CodeUnit& unit) {
    std::vector<ConstantFacts> facts;
    std::transform(unit.constants.begin(), unit.constants.end(), std::back_inserter(facts), factsOf);
    return mayRun(unit, facts);
}

int checkAll(const CodeUnit& unit) {
    int units = 1;
    INFO(unit.filename << ", " << unit.qualname);
    CHECK(runs(unit));
    for (const Constant& constant : unit.constants)
        if (constant.code) units += checkAll(*constant.code);
    return units;
}

// A function of one argument, with a constant 1, a constant text, and a cell; what is on the stack at its end is returned.
CodeUnit of(std::initializer_list<std::pair<Opcode, uint32_t>> instructions) {
    CodeUnit unit;
    unit.argCount = 1;
    unit.stackSize = 6;
    unit.localsPlusNames = {"argument", "other", "cell"};
    unit.localsPlusKinds = {LocalKind::Local, LocalKind::Local, LocalKind::Cell};
    unit.names = {"name"};
    unit.constants.resize(2);
    unit.constants[0].kind = Constant::Kind::Int;
    unit.constants[0].text = "1";
    unit.constants[1].kind = Constant::Kind::Str;
    for (const auto& [opcode, operand] : instructions) unit.instructions.push_back({static_cast<uint16_t>(opcode), 0, operand});
    unit.instructions.push_back({static_cast<uint16_t>(Opcode::ReturnValue), 0, 0});
    return unit;
}

}

TEST_CASE("all code of the test programs may be run", "[bytecode][checker]") {
    namespace fs = std::filesystem;
    int units = 0;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(MEMTAPE_COMPILER_TESTS) / "../../../programs")) {
        if (entry.path().extension() != ".py") continue;
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
        const SourceFile source = SourceFile::fromBytes(entry.path().filename(), bytes);
        Arena arena;
        const ParseResult parsed = parseModule(source, arena);
        if (!parsed.module) continue;
        const CompileResult compiled = compileModule(*parsed.module, source, arena);
        if (compiled.code) units += checkAll(*compiled.code);
    }
    CHECK(units > 3000);
}

TEST_CASE("what is taken must be there, and of the kind that is taken", "[bytecode][checker]") {
    using O = Opcode;
    CHECK(runs(of({{O::LoadFast, 0}})));
    CHECK_FALSE(runs(of({{O::LoadFast, 1}}))); // it is not bound
    CHECK(runs(of({{O::LoadFastCheck, 1}})));  // which is found as it runs
    CHECK_FALSE(runs(of({{O::LoadFastAndClear, 0}, {O::StoreFast, 1}, {O::LoadFast, 0}})));
    CHECK_FALSE(runs(of({})));
    CHECK_FALSE(runs(of({{O::PushNull, 0}})));
    CHECK_FALSE(runs(of({{O::LoadConst, 2}})));

    CHECK(runs(of({{O::BuildList, 0}, {O::LoadFast, 0}, {O::ListAppend, 1}})));
    CHECK_FALSE(runs(of({{O::LoadFast, 0}, {O::LoadFast, 0}, {O::ListAppend, 1}})));
    CHECK_FALSE(runs(of({{O::BuildSet, 0}, {O::LoadFast, 0}, {O::ListAppend, 1}})));
    CHECK_FALSE(runs(of({{O::BuildList, 0}, {O::LoadFast, 0}, {O::LoadFast, 0}, {O::MapAdd, 1}})));
    CHECK(runs(of({{O::LoadConst, 1}, {O::FormatSimple, 0}, {O::BuildString, 1}})));
    CHECK_FALSE(runs(of({{O::LoadConst, 0}, {O::BuildString, 1}})));

    CHECK(runs(of({{O::MakeCell, 2}, {O::LoadDeref, 2}})));
    CHECK_FALSE(runs(of({{O::LoadDeref, 2}})));
    CHECK_FALSE(runs(of({{O::MakeCell, 2}, {O::LoadFast, 0}, {O::StoreFast, 2}, {O::LoadDeref, 2}})));

    CHECK(runs(of({{O::LoadFast, 0}, {O::PushNull, 0}, {O::LoadConst, 0}, {O::Call, 1}})));
    CHECK_FALSE(runs(of({{O::PushNull, 0}, {O::LoadFast, 0}, {O::LoadConst, 0}, {O::Call, 1}})));
    CHECK_FALSE(runs(of({{O::LoadFast, 0}, {O::PushNull, 0}, {O::LoadConst, 0}, {O::LoadConst, 0}, {O::CallKw, 1}})));
    CHECK_FALSE(runs(of({{O::LoadConst, 0}, {O::MakeFunction, 0}})));
    CHECK_FALSE(runs(of({{O::LoadFast, 0}, {O::PushExcInfo, 0}, {O::PopTop, 0}})));
    CHECK_FALSE(runs(of({{O::LoadFast, 0}, {O::PopExcept, 0}, {O::LoadFast, 0}})));
    CHECK_FALSE(runs(of({{O::LoadFast, 0}, {O::Reraise, 0}})));
    CHECK_FALSE(runs(of({{O::LoadFast, 0}, {O::LoadFast, 0}, {O::LoadFast, 0}, {O::LoadFast, 0}, {O::RaiseVarargs, 3}})));
    CHECK_FALSE(runs(of({{O::LoadFast, 0}, {O::BuildSlice, 1}})));
}

TEST_CASE("where ways meet, a place is what it may be on either", "[bytecode][checker]") {
    using O = Opcode;
    // The list is made on one way only.
    CHECK_FALSE(runs(
        of({{O::LoadFast, 0}, {O::LoadFast, 0}, {O::PopJumpIfNone, 5}, {O::PopTop, 0}, {O::BuildList, 0}, {O::LoadFast, 0}, {O::ListAppend, 1}})));
    // The local is unbound on one.
    CHECK_FALSE(runs(of({{O::LoadFast, 0}, {O::PopJumpIfNone, 3}, {O::DeleteFast, 0}, {O::LoadFast, 0}})));
    // The stacks are of different depth.
    CHECK_FALSE(runs(of({{O::LoadFast, 0}, {O::LoadFast, 0}, {O::PopJumpIfNone, 4}, {O::LoadFast, 0}, {O::LoadFast, 0}})));
    // A handler's stack is deeper than what is left when the instruction fails.
    CodeUnit unit = of({{O::LoadFast, 0}, {O::UnaryNegative, 0}});
    unit.instructions.push_back({static_cast<uint16_t>(O::ReturnValue), 0, 0});
    unit.exceptionTable.push_back({1, 2, 3, 0, false});
    CHECK(runs(unit));
    unit.exceptionTable[0].depth = 1;
    CHECK_FALSE(runs(unit));
}
