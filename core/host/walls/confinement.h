// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Walls around this process, for as long as it lives. The Host already refuses what a program may not do; the walls hold where the Host would be got round, by a
// fault of the interpreter's that lets a program, or a recording that is opened, do as it likes within the process:
//
//   no_new_privs     no program that is started gains rights; the next two ask for it
//   Landlock         no file is opened but what is named here (landlock.h)
//   seccomp          no system call is made but those of a table (call_filter.h)
//   limits           no core file, none larger than was said, no more descriptors, address space that ends
//
// Each stands where the kernel has it. Where it lacks one, the Host's own rules stand alone, and wallsSentence() says so.

#include <cstdint>
#include <string>
#include <vector>

namespace memtape {

struct Confinement {
    std::vector<std::string> readable;        // files, and folders with all that is below them
    std::vector<std::string> listed;          // folders whose names may be seen, and no more
    std::vector<std::string> writable;        // folders in which everything may be read, made, changed and removed
    uint64_t largestFile = uint64_t{1} << 30; // bytes that any file may grow to
    uint64_t addressSpace = 0;   // bytes; 0: as it is. A run reserves far more than any memory has, a gigabyte and more for each of its threads
    bool draws = false;          // pictures with Qt: fonts and what belongs to them are read
    bool endsWithParent = false; // the kernel ends it when the process that started it ends
};

// Builds them. The process has one thread yet, and has read what it needs of files that are not named. What libraries read by themselves (their own
// folders, the system's settings of fonts) is added. Empty: they stand; else why one that the kernel has does not, one sentence, and nothing of others is to be run or opened.
std::string confineProcess(const Confinement& confinement);

// What there is on this machine, for `--version`.
std::string wallsSentence();

}
