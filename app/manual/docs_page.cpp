// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/manual.h"

namespace memtape::manual {

namespace {

// A text in a cell of a Markdown table.
std::string cell(std::string_view text) { return replaced(filledIn(text), "|", "\\|"); }
std::string code(std::string_view text) { return "`" + cell(text) + "`"; }
std::string row(const std::string& first, std::string_view second) { return "| " + first + " | " + cell(second) + " |\n"; }

std::string heading(const VerbRow& verb) { return verb.name.empty() ? "The window" : code("memtape " + std::string(verb.name)); }

std::string sectionOf(const VerbRow& verb) {
    std::string text = "\n## " + heading(verb) + "\n\n" + filledIn(verb.meaning) + ".\n\n    " + usageOf(verb) + "\n";
    if (verb.operands.empty() && verb.groups.empty()) return text;
    text += "\n| word | meaning |\n|---|---|\n";
    for (const OperandRow& operand : verb.operands) text += row(code(operand.name), operand.meaning);
    if (verb.argumentsFollow) text += row(code("ARG…"), "The program's own arguments: all that stands behind FILE");
    for (const OptionGroup* group : verb.groups) {
        text += row("**" + cell(group->title) + "**", "");
        for (const OptionRow& option : group->options)
            text += row(code(std::string(option.name) + (option.value.empty() ? "" : " " + std::string(option.value))), option.meaning);
    }
    return text;
}

}

std::string docsPage() {
    std::string text =
        "# Verbs and options\n\n"
        "<!-- Made from app/command_table.cpp: write there, build, and copy build/PRESET/manual/verbs.md to this place. -->\n\n"
        "`memtape` without a verb opens the window; every verb works without a display. The JSON that verbs print is in [cli.md](cli.md).\n";
    for (const VerbRow& verb : verbTable()) text += sectionOf(verb);
    text += "\n## Exit status\n\n| status | meaning |\n|---|---|\n";
    for (const StatusRow& status : statusTable()) text += row(std::string(status.status), status.meaning);
    text += "\n## Examples\n\n| call | what it does |\n|---|---|\n";
    for (const ExampleRow& example : exampleTable()) text += row(code(example.call), example.meaning);
    return text;
}

}
