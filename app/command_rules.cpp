// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_rules.h"

namespace memtape {

std::string problemOfCall(const CommandLine& line) {
    using Verb = CommandLine::Verb;
    if (line.verb == Verb::Compare) {
        if (line.steps.size() > 2) return "compare wants two steps at most";
        if (line.files.size() == 1 && line.steps.size() < 2) return "compare wants two FILEs, or one and two steps: --step N --step M";
    }
    if (line.verb == Verb::Export) {
        if (!line.jobs.empty()) return line.file.empty() && line.output.empty() ? "" : "--jobs stands in the place of FILE and -o";
        if (line.file.empty()) return "FILE is required";
        if (line.output.empty()) return "-o is required";
    }
    if (line.verb != Verb::State) return {};
    const int questions = !line.why.empty() + !line.history.empty() + line.garbage + line.byLine;
    if (line.part && (questions || line.map || line.everything)) return "--step N.K tells what happens inside a line, and answers no other question";
    if (questions + line.map > 1) return "state answers one question at a time: --why, --history, --garbage, --by-line or --map";
    if (questions && (line.all || line.steps.empty())) return "a question to the memory needs its step: --step N";
    if (questions && line.everything) return "--everything belongs to the whole state, not to a question";
    if (!line.all && line.steps.empty()) return "state needs --step N or --all";
    return {};
}

}
