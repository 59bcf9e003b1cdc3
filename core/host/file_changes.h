// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What reading and changing have in common, and handles too. For this folder's own use.

#include <string>

#include "core/host/files.h"
#include "core/host/places.h"

namespace memtape {

void describe(const Place& place, FileStatus& status);
void describeDisk(const struct stat& info, FileStatus& status);
void describeNode(const ScratchNode& node, FileStatus& status);
int readDescriptor(int descriptor, std::string& content); // to its end; closes it
// The scratch folder's own copy of a file, link or folder (without what is in it) that the disk has.
int copyToScratch(Place& place);
bool folderIsWritable(
    const std::string& path); // whether its folder's bits, where it is of the scratch folder, let something be made or deleted there
int listPlace(const Place& folder, std::vector<std::string>& names);

}
