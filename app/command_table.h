// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The command line as one table: the verbs, what each takes, and what that means. Calls are read by it (command_line.cpp); --help (help_text.h), the manual page,
// the completions of shells and docs/verbs.md (manual/) are made of it. What the table cannot say of words that belong together is in command_rules.h.

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/command_line.h"

namespace memtape {

// What a value may be; without one of these any text will do.
struct WholeNumbers {
    uint64_t least, most = UINT64_MAX;
};
struct Numbers {
    double least, most;
};
using Words = std::vector<std::string_view>; // one of them
using Allowed = std::variant<std::monostate, WholeNumbers, Numbers, Words>;

// Where a value is kept. A switch is kept in a bool, as true; with TurnsOff, as false.
struct TurnsOff {
    bool CommandLine::*flag;
};
struct SizeOfView { // WxH, whole numbers within `Allowed`
    int CommandLine::*width;
    int CommandLine::*height;
};
struct StepAndPart { // N, or N.K: within its line
    std::vector<uint64_t> CommandLine::*steps;
    std::optional<uint32_t> CommandLine::*part;
};
using Target =
    std::variant<bool CommandLine::*, TurnsOff, std::string CommandLine::*, std::vector<std::string> CommandLine::*, uint64_t CommandLine::*,
                 std::vector<uint64_t> CommandLine::*, int CommandLine::*, double CommandLine::*, SizeOfView, StepAndPart>;

// What a shell offers for a value.
enum class Offers { Nothing, Programs, ProgramsAndTapes, Files, Folders, Allowed };

struct OptionRow {
    std::string_view name;  // "--max-heap", "-o"
    std::string_view value; // "BYTES"; empty: it is a switch
    std::string_view meaning;
    Target target;
    Allowed allowed = {};
    Offers offers = Offers::Nothing;
    enum class Times { AtMostOnce, Once, Any } times = Times::AtMostOnce;
    std::string_view needs = {}, excludes = {}; // other options of the verb, named before it
};

struct OptionGroup {
    std::string_view title;
    std::vector<OptionRow> options;
};

struct OperandRow {
    std::string_view name; // "FILE"
    std::string_view meaning;
    Target target;
    Offers offers = Offers::Nothing;
    int least = 1, most = 1; // how many
    Allowed allowed = {};
};

struct VerbRow {
    CommandLine::Verb verb;
    std::string_view name;    // "run"; empty: a call without a verb
    std::string_view meaning; // what it does, as a command; no full stop
    std::vector<OperandRow> operands;
    std::vector<const OptionGroup*> groups;
    bool argumentsFollow = false; // all words behind its operands are the program's own, and its options stand before them
};

struct StatusRow {
    std::string_view status; // "2"
    std::string_view meaning;
};

struct ExampleRow {
    std::string_view call;
    std::string_view meaning;
};

// A call without a verb first, then the verbs.
const std::vector<VerbRow>& verbTable();
const std::vector<StatusRow>& statusTable();
const std::vector<ExampleRow>& exampleTable();

// What a text of the table says of languages: "{languages}" (Python), "{endings}" (.py). The languages are registered.
std::string filledIn(std::string_view text);

// "memtape record [OPTION…] -o OUT.tape FILE [ARG…]"
std::string usageOf(const VerbRow& verb);

}
