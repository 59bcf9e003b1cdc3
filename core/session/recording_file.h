// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A recording that the user names, to be looked at: read through the Host, and refused where nothing here can say what it means.

#include <string>

#include "core/tape/tape_file.h"

namespace memtape {

LoadedTape openRecording(const std::string& path);
LoadedTape cannotOpenRecording(const std::string& path, int error); // the sentence of a file that could not be read
LoadedTape readRecording(std::string bytes);

}
