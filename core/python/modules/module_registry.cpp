// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/module_registry.h"

#include <algorithm>
#include <iterator>

namespace memtape {

#define MODULE(name, make) Owned make();
#include "core/python/modules/modules.def"
#undef MODULE

namespace {

struct NativeModule {
    std::string_view name;
    Owned (*make)();
};

const NativeModule nativeModules[] = {
#define MODULE(name, make) {#name, make},
#include "core/python/modules/modules.def"
#undef MODULE
};

const std::string_view standardNames[] = {
#define STANDARD(name) #name,
#include "core/python/modules/standard_names.def"
#undef STANDARD
};

const std::string_view startupNames[] = {
    "_abc",     "_codecs", "_collections_abc", "_io",    "_signal",   "_sitebuiltins", "_stat", "_thread",   "_warnings",
    "_weakref", "abc",     "builtins",         "codecs", "encodings", "genericpath",   "io",    "marshal",   "os",
    "os.path",  "posix",   "posixpath",        "site",   "stat",      "sys",           "time",  "zipimport",
};

const NativeModule* findNative(std::string_view name) {
    for (const NativeModule& m : nativeModules) {
        if (m.name == name) return &m;
    }
    return nullptr;
}

}

bool isNativeModule(std::string_view name) { return findNative(name) != nullptr; }

Owned makeNativeModule(std::string_view name) {
    const NativeModule* m = findNative(name);
    return m ? m->make() : Owned(nullptr);
}

bool isKnownStandardModule(std::string_view name) {
    return std::find(std::begin(standardNames), std::end(standardNames), name) != std::end(standardNames);
}

std::vector<std::string_view> nativeModuleNames() {
    std::vector<std::string_view> all;
    for (const NativeModule& m : nativeModules) all.push_back(m.name);
    std::sort(all.begin(), all.end());
    return all;
}

std::vector<std::string_view> standardModuleNames() { return {std::begin(standardNames), std::end(standardNames)}; }

bool isLoadedAtStartup(std::string_view name) { return std::find(std::begin(startupNames), std::end(startupNames), name) != std::end(startupNames); }

}
