// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "app/manual/manual.h"

namespace memtape::manual {

namespace {

// A text for roff: its signs are no commands, and a hyphen that is typed stays one.
std::string plain(std::string_view text) {
    std::string out = replaced(replaced(replaced(filledIn(text), "\\", "\\e"), "-", "\\-"), "…", "...");
    return out.starts_with('.') || out.starts_with('\'') ? "\\&" + out : out;
}

std::string paragraph(const std::string& head, std::string_view text) { return ".TP\n" + head + "\n" + plain(text) + "\n"; }

std::string optionHead(const OptionRow& option) {
    return ".B " + plain(option.name) + (option.value.empty() ? "" : " \\fI" + plain(option.value) + "\\fR");
}

std::string sectionOf(const VerbRow& verb) {
    std::string text = ".SS " + plain(usageOf(verb)) + "\n" + plain(verb.meaning) + ".\n";
    for (const OperandRow& operand : verb.operands) text += paragraph(".I " + plain(operand.name), operand.meaning);
    if (verb.argumentsFollow) text += paragraph(".I ARG...", "The program's own arguments: all that stands behind FILE");
    return text;
}

// A group that several verbs take is told once, with their names.
std::string sectionsOfOptions() {
    std::vector<const OptionGroup*> told;
    std::string text;
    for (const VerbRow& verb : verbTable())
        for (const OptionGroup* group : verb.groups) {
            if (std::find(told.begin(), told.end(), group) != told.end()) continue;
            told.push_back(group);
            std::string owners;
            for (const VerbRow& owner : verbTable())
                if (std::find(owner.groups.begin(), owner.groups.end(), group) != owner.groups.end())
                    owners.append(owners.empty() ? "" : ", ").append(owner.name.empty() ? "without a verb" : owner.name);
            text += ".SS " + plain(group->title) + " (" + plain(owners) + ")\n";
            for (const OptionRow& option : group->options) text += paragraph(optionHead(option), option.meaning);
        }
    return text;
}

}

std::string manPage() {
    std::string text = ".TH MEMTAPE 1 \"\" \"Memtape " MEMTAPE_VERSION "\" \"User Commands\"\n";
    text += ".SH NAME\nmemtape \\- watch what a " + plain("{languages}") + " program does to memory\n";
    text += ".SH SYNOPSIS\n";
    for (const VerbRow& verb : verbTable()) text += std::string(verb.name.empty() ? "" : ".br\n") + ".B " + plain(usageOf(verb)) + "\n";
    text += ".SH DESCRIPTION\n"
            "Memtape runs a program in an interpreter of its own, keeps every event of its memory, and shows the memory at any step:\n"
            "call frames beside the objects of the heap, the references between them, counts, sizes and garbage.\n"
            "Without a verb it opens the window; every verb works without a display.\n";
    text += ".SH VERBS\n";
    for (const VerbRow& verb : verbTable()) text += sectionOf(verb);
    text += ".SH OPTIONS\n" + paragraph(".B \\-h\\fR, \\fB\\-\\-help", "Help, for a verb where it stands behind one") +
            paragraph(".B \\-\\-version", "Versions, and which walls this machine has around a program") + sectionsOfOptions();
    text += ".SH EXIT STATUS\n";
    for (const StatusRow& row : statusTable()) text += paragraph(".B " + plain(row.status), row.meaning);
    text += ".SH FILES\n" + paragraph(".I ~/.config/memtape/memtape.conf", "What the window keeps: choices, pictures of programs, the last session");
    text += ".SH EXAMPLES\n";
    for (const ExampleRow& row : exampleTable()) text += paragraph(".B " + plain(row.call), row.meaning);
    return text;
}

}
