// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/mounts.h"

namespace memtape {

namespace {

std::vector<Mount>& allMounts() {
    static std::vector<Mount> all;
    return all;
}

}

void addMount(const Mount& mount) {
    for (Mount& known : allMounts()) {
        if (known.path != mount.path) continue;
        known = mount;
        return;
    }
    allMounts().push_back(mount);
}

const std::vector<Mount>& mounts() { return allMounts(); }

const Mount* mountOf(std::string_view path, std::string_view& name) {
    for (const Mount& mount : allMounts()) {
        if (path.substr(0, mount.path.size()) != mount.path) continue;
        std::string_view rest = path.substr(mount.path.size());
        if (!rest.empty() && rest[0] != '/') continue;
        name = rest.empty() ? rest : rest.substr(1);
        return &mount;
    }
    return nullptr;
}

}
