// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/runner.h"

#include <cstring>

#include "core/session/language.h"
#include "core/tape/tape.h"

namespace memtape {

Language* languageOf(const RunOptions& options) { return options.language.empty() ? languageOfFile(options.file) : languageOfTag(options.language); }

std::string stopSentence(EndReason reason, const std::string& why, const RunOptions& options, uint64_t steps) {
    std::string kept = options.record ? "; everything recorded until then is kept" : "";
    switch (reason) {
    case EndReason::HeapLimit: return "stopped: the program's heap reached its limit of " + std::to_string(options.maxHeap) + " bytes" + kept;
    case EndReason::StepLimit: return "stopped: the limit of " + std::to_string(steps) + " steps was reached" + kept;
    case EndReason::OutputLimit: return "stopped: the program's output reached its limit of " + std::to_string(*options.maxOutput) + " bytes" + kept;
    case EndReason::TapeFull:
        return "stopped: the recording reached its limit of " + std::to_string(options.maxTape.value_or(Tape::defaultLimit)) + " bytes" + kept;
    case EndReason::Crashed: return "stopped at step " + std::to_string(steps) + ": " + why + kept;
    case EndReason::Deadlock: return "stopped: " + why + kept;
    case EndReason::Stopped:
        if (!why.empty()) return "stopped: " + why + kept;
        return options.record ? "stopped at step " + std::to_string(steps) + kept : "stopped";
    case EndReason::Exit:
    case EndReason::SyntaxProblem:
    case EndReason::CannotRead: break;
    }
    return {};
}

std::string crashText(const Crash& crash) {
    switch (crash.cause) {
    case Crash::Cause::Signal:
        return "the process in which the program ran was ended by signal " + std::to_string(crash.number) + " (" + strsignal(crash.number) + ")";
    case Crash::Cause::Exit: return "the process in which the program ran ended by itself, with exit status " + std::to_string(crash.number);
    case Crash::Cause::Misbehaved: break;
    }
    return "the process in which the program ran sent what makes no sense, and was ended";
}

}
