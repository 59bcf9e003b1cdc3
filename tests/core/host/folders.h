// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A folder of its own for a test, with "in", where the program lies, and "out"; the rules are those of a run without options.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "core/host/host.h"

namespace memtape {

class Folders {
public:
    Folders() {
        char name[] = "/tmp/memtape-host-XXXXXX";
        m_root = std::filesystem::canonical(mkdtemp(name));
        std::filesystem::create_directories(m_root / "in/inside");
        std::filesystem::create_directories(m_root / "out");
        write("in/p.py", "program");
        write("in/inside/file", "inside");
        write("in/inside/module.py", "module");
        write("out/file", "outside");
        host = Host();
        host.programFile = at("in/p.py");
        host.programFolder = at("in");
    }
    ~Folders() {
        std::filesystem::remove_all(m_root);
        host = Host();
    }
    Folders(const Folders&) = delete;
    Folders& operator=(const Folders&) = delete;

    std::string at(const std::string& path) const { return (m_root / path).string(); }
    void write(const std::string& path, const std::string& text) const { std::ofstream(m_root / path) << text; }
    void link(const std::string& target, const std::string& path) const { std::filesystem::create_symlink(target, m_root / path); }

private:
    std::filesystem::path m_root;
};

}
