// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a confined process leaves on the disk. Rules for OUT's folder would let it write and remove whatever lies there and below, which may be all that a person has.
// So it has none: a process of its own, made before the walls stand, has the way to the disk, and does three things only, with names that were fixed then. Between
// the two there is a socket; what crosses it is a number and a file without a name that holds the content, and nothing is read of that.
//
//     confined process ── put 3 of 12, content ──▶ keeper ── OUT-0003.png
//                      ◀── 0, or an errno value ──
//
// The keeper ends when the other process does, whatever ends that.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace memtape {

struct OutputNames {
    // The path of one of `count` files, by its number from 0.
    std::function<std::string(uint64_t number, uint64_t count)> finished;
    // Of the one that grows under this name until it is kept as the only finished one; empty: there is none.
    std::string unfinished;
};

class OutputKeeper {
public:
    OutputKeeper() = default;
    ~OutputKeeper();
    OutputKeeper(const OutputKeeper&) = delete;
    OutputKeeper& operator=(const OutputKeeper&) = delete;

    // While there is one thread yet. All give 0 or an errno value.
    int start(const OutputNames& names);
    int put(uint64_t number, uint64_t count, std::string_view content); // in the place of what has that name, whole or not at all
    int keep();                                                         // the unfinished file gets the finished one's name
    int drop();                                                         // the unfinished file goes

private:
    int ask(int what, uint64_t number, uint64_t count, int content);
    int m_socket = -1;
};

}
