// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/recording_file.h"

#include "core/host/files.h"
#include "core/replay/reading.h"
#include "core/tape/tape.h"

namespace memtape {

LoadedTape openRecording(const std::string& path) {
    std::string bytes;
    if (int failed = hostReadNamed(path, bytes)) return cannotOpenRecording(path, failed);
    return readRecording(std::move(bytes));
}

LoadedTape cannotOpenRecording(const std::string& path, int error) {
    LoadedTape refused;
    refused.problem = "Cannot open '" + path + "': " + errorText(error) + ".";
    return refused;
}

LoadedTape readRecording(std::string bytes) {
    auto kept = std::make_shared<const std::string>(std::move(bytes));
    LoadedTape loaded = readTape(*kept, kept);
    if (!loaded.tape || hasReading(loaded.tape->language())) return loaded;
    LoadedTape refused;
    refused.problem = "The recording is of a program in '" + loaded.tape->language() + "', a language that this Memtape does not know.";
    return refused;
}

}
