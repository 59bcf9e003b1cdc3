// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the recording knows of the files that a program reads. For this folder's own use.

#include <string>

namespace memtape {

// Notes on the tape, if there is one, how the file of the disk is that has just been opened to be read.
void noteDataFile(int descriptor, const std::string& path);

}
