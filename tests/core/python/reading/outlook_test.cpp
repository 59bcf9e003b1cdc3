// SPDX-License-Identifier: GPL-3.0-or-later
// What Python's reading says of a line about to run.
#include "core/languages/languages.h"
#include "core/replay/reading.h"
#include "core/replay/replay.h"
#include "core/session/session.h"
#include "tests/support/catch.h"

using namespace memtape;
using Doing = Outlook::Doing;
using Form = Outlook::Form;
using Texts = std::vector<std::string>;

namespace {

// The text alone matters: any state has a reading.
struct AnyState {
    AnyState() {
        registerLanguages();
        RunOptions options;
        options.file = "/program.py";
        options.source = "pass\n";
        Session session;
        REQUIRE(session.run(options).end == EndReason::Exit);
        replay = std::make_unique<Replay>(session.tape());
        REQUIRE(replay->seek(0));
    }
    Outlook of(std::string_view source, uint32_t line = 1) const { return replay->reading().outlook(source, line); }
    std::unique_ptr<Replay> replay;
};

}

TEST_CASE("a statement's first word says what it does", "[reading][outlook]") {
    AnyState p;
    struct Row {
        const char* line;
        Doing doing;
        const char* value;
        Texts targets;
    };
    const Row rows[] = {
        {"return x == 1", Doing::Return, "x == 1", {}},
        {"return", Doing::Return, "", {}},
        {"yield", Doing::Yield, "", {}},
        {"yield n, 1", Doing::Yield, "n, 1", {}},
        {"def f(a=1):", Doing::DefineRoutine, "", {"f"}},
        {"async def f():", Doing::DefineRoutine, "", {"f"}},
        {"def f[T](a: T):", Doing::DefineRoutine, "", {"f"}},
        {"class A(metaclass=M):", Doing::DefineClass, "", {"A"}},
        {"class A:", Doing::DefineClass, "", {"A"}},
        {"@cached(size=2)", Doing::Decorate, "cached(size=2)", {}},
        {"for i in range(3):", Doing::NextItem, "range(3)", {"i"}},
        {"for i, (a, b) in pairs: use(i)", Doing::NextItem, "pairs", {"i", "(a, b)"}},
        {"async for x in y:", Doing::NextItem, "y", {"x"}},
        {"while n > 1:", Doing::Repeat, "n > 1", {}},
        {"while (n := f()) > 1:", Doing::Repeat, "(n := f()) > 1", {}},
        {"if(a):", Doing::Test, "(a)", {}},
        {"elif a[1:2] == b:", Doing::Test, "a[1:2] == b", {}},
        {"if any(map(lambda x: x, y)):", Doing::Test, "any(map(lambda x: x, y))", {}},
        {"assert x, 'no x'", Doing::Assert, "x", {}},
        {"del a[0], b", Doing::Remove, "", {"a[0]", "b"}},
        {"from os import path as p, sep", Doing::LoadNames, "os", {"p", "sep"}},
        {"from . import (a, b)", Doing::LoadNames, ".", {"a", "b"}},
        {"from os import *", Doing::LoadNames, "os", {}},
        {"raise E('x') from e", Doing::Raise, "E('x')", {}},
        {"raise", Doing::Raise, "", {}},
        {"try:", Doing::Watch, "", {}},
        {"except (A, B) as e:", Doing::Clause, "(A, B)", {"e"}},
        {"except* A:", Doing::Clause, "A", {}},
        {"except:", Doing::Clause, "", {}},
        {"with open(f) as g:", Doing::EnterContext, "open(f)", {"g"}},
        {"with lock:", Doing::EnterContext, "lock", {}},
        {"with a() as x, b() as y:", Doing::EnterContext, "a(), b()", {"x", "y"}},
        {"with (a() as x, b()):", Doing::EnterContext, "a(), b()", {"x"}},
        {"break", Doing::LeaveLoop, "", {}},
        {"continue", Doing::NextRound, "", {}},
        {"pass", Doing::Nothing, "", {}},
        {"match command:", Doing::Match, "command", {}},
        {"case [x, *_] if x:", Doing::Pattern, "[x, *_] if x", {}},
        {"print(a, end='')", Doing::Print, "a, end=''", {}},
        {"print()", Doing::Print, "", {}},
        {"'a text'", Doing::Nothing, "'a text'", {}},
        {"x: int", Doing::Nothing, "", {}},
        {"x == 1", Doing::Evaluate, "x == 1", {}},
    };
    for (const Row& row : rows) {
        INFO(row.line);
        Outlook outlook = p.of(row.line);
        CHECK(outlook.doing == row.doing);
        CHECK(outlook.value == row.value);
        CHECK(outlook.targets == row.targets);
    }
    Outlook import = p.of("import os.path, sys as system");
    CHECK(import.doing == Doing::LoadModule);
    CHECK(import.values == Texts{"os.path", "sys"});
    CHECK(import.targets == Texts{"os", "system"});
}

TEST_CASE("words that begin like a keyword are names", "[reading][outlook]") {
    AnyState p;
    for (const char* line : {"returned = 1", "match = 2", "case = 3", "iffy = 4", "importer = 5"}) CHECK(p.of(line).doing == Doing::Bind);
    CHECK(p.of("match(x)").doing == Doing::Evaluate);
    CHECK(p.of("").doing == Doing::Unknown);
    CHECK(p.of("# x = 1").doing == Doing::Unknown);
}

