// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>

#include "app/command_line.h"
#include "app/verbs.h"
#include "core/languages/languages.h"
#ifdef MEMTAPE_HAS_WINDOW
#include "app/export_verb.h"
#include "app/run_window.h"
#endif

int main(int argc, char** argv) {
    using namespace memtape;
    signal(SIGXFSZ, SIG_IGN); // a file larger than is allowed here is an error of the write, which is told
    registerLanguages();
    CommandLine line;
    int status = parseCommandLine(argc, argv, line);
    if (status >= 0) return status;
    switch (line.verb) {
    case CommandLine::Verb::Run: return runVerb(line);
    case CommandLine::Verb::Record: return recordVerb(line);
    case CommandLine::Verb::State: return stateVerb(line);
    case CommandLine::Verb::Info: return infoVerb(line);
#ifdef MEMTAPE_HAS_WINDOW
    case CommandLine::Verb::Export: return exportVerb(line);
    case CommandLine::Verb::Window: return runWindow(argc, argv, line);
#else
    case CommandLine::Verb::Export:
    case CommandLine::Verb::Window: break;
#endif
    }
    complain("this build has no window");
    return 2;
}
