// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What `memtape export` draws, wherever it goes: a program or a tape is opened, behind walls from then on, its steps are found, and the files are made.

#include <QString>
#include <cstdint>
#include <string_view>
#include <vector>

#include "app/command_line.h"

namespace memtape {

class Run;
class Tape;
struct ExportOptions;

struct Drawn {
    const Tape& tape;
    Run& run;
    const std::vector<uint64_t>& steps;
    const ExportOptions& options;
};

class DrawingTarget {
public:
    virtual ~DrawingTarget() = default;
    virtual int open() { return 0; }                                              // before the walls; an exit status: it has said why not
    virtual bool mayWrite(uint64_t /*files*/) { return true; }                    // false: it has said why not
    virtual int put(uint64_t number, uint64_t files, std::string_view bytes) = 0; // 0 or an errno value
    virtual void drawn(const Drawn&) {}                                           // all files were put
};

// As `line` says; the ending of the path chooses the format. The exit status; what is wrong is said. Once in a process.
int draw(const CommandLine& line, const QString& path, DrawingTarget& target);

}
