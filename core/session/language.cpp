// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/language.h"

namespace memtape {

namespace {

std::vector<Language*>& rows() {
    static std::vector<Language*> rows;
    return rows;
}

}

void registerLanguage(Language& language) {
    if (!languageOfTag(language.tag())) rows().push_back(&language);
}

const std::vector<Language*>& languages() { return rows(); }

Language* languageOfTag(std::string_view tag) {
    for (Language* language : rows())
        if (language->tag() == tag) return language;
    return nullptr;
}

Language* languageOfFile(std::string_view path) {
    for (Language* language : rows())
        for (std::string_view ending : language->fileEndings())
            if (path.ends_with(ending)) return language;
    return rows().empty() ? nullptr : rows().front();
}

std::vector<std::string> languageNames() {
    std::vector<std::string> names;
    for (const Language* language : rows()) names.emplace_back(language->name());
    return names;
}

std::vector<std::string> programFileEndings() {
    std::vector<std::string> endings;
    for (const Language* language : rows())
        for (std::string_view ending : language->fileEndings()) endings.emplace_back(ending);
    return endings;
}

}
