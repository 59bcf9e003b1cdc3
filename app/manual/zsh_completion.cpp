// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/manual.h"

namespace memtape::manual {

namespace {

// A text within a specification of _arguments, which stands between single quotes.
std::string inSpec(std::string_view text) {
    std::string out = filledIn(text);
    for (std::string_view sign : {"\\", "[", "]", ":"}) out = replaced(out, sign, "\\" + std::string(sign));
    return replaced(out, "'", "'\\''");
}

std::string action(Offers offers, const Allowed& allowed) {
    switch (offers) {
    case Offers::Nothing: return " ";
    case Offers::Programs:
    case Offers::ProgramsAndTapes: return "_files -g \"*.(" + endingsFor(offers) + ")\"";
    case Offers::Files: return "_files";
    case Offers::Folders: return "_files -/";
    case Offers::Allowed: break;
    }
    return "(" + wordsOf(allowed) + ")";
}

std::string specOf(const OptionRow& option) {
    std::string spec = option.times == OptionRow::Times::Any ? "*" : "";
    if (!option.excludes.empty()) spec.append("(").append(option.excludes).append(")");
    spec.append(option.name).append("[").append(inSpec(option.meaning)).append("]");
    if (!option.value.empty()) spec += ":" + inSpec(option.value) + ":" + action(option.offers, option.allowed);
    return "'" + spec + "'";
}

std::string specsOf(const VerbRow& verb) {
    std::string text;
    forEachOption(verb, [&](const OptionRow& option) { text += " \\\n            " + specOf(option); });
    return text + " \\\n            '(- *)'{-h,--help}'[help]'";
}

std::string operandsOf(const VerbRow& verb) {
    std::string text;
    int place = 1;
    for (const OperandRow& operand : verb.operands)
        for (int i = 0; i < operand.most; ++i)
            text += " \\\n            '" + std::to_string(place++) + ":" + std::string(operand.name) + ":" + action(operand.offers, operand.allowed) +
                    "'";
    return verb.argumentsFollow ? text + " \\\n            '*:ARG:_files'" : text;
}

}

std::string zshCompletion() {
    std::string text = "#compdef memtape\n\n_memtape() {\n    local line state\n    local -a verbs=(\n";
    for (const VerbRow& verb : verbTable())
        if (!verb.name.empty()) text += "        '" + std::string(verb.name) + ":" + inSpec(verb.meaning) + "'\n";
    text += "    )\n    if (( CURRENT > 2 )) && [[ -n ${(M)verbs:#${words[2]}:*} ]]; then\n"
            "        local verb=${words[2]}\n        shift words\n        (( CURRENT-- ))\n        case $verb in\n";
    for (const VerbRow& verb : verbTable())
        if (!verb.name.empty())
            text += "        " + std::string(verb.name) + ")\n            _arguments -s" + specsOf(verb) + operandsOf(verb) + "\n            ;;\n";
    text += "        esac\n    else\n        _arguments" + specsOf(callWithoutVerb()) +
            " \\\n            '(- *)--version[versions]' \\\n            '1: :->first'\n"
            "        if [[ $state == first ]]; then\n            _describe -t verbs verb verbs\n            " +
            action(callWithoutVerb().operands.front().offers, {}) + "\n        fi\n    fi\n}\n\n_memtape \"$@\"\n";
    return text;
}

}
