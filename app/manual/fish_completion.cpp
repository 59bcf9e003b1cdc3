// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "app/manual/manual.h"

namespace memtape::manual {

namespace {

std::string quoted(std::string_view text) { return "'" + replaced(replaced(filledIn(text), "\\", "\\\\"), "'", "\\'") + "'"; }

// Lines that offer files with these endings ("py|tape"), and folders on the way to them.
std::string filesEndingIn(const std::string& endings, const std::string& begin) {
    std::string lines;
    for (size_t at = 0; at <= endings.size();) {
        const size_t end = std::min(endings.find('|', at), endings.size());
        lines += begin + " -a '(__fish_complete_suffix ." + endings.substr(at, end - at) + ")'\n";
        at = end + 1;
    }
    return lines;
}

// How an option's value is completed: -x offers nothing but what -a says, -r files.
std::string valueOf(const OptionRow& option) {
    if (option.value.empty()) return "";
    switch (option.offers) {
    case Offers::Files: return " -r";
    case Offers::Folders: return " -x -a '(__fish_complete_directories)'";
    case Offers::Allowed: return " -x -a '" + wordsOf(option.allowed) + "'";
    default: return " -x";
    }
}

std::string linesOf(const VerbRow& verb, const std::string& condition) {
    const std::string begin = "complete -c memtape -n '" + condition + "'";
    std::string text;
    if (!verb.operands.empty()) text += filesEndingIn(endingsFor(verb.operands.front().offers), begin);
    forEachOption(verb, [&](const OptionRow& option) {
        const bool isLong = option.name.starts_with("--");
        text += begin + (isLong ? " -l " : " -s ") + std::string(option.name.substr(isLong ? 2 : 1)) + valueOf(option) + " -d " +
                quoted(option.meaning) + "\n";
    });
    return text;
}

}

std::string fishCompletion() {
    const std::string noVerb = "not __fish_seen_subcommand_from " + namesOfVerbs(" ");
    std::string text = "# fish completion for memtape\n\ncomplete -c memtape -f\ncomplete -c memtape -s h -l help -d 'Help'\n";
    text += "complete -c memtape -n '" + noVerb + "' -l version -d 'Versions'\n" + linesOf(callWithoutVerb(), noVerb);
    for (const VerbRow& verb : verbTable()) {
        if (verb.name.empty()) continue;
        const std::string name(verb.name);
        text += "\ncomplete -c memtape -n '" + noVerb + "' -a " + name + " -d " + quoted(verb.meaning) + "\n";
        text += linesOf(verb, "__fish_seen_subcommand_from " + name);
    }
    return text;
}

}
