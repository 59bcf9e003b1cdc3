// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>

#include "app/command_line.h"
#include "app/doctor/doctor_verb.h"
#include "app/verbs.h"
#include "core/languages/languages.h"
#include "core/worker/worker_verb.h"
#ifdef MEMTAPE_HAS_WINDOW
#include "app/drawing/export_verb.h"
#include "app/drawing/weave_verb.h"
#include "app/lesson_verb.h"
#include "app/run_window.h"
#else
#include "app/window_part.h"
#endif

int main(int argc, char** argv) {
    using namespace memtape;
    signal(SIGXFSZ, SIG_IGN); // a file larger than is allowed here is an error of the write, which is told
    registerLanguages();
    if (auto status = runIfWorker(argc, argv)) return *status;
    CommandLine line;
    int status = parseCommandLine(argc, argv, line);
    if (status >= 0) return status;
    switch (line.verb) {
    case CommandLine::Verb::Run: return runVerb(line);
    case CommandLine::Verb::Record: return recordVerb(line);
    case CommandLine::Verb::State: return stateVerb(line);
    case CommandLine::Verb::Info: return infoVerb(line);
    case CommandLine::Verb::Find: return findVerb(line);
    case CommandLine::Verb::Compare: return compareVerb(line);
#ifdef MEMTAPE_HAS_WINDOW
    case CommandLine::Verb::Export: return exportVerb(line);
    case CommandLine::Verb::Weave: return weaveVerb(line);
    case CommandLine::Verb::LessonCheck: return lessonCheckVerb(line);
    case CommandLine::Verb::Window: return runWindow(argc, argv, line);
    case CommandLine::Verb::Doctor: return doctorVerb();
#else
    case CommandLine::Verb::Export:
    case CommandLine::Verb::LessonCheck:
    case CommandLine::Verb::Weave:
    case CommandLine::Verb::Window: return becomeWindow(argv);
    case CommandLine::Verb::Doctor: return hasWindowPart() ? becomeWindow(argv) : doctorVerb(); // the window's is looked at, too
#endif
    }
    return 2;
}
