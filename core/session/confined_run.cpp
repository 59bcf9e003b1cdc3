// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/confined_run.h"

#include <algorithm>
#include <cstdint>

#include "core/base/plain_files.h"
#include "core/host/beside.h"
#include "core/host/files.h"
#include "core/session/language.h"
#include "core/session/session.h"
#include "core/tape/tape.h"

namespace memtape {

namespace {

// A recording may be as large as its own limit says, and some for what its file needs beside the chunks.
uint64_t largestFileOf(const RunOptions& options) {
    constexpr uint64_t some = uint64_t{256} << 20;
    const uint64_t usual = Confinement().largestFile, tape = options.maxTape.value_or(Tape::defaultLimit);
    return options.record ? std::max(usual, tape > UINT64_MAX - some ? tape : tape + some) : usual;
}

void append(std::vector<std::string>& to, const std::vector<std::string>& more) { to.insert(to.end(), more.begin(), more.end()); }

}

Confinement confinementOf(const RunOptions& options) {
    for (const Language* language : languages()) language->problem(); // they open their files to find out
    Confinement confinement;
    confinement.largestFile = largestFileOf(options);
    const std::string path = hostAbsolutePath(options.file);
    if (isOpenAlready(path)) {
        confinement.readable.push_back(path);
    } else if (path.empty() || path[0] != '<') { // else it lies nowhere, and reads nothing of the folder
        const std::string folder = folderOfFile(path);
        const BesidePaths beside = pathsBeside(folder);
        confinement.readable = beside.readable;
        confinement.readable.push_back(path);
        confinement.listed = beside.listed;
        const Language* language = options.language.empty() ? languageOfFile(options.file) : languageOfTag(options.language);
        if (language) append(confinement.readable, language->foldersRead(folder));
    }
    append(confinement.readable, options.allowRead);
    append(confinement.readable, options.libraryPaths);
    append(confinement.writable, options.allowWrite);
    return confinement;
}

Confinement confinementOfRecording() {
    Confinement confinement;
    confinement.addressSpace = uint64_t{64} << 30; // what a recording makes of itself has no end of its own
    return confinement;
}

}
