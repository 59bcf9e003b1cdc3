// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/vm/program/import_search.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "core/host/files.h"
#include "core/host/host.h"
#include "core/python/modules/module_registry.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

FoundModule libraryModule(std::string path) {
    FoundModule found;
    found.entry = library().find(path + "/__init__.py");
    found.isPackage = found.entry != nullptr;
    if (!found.entry) found.entry = library().find(path + ".py");
    if (!found.entry) return found;
    found.kind = FoundModule::Kind::Library;
    found.path = std::string(libraryRoot) + "/" + std::string(library().pathOf(*found.entry));
    return found;
}

// The names of the shared objects in each folder that modules were looked for in: a folder is read once in a run, not at every import.
std::unordered_map<std::string, std::vector<std::string>> sharedObjects;
RuntimeCache sharedObjectsCache([] { sharedObjects.clear(); });

// The file of a module that is compiled for CPython, in a folder of packages.
std::string compiledPart(const std::string& folder, const std::string& name) {
    auto [known, isNew] = sharedObjects.try_emplace(folder);
    if (isNew) {
        hostListFolder(folder, known->second); // of one that cannot be read there are none
        std::erase_if(known->second, [](const std::string& file) { return !file.ends_with(".so"); });
    }
    for (const std::string& file : known->second)
        if (file.starts_with(name + ".")) return folder + "/" + file;
    return {};
}

FoundModule moduleInFolder(const std::string& folder, const std::string& name) {
    FoundModule found;
    if (std::string_view inLibrary; isInLibrary(folder, &inLibrary))
        return libraryModule(inLibrary.empty() ? name : std::string(inLibrary) + "/" + name);
    std::string base = (folder == "/" ? "" : folder) + "/" + name;
    FileKind kind = hostFileKind(base);
    if (kind == FileKind::Folder && hostFileKind(base + "/__init__.py") == FileKind::File) {
        found.kind = FoundModule::Kind::File;
        found.path = base + "/__init__.py";
        found.isPackage = true;
    } else if (hostFileKind(base + ".py") == FileKind::File) {
        found.kind = FoundModule::Kind::File;
        found.path = base + ".py";
    } else if (std::string compiled = compiledPart(folder, name); !compiled.empty()) {
        found.kind = FoundModule::Kind::Compiled;
        found.path = compiled;
    } else if (kind == FileKind::Folder || hostFileKind(folder) == FileKind::File) {
        found.kind = FoundModule::Kind::Other;
    }
    return found;
}

}

FoundModule searchLibrary(const std::string& name) {
    std::string path = name;
    std::replace(path.begin(), path.end(), '.', '/');
    return libraryModule(std::move(path));
}

FoundModule searchModule(const std::string& name, Object* path) {
    FoundModule found;
    if (isNativeModule(name)) {
        found.kind = FoundModule::Kind::Native;
        return found;
    }
    if (isLoadedAtStartup(name) && (found = searchLibrary(name))) return found;
    if (!path) path = dictFindText(interpreter.sysDict, "path");
    if (!path || !isList(path)) {
        found.kind = FoundModule::Kind::Other;
        return found;
    }
    std::string last = name.substr(name.rfind('.') + 1); // npos + 1 is 0
    bool isOther = false;
    for (ssize i = 0; i < asList(path)->count; ++i) {
        Object* entry = asList(path)->items[i];
        if (!isStr(entry)) continue;
        found = moduleInFolder(hostAbsolutePath(asStr(entry)->length ? strToUtf8(entry) : "."), last);
        if (found.kind == FoundModule::Kind::Other) isOther = true;
        else if (found) return found;
    }
    found.kind = isOther ? FoundModule::Kind::Other : FoundModule::Kind::None;
    return found;
}

bool isProgramFile(const std::string& path) {
    std::string folder = (host.programFolder == "/" ? "" : host.programFolder) + "/";
    if (path.compare(0, folder.size(), folder) != 0 || isInLibrary(path)) return false;
    return std::none_of(host.libraryPaths.begin(), host.libraryPaths.end(), [&](const std::string& place) { return path.starts_with(place + "/"); });
}

}