TEST_CASE("an assignment says to which places, and how its value comes to its object", "[reading][outlook]") {
    AnyState p;
    struct Row {
        const char* line;
        Doing doing;
        Form form;
        const char* value;
        Texts targets;
    };
    const Row rows[] = {
        {"x = 1", Doing::Bind, Form::Constant, "1", {"x"}},
        {"x=-1.5e3", Doing::Bind, Form::Constant, "-1.5e3", {"x"}},
        {"x = None", Doing::Bind, Form::Constant, "None", {"x"}},
        {"s = 'a += 1'", Doing::Bind, Form::Constant, "'a += 1'", {"s"}},
        {"s = b'x'  # = y", Doing::Bind, Form::Constant, "b'x'", {"s"}},
        {"s = f'{x}'", Doing::Bind, Form::Computed, "f'{x}'", {"s"}},
        {"b = a", Doing::Bind, Form::Place, "a", {"b"}},
        {"node = rows[i].next", Doing::Bind, Form::Place, "rows[i].next", {"node"}},
        {"part = rows[1:2]", Doing::Bind, Form::Computed, "rows[1:2]", {"part"}},
        {"a.b[i == 1] = [c == d]", Doing::Bind, Form::Display, "[c == d]", {"a.b[i == 1]"}},
        {"x = [a] + [b]", Doing::Bind, Form::Computed, "[a] + [b]", {"x"}},
        {"x: int = f(3)", Doing::Bind, Form::Call, "f(3)", {"x"}},
        {"x = a.f(3).g(4)", Doing::Bind, Form::Computed, "a.f(3).g(4)", {"x"}},
        {"isLess = a <= b", Doing::Bind, Form::Computed, "a <= b", {"isLess"}},
        {"isOther = a != b", Doing::Bind, Form::Computed, "a != b", {"isOther"}},
        {"x = y = a >= b", Doing::Bind, Form::Computed, "a >= b", {"x", "y"}},
        {"least = a if a <= b else b", Doing::Bind, Form::Computed, "a if a <= b else b", {"least"}},
        {"x = y = 0", Doing::Bind, Form::Constant, "0", {"x", "y"}},
        {"x = await task", Doing::Bind, Form::Wait, "await task", {"x"}},
        {"got = yield n", Doing::Bind, Form::Wait, "yield n", {"got"}},
        {"f = lambda x=1: x", Doing::Bind, Form::Computed, "lambda x=1: x", {"f"}},
        {"rows[1:] = []", Doing::Replace, Form::Display, "[]", {"rows[1:]"}},
        {"a, b = b, a", Doing::Unpack, Form::Computed, "b, a", {"a", "b"}},
        {"(a, *b) = c", Doing::Unpack, Form::Place, "c", {"a", "*b"}},
        {"f(a)[0], b = c", Doing::Unpack, Form::Place, "c", {"f(a)[0]", "b"}},
    };
    for (const Row& row : rows) {
        INFO(row.line);
        Outlook outlook = p.of(row.line);
        CHECK(outlook.doing == row.doing);
        CHECK(outlook.form == row.form);
        CHECK(outlook.value == row.value);
        CHECK(outlook.targets == row.targets);
    }
    CHECK(p.of("x = {}").made == "dict");
    CHECK(p.of("x = {1, 2}").made == "set");
    CHECK(p.of("x = {a: 1 for a in b}").made == "dict");
    CHECK(p.of("x = [i for i in b]").made == "list");
    CHECK(p.of("x = Node(1, [2])").callee == "Node");
    CHECK(p.of("xs.append(1)").callee == "xs.append");
}

TEST_CASE("an operation in place names its sign", "[reading][outlook]") {
    AnyState p;
    for (const char* sign : {"+=", "-=", "//=", "**=", "@=", "<<=", ">>=", "|=", "^=", "&=", "%="}) {
        Outlook outlook = p.of(std::string("x[0] ") + sign + " y");
        CHECK(outlook.doing == Doing::Operate);
        CHECK(outlook.operation == sign);
        CHECK(outlook.targets == Texts{"x[0]"});
        CHECK(outlook.value == "y");
    }
    for (const char* line : {"x == 1", "x != 1", "x <= 1", "x >= 1", "[i for i in x if i == 1]", "(x := 1)"})
        CHECK(p.of(line).doing == Doing::Evaluate);
}

TEST_CASE("a statement over several lines is read as one, and its later lines go on with it", "[reading][outlook]") {
    AnyState p;
    const char* source = "x = f(\n    1,  # one\n    2,\n)\ny = 1 + \\\n    2\nt = '''a\nb'''\nz = 3; w = 4\nif z: w = 5\n";
    Outlook call = p.of(source, 1);
    CHECK(call.form == Form::Call);
    CHECK(call.callee == "f");
    for (uint32_t line : {2u, 3u, 4u}) {
        CHECK(p.of(source, line).doing == Doing::Continue);
        CHECK(p.of(source, line).line == 1);
    }
    CHECK(p.of(source, 5).value.substr(0, 3) == "1 +");
    CHECK(p.of(source, 6).line == 5);
    CHECK(p.of(source, 7).form == Form::Constant);
    CHECK(p.of(source, 8).line == 7);
    CHECK(p.of(source, 9).targets == Texts{"z"});
    CHECK(p.of(source, 9).hasMore);
    CHECK(p.of(source, 10).doing == Doing::Test);
    CHECK(p.of(source, 10).hasMore);
    CHECK_FALSE(p.of(source, 1).hasMore);
    CHECK(p.of(source, 99).doing == Doing::Unknown);
    for (const char* broken :
         {"f(", "'", "'''", ")", "=", "x =", "a[", "\\", "for", "for x", "import", "from x", "del", ":", "@", "x: ", "x = y[", "{", "as"})
        CHECK_NOTHROW(p.of(broken));
}
