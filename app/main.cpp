// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"
#include "app/verbs.h"

int main(int argc, char** argv) {
    using namespace memtape;
    CommandLine line;
    int status = parseCommandLine(argc, argv, line);
    if (status >= 0) return status;
    switch (line.verb) {
    case CommandLine::Verb::Run: return runVerb(line);
    case CommandLine::Verb::Record: return recordVerb(line);
    case CommandLine::Verb::State: return stateVerb(line);
    case CommandLine::Verb::Info: return infoVerb(line);
    case CommandLine::Verb::Export:
    case CommandLine::Verb::Window: break;
    }
    complain("this build has no window");
    return 2;
}
