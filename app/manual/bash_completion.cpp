// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/manual.h"

namespace memtape::manual {

namespace {

// What stands for `offers` in a case of the script; $word is what has been typed of it.
std::string offer(Offers offers, const Allowed& allowed) {
    switch (offers) {
    case Offers::Nothing: return ":";
    case Offers::Programs:
    case Offers::ProgramsAndTapes: return "_memtape_files '" + endingsFor(offers) + "'";
    case Offers::Files: return "_memtape_files '*'";
    case Offers::Folders: return "_memtape_folders";
    case Offers::Allowed: break;
    }
    return "_memtape_words '" + wordsOf(allowed) + "'";
}

// Which options a verb has, which take a value, and what is offered for each; then what is offered in the place of its first operand.
std::string caseOf(const VerbRow& verb) {
    std::string names = "--help", values;
    forEachOption(verb, [&](const OptionRow& option) {
        names.append(" ").append(option.name);
        if (!option.value.empty())
            values.append("        ").append(option.name).append(") ").append(offer(option.offers, option.allowed)).append("; return ;;\n");
    });
    if (verb.name.empty()) names += " --version";
    const Offers operand = verb.operands.empty() ? Offers::Nothing : verb.operands.front().offers;
    std::string text = "    '" + std::string(verb.name) + "')\n";
    if (!values.empty()) text += "        case $before in\n" + values + "        esac\n";
    text += "        options='" + names + "'\n        operand=" + (operand == Offers::Nothing ? "''" : "'" + endingsFor(operand) + "'") + " ;;\n";
    return text;
}

constexpr std::string_view head = R"(# bash completion for memtape

_memtape_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$word"); }
_memtape_folders() { compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "$word"); }
# Files with one of these endings, and folders on the way to them.
_memtape_files() {
    local file
    compopt -o filenames
    while IFS= read -r file; do
        if [[ -d $file || $1 == '*' || "|$1|" == *"|${file##*.}|"* ]]; then COMPREPLY+=("$file"); fi
    done < <(compgen -f -- "$word")
}

_memtape() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} verb='' options operand
    COMPREPLY=()
)";

constexpr std::string_view foot = R"(    esac
    if [[ $word == -* ]]; then
        _memtape_words "$options"
    else
        if ((COMP_CWORD == 1)); then _memtape_words "$verbs"; fi
        if [[ $operand ]]; then _memtape_files "$operand"; fi
    fi
}
complete -F _memtape memtape
)";

}

std::string bashCompletion() {
    std::string text(head);
    text += "    local verbs='" + namesOfVerbs(" ") + "'\n";
    text += "    if ((COMP_CWORD > 1)) && [[ \" $verbs \" == *\" ${COMP_WORDS[1]} \"* ]]; then verb=${COMP_WORDS[1]}; fi\n";
    text += "    case $verb in\n";
    for (const VerbRow& verb : verbTable()) text += caseOf(verb);
    return text.append(foot);
}

}
