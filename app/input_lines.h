// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Lines of a file or of standard input, as input() asks for them. Waiting for one ends now and then, so that Ctrl-C and a stop are noticed.

#include <optional>
#include <string>

namespace memtape {

class InputLines {
public:
    ~InputLines();
    int open(const std::string& path); // "": standard input; 0 or an errno value
    // A line with its '\n' (the last one may have none), nothing at the end of the file, "" when none has come yet.
    std::optional<std::string> next();

private:
    int m_descriptor = 0;
    std::string m_read;    // not yet handed out
    size_t m_searched = 0; // of m_read; no '\n' in front of this
    bool m_ended = false;
};

}
