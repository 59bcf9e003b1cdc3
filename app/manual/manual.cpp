// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/manual.h"

#include "core/session/language.h"

namespace memtape::manual {

void forEachOption(const VerbRow& verb, const std::function<void(const OptionRow&)>& look) {
    for (const OptionGroup* group : verb.groups)
        for (const OptionRow& option : group->options) look(option);
}

const VerbRow& callWithoutVerb() { return verbTable().front(); }

std::string namesOfVerbs(std::string_view between) {
    std::string names;
    for (const VerbRow& verb : verbTable())
        if (!verb.name.empty()) names.append(names.empty() ? "" : between).append(verb.name);
    return names;
}

std::string wordsOf(const Allowed& allowed) {
    std::string words;
    for (std::string_view word : std::get<Words>(allowed)) words.append(words.empty() ? "" : " ").append(word);
    return words;
}

std::string endingsFor(Offers offers) {
    std::string endings;
    for (const std::string& ending : programFileEndings()) endings.append(endings.empty() ? "" : "|").append(ending.substr(1));
    return offers == Offers::ProgramsAndTapes ? endings + "|tape" : endings;
}

std::string replaced(std::string_view text, std::string_view what, std::string_view with) {
    std::string out;
    size_t at = 0;
    for (size_t found = text.find(what); found != std::string_view::npos; found = text.find(what, at)) {
        out.append(text.substr(at, found - at)).append(with);
        at = found + what.size();
    }
    return out.append(text.substr(at));
}

}
