// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/compiler/scopes.h"

namespace memtape {

Symbol* Scope::find(std::string_view mangledName) {
    const auto found = symbolIndex.find(mangledName);
    return found == symbolIndex.end() ? nullptr : &symbols[found->second];
}

Symbol& Scope::ensure(std::string_view mangledName) {
    const auto [place, isNew] = symbolIndex.emplace(mangledName, static_cast<int>(symbols.size()));
    if (isNew) symbols.push_back({mangledName});
    return symbols[place->second];
}

void Scope::remove(std::string_view mangledName) {
    std::erase_if(symbols, [mangledName](const Symbol& symbol) { return symbol.name == mangledName; });
    symbolIndex.clear();
    for (size_t i = 0; i < symbols.size(); ++i) symbolIndex.emplace(symbols[i].name, static_cast<int>(i));
}

uint32_t Scope::usesOf(std::string_view mangledName) const {
    const Symbol* symbol = find(mangledName);
    return symbol ? symbol->uses : 0;
}

NameScope Scope::scopeOf(std::string_view mangledName) const {
    const Symbol* symbol = find(mangledName);
    return symbol ? symbol->scope : NameScope::Unknown;
}

std::string_view mangledName(std::string_view className, std::string_view name, Arena& arena) {
    if (className.empty() || !name.starts_with("__") || name.ends_with("__") || name.find('.') != std::string_view::npos) return name;
    const size_t firstLetter = className.find_first_not_of('_');
    if (firstLetter == std::string_view::npos) return name; // a class of underscores only
    std::string mangled = "_";
    mangled += className.substr(firstLetter);
    mangled += name;
    return arena.string(mangled);
}

std::string_view mangledNameIn(const Scope& scope, std::string_view className, std::string_view name, Arena& arena) {
    if (scope.mangledNames && !scope.mangledNames->contains(name)) return name;
    return mangledName(className, name, arena);
}

}
