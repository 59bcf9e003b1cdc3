// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_table.h"

#include "app/command_options.h"
#include "core/session/language.h"

namespace memtape {

namespace {

using Verb = CommandLine::Verb;
using Line = CommandLine;

const OperandRow program = {"FILE", "The program; - reads it from standard input", &Line::file, Offers::Programs};
const OperandRow programOrTape = {"FILE", "A program or a tape; - reads a program from standard input", &Line::file, Offers::ProgramsAndTapes};
const OperandRow expression = {
    "EXPRESSION",
    "x == 3, head is None, len(xs) > 5, node.next.value >= 2, d[\"k\"] == \"v\", made ID, released ID, line N, output \"TEXT\", "
    "exception NAME, collection; joined by and, or, not",
    &Line::expression};

std::string joined(const std::vector<std::string>& words, std::string_view between) {
    std::string text;
    for (const std::string& word : words) text.append(text.empty() ? "" : between).append(word);
    return text;
}

void replaceAll(std::string& text, std::string_view what, const std::string& with) {
    for (size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) text.replace(at, what.size(), with);
}

}

const std::vector<VerbRow>& verbTable() {
    namespace o = options;
    static const std::vector<VerbRow> table = {
        {Verb::Window,
         "",
         "Open the window: on FILE, on the last session or on the first lesson",
         {{"FILE", "A program ({endings}) or a recording (.tape) to open in the window", &Line::file, Offers::ProgramsAndTapes, 0, 1}},
         {&o::window}},
        {Verb::Run, "run", "Run a program", {program}, {&o::access, &o::limits}, true},
        {Verb::Record, "record", "Run a program and keep every memory event", {program}, {&o::record, &o::access, &o::limits, &o::counted}, true},
        {Verb::State,
         "state",
         "Print the memory at a step, or answer a question about it",
         {programOrTape},
         {&o::state, &o::questions, &o::access, &o::limits, &o::counted}},
        {Verb::Export,
         "export",
         "Draw steps as PNG, SVG or PDF, or write them as data (JSON) or as an interactive page (HTML)",
         {{"FILE", "A program or a tape; - reads a program from standard input", &Line::file, Offers::ProgramsAndTapes, 0, 1}},
         {&o::moment, &o::picture, &o::page, &o::access, &o::limits, &o::counted}},
        {Verb::Weave,
         "weave",
         "Draw the pictures that a text in Markdown asks for, and put them behind its blocks",
         {{"IN.md", "A text in Markdown, with blocks ```python memtape line=8", &Line::file, Offers::Files}},
         {&o::weave, &o::picture, &o::access, &o::limits, &o::counted}},
        {Verb::LessonCheck,
         "lesson",
         "Say what is wrong with a lesson, by line",
         {{"check", "Go through all that it says and asks", &Line::task, Offers::Programs, 1, 1, Words{"check"}},
          {"FILE", "The lesson", &Line::file, Offers::Programs}},
         {&o::access, &o::limits, &o::counted}},
        {Verb::Info, "info", "Print the figures of a run", {programOrTape}, {&o::info, &o::access, &o::limits, &o::counted}},
        {Verb::Find,
         "find",
         "Print the steps of a run at which something comes to hold",
         {programOrTape, expression},
         {&o::find, &o::access, &o::limits, &o::counted}},
        {Verb::Compare,
         "compare",
         "Print what differs between two states, of one run or of two",
         {{"FILE", "One or two programs or tapes", &Line::files, Offers::ProgramsAndTapes, 1, 2}},
         {&o::compare, &o::access, &o::limits, &o::counted}},
        {Verb::Doctor, "doctor", "Look at what Memtape needs of this machine, and print a report without personal paths", {}, {}},
    };
    return table;
}

const std::vector<StatusRow>& statusTable() {
    static const std::vector<StatusRow> table = {
        {"0", "All went well; of run and record: the program's own status"},
        {"1", "The program's text has an error, where its memory was asked for; of doctor: something is wrong"},
        {"2", "A wrong call, a step or an object that is not there, or a window without a display"},
        {"3", "A file that cannot be read or written, or is no tape"},
        {"4", "A limit stopped the program; what was recorded until then is kept"},
        {"130", "Ctrl-C ended find; what was found until then is printed"},
    };
    return table;
}

const std::vector<ExampleRow>& exampleTable() {
    static const std::vector<ExampleRow> table = {
        {"memtape program.py", "opens the window on a program"},
        {"memtape run program.py 3 4", "runs it with two arguments"},
        {"memtape record -o run.tape program.py", "keeps every memory event of a run"},
        {"memtape state run.tape --step 12", "prints the memory before the line of step 12 runs"},
        {"memtape state run.tape --step 12 --why 'log[0]'", "tells why an object is alive"},
        {"memtape export run.tape --line 7:2 -o picture.svg", "draws the moment at which line 7 runs for the second time"},
        {"memtape export program.py -o run.html", "makes a page to step through in any browser"},
        {"memtape find run.tape 'len(xs) > 5'", "finds where a list has come to hold more than five items"},
    };
    return table;
}

std::string filledIn(std::string_view text) {
    std::string filled(text);
    replaceAll(filled, "{languages}", joined(languageNames(), " or "));
    replaceAll(filled, "{endings}", joined(programFileEndings(), ", "));
    return filled;
}

std::string usageOf(const VerbRow& verb) {
    std::string usage = "memtape";
    if (!verb.name.empty()) usage.append(" ").append(verb.name);
    std::string required;
    bool hasMore = false;
    for (const OptionGroup* group : verb.groups)
        for (const OptionRow& option : group->options) {
            if (option.times == OptionRow::Times::Once) required.append(" ").append(option.name).append(" ").append(option.value);
            else hasMore = true;
        }
    if (hasMore) usage += " [OPTION…]";
    usage += required;
    for (const OperandRow& operand : verb.operands) {
        for (int i = 0; i < operand.least; ++i) usage.append(" ").append(operand.name);
        for (int i = operand.least; i < operand.most; ++i) usage.append(" [").append(operand.name).append("]");
    }
    if (verb.argumentsFollow) usage += " [ARG…]";
    return usage;
}

}
