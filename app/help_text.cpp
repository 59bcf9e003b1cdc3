// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help_text.h"

#include <algorithm>

namespace memtape {

namespace {

constexpr size_t pageWidth = 100, meaningsAt = 22; // in characters, as on most terminals

// How many characters stand there, which are not bytes.
size_t length(std::string_view text) {
    return size_t(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// "  NAME          what it means, broken into lines that stand below one another". A name that is too long has a line of its own.
std::string entry(const std::string& name, std::string_view meaning) {
    std::string text = "  " + name, line;
    size_t used = length(text);
    if (used + 2 > meaningsAt) {
        text += "\n";
        used = 0;
    }
    text.append(meaningsAt - used, ' ');
    used = meaningsAt;
    for (size_t at = 0; at < meaning.size();) {
        const size_t end = std::min(meaning.find(' ', at), meaning.size());
        const std::string_view word = meaning.substr(at, end - at);
        if (used > meaningsAt && used + 1 + length(word) > pageWidth) {
            text.append("\n").append(meaningsAt, ' ');
            used = meaningsAt;
        }
        if (used > meaningsAt) {
            text += ' ';
            ++used;
        }
        text.append(word);
        used += length(word);
        at = end + 1;
    }
    return text + "\n";
}

std::string optionName(const OptionRow& option) { return std::string(option.name) + (option.value.empty() ? "" : " " + std::string(option.value)); }

}

std::string helpText(const VerbRow& verb) {
    std::string text = "Usage: " + usageOf(verb) + "\n";
    if (verb.name.empty()) text += "       memtape VERB …\n\n" + filledIn("Memtape shows what a {languages} program does to memory.") + "\n";
    text.append("\n").append(verb.meaning).append(".\n");
    if (!verb.operands.empty()) text += "\n";
    for (const OperandRow& operand : verb.operands) text += entry(std::string(operand.name), filledIn(operand.meaning));
    if (verb.argumentsFollow) text += entry("ARG…", "The program's own arguments: all that stands behind FILE");
    for (const OptionGroup* group : verb.groups) {
        text.append("\n").append(group->title).append(":\n");
        for (const OptionRow& option : group->options) text += entry(optionName(option), option.meaning);
    }
    text += "\n" + entry("-h, --help", "This text");
    if (!verb.name.empty()) return text;
    text += entry("--version", "Versions, and which walls this machine has around a program");
    text += "\nVerbs, each with a --help of its own:\n";
    for (const VerbRow& other : verbTable())
        if (!other.name.empty()) text += entry(std::string(other.name), other.meaning);
    return text;
}

}
