// SPDX-License-Identifier: GPL-3.0-or-later
// The versions of what Memtape is made of and stands on, the kernel's walls, CPython's library.
#include <pwd.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "app/doctor/finding.h"
#include "app/versions.h"
#include "core/host/walls/call_filter.h"
#include "core/host/walls/confinement.h"
#include "core/host/walls/landlock.h"
#include "core/python/library/library_archive.h"

namespace memtape::doctor {

namespace {

// As the distribution calls itself; empty: it does not.
std::string systemName() {
    std::ifstream file("/etc/os-release");
    const std::string key = "PRETTY_NAME=\"";
    for (std::string line; std::getline(file, line);)
        if (line.starts_with(key) && line.ends_with('"')) return line.substr(key.size(), line.size() - key.size() - 1);
    return {};
}

void replaceFolder(std::string& text, std::string folder, std::string_view with) {
    while (folder.ends_with('/')) folder.pop_back();
    if (folder.empty()) return;
    for (size_t at = text.find(folder); at != std::string::npos; at = text.find(folder, at + with.size())) {
        const size_t end = at + folder.size();
        const bool isWhole = end == text.size() || text[end] == '/' || text[end] == '\n' || text[end] == ' ';
        if (isWhole) text.replace(at, folder.size(), with);
        else at += folder.size() - with.size(); // another folder, whose name begins like it
    }
}

}

Finding lookAtVersions() {
    Finding finding{"versions", {}, {}};
    std::string text = versionText();
    for (size_t at = 0, end; (end = text.find('\n', at)) != std::string::npos; at = end + 1) finding.facts.push_back(text.substr(at, end - at));
    finding.facts.push_back("built by " + compilerText());
    utsname kernel{};
    uname(&kernel);
    std::string system = systemName();
    finding.facts.push_back((system.empty() ? "" : system + ", ") + kernel.sysname + " " + kernel.release + ", " + kernel.machine + ", " +
                            std::to_string(sysconf(_SC_NPROCESSORS_ONLN)) + " processors");
    return finding;
}

Finding lookAtWalls() {
    Finding finding{"walls", {wallsSentence()}, {}};
    if (!landlockVersion() || !canFilterCalls())
        finding.facts.push_back("Programs run all the same; a newer kernel (5.13 or later) would hold them by itself too.");
    return finding;
}

Finding lookAtLibrary() {
    Finding finding{"library", {}, {}};
    const LibraryArchive& archive = library();
    if (!archive.isOpen()) {
        finding.problem = libraryProblem();
        return finding;
    }
    size_t damaged = 0;
    std::string first, text;
    for (size_t i = 0; i < archive.count(); ++i) {
        const LibraryEntry& entry = archive.entry(i);
        if (archive.text(entry, text) && (entry.codeSize == 0 || archive.code(entry))) continue;
        if (damaged++ == 0) first = archive.pathOf(entry);
    }
    finding.facts.push_back(std::to_string(archive.count()) + " files of CPython " + std::string(archive.pythonVersion()) + "'s library, " +
                            (damaged ? std::to_string(archive.count() - damaged) : "all of them") + " whole");
    if (damaged == 1) finding.problem = "a file of the library is damaged, " + first + ": install Memtape again";
    if (damaged > 1) finding.problem = std::to_string(damaged) + " files of the library are damaged, " + first + " first: install Memtape again";
    return finding;
}

std::string withoutHome(std::string text) {
    if (const char* home = std::getenv("HOME")) replaceFolder(text, home, "~");
    if (const passwd* user = getpwuid(getuid())) replaceFolder(text, user->pw_dir, "~");
    return text;
}

}
