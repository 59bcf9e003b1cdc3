// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verbs.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstring>
#include <deque>
#include <iostream>
#include <iterator>
#include <mutex>
#include <optional>

#include "app/growing_tape.h"
#include "app/input_lines.h"
#include "app/signals.h"
#include "core/host/files.h"
#include "core/replay/beginning/kept_tail.h"
#include "core/replay/info.h"
#include "core/session/confined_run.h"
#include "core/session/language.h"
#include "core/session/recording_file.h"
#include "core/tape/tape.h"

namespace memtape {

namespace {

// False: errno says why not all was written.
bool writeAll(int descriptor, const char* data, size_t size) {
    while (size > 0) {
        ssize_t n = ::write(descriptor, data, size);
        if (n < 0) {
            if (errno == EINTR) continue;
            return false;
        }
        data += n;
        size -= static_cast<size_t>(n);
    }
    return true;
}

int statusOf(const RunResult& result) {
    if (result.end == EndReason::CannotRead) {
        complain(result.message);
        return 3;
    }
    if (!result.message.empty()) complain(result.message);
    return result.exitStatus;
}

std::string readStandardInput() { return {std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()}; }

}

void complain(const std::string& sentence) { std::cerr << "memtape: " << sentence << "\n"; }

RunOptions optionsOf(const CommandLine& line) {
    RunOptions options;
    options.file = line.file;
    options.source = line.source;
    if (line.file == "-") {
        options.file = "<stdin>";
        options.source = readStandardInput();
    }
    options.arguments = line.arguments;
    options.maxHeap = line.maxHeap;
    options.maxSteps = line.maxSteps;
    options.maxTape = line.maxTape;
    if (line.maxOutput != UINT64_MAX) options.maxOutput = line.maxOutput;
    options.allowRead = line.allowRead;
    options.libraryPaths = line.libraryPaths;
    options.stepIntoLibrary = line.stepIntoLibrary;
    options.allowWrite = line.allowWrite;
    options.maxScratch = line.maxScratch;
    options.hashSeed = line.hashSeed;
    options.virtualTime = line.virtualTime;
    return options;
}

namespace {

bool openInput(InputLines& input, const CommandLine& line) {
    int failed = input.open(line.input);
    if (failed) complain("can't open input file '" + line.input + "': " + errorText(failed));
    return !failed;
}

// Walls around the process; its next threads are behind them, too. False: said why not.
bool confine(Confinement confinement, const CommandLine& line) {
    if (!line.input.empty()) confinement.readable.push_back(line.input);
    confinement.draws = line.verb == CommandLine::Verb::Export;
    const std::string problem = confineProcess(confinement);
    if (!problem.empty()) complain(problem);
    return problem.empty();
}

bool endsIn(std::string_view text, std::string_view ending) {
    return text.size() > ending.size() && text.substr(text.size() - ending.size()) == ending;
}

// Runs a program with its output going to ours. Nobody reading it any more ends a recording, which is kept, as a request to stop does; an output
// that cannot be written is told at the end, with CPython's exit status for it.
struct ProgramRun {
    RunOptions options;
    InputLines input;
    Session session;
    RunResult result;
    int outputError = 0;
    GrowingTape* file = nullptr;  // gets what is recorded
    std::optional<KeptTail> tail; // drops what is old
    bool unanswered = false;      // it has been left to itself: the process can only be ended by leave()

    bool run(const CommandLine& line) {
        if (!openInput(input, line) || !confine(confinementOf(options), line)) return false;
        options.output = [this](int stream, const char* data, size_t size) {
            if (outputError || writeAll(stream, data, size)) return;
            outputError = errno;
            if (errno == EPIPE) session.stop();
        };
        options.readLine = [this] { return input.next(); };
        if (options.record) signal(SIGPIPE, SIG_IGN);
        SignalsToProgram signals(session);
        std::mutex mutex;
        std::condition_variable over;
        bool ended = false;
        session.start(options, [&](const RunResult& r) {
            std::lock_guard guard(mutex);
            result = r;
            ended = true;
            over.notify_one();
        });
        grow(); // what is beside OUT is a recording from the beginning
        std::unique_lock lock(mutex);
        constexpr auto patience = std::chrono::milliseconds(50);
        while (!over.wait_for(lock, patience, [&] { return ended; })) {
            if (tail) tail->advance();
            grow();
            if (!signals.areInsistent()) continue;
            leaveAlone();
            return true;
        }
        return true;
    }
    void grow() {
        if (file && (!tail || file->canBeginAnew())) file->grow(*options.tape, !tail);
    }
    void leaveAlone() {
        unanswered = true;
        if (tail) tail->letGo(); // who waits for it could not be ended
        session.abandon();
        result = RunResult();
        result.end = EndReason::Stopped;
        result.exitStatus = 4;
        result.message = "stopped within a long operation";
        if (options.record) result.message += " at step " + std::to_string(session.stepsSoFar()) + "; everything recorded until then is kept";
    }
    int leave(int status) {
        if (unanswered) _exit(status);
        return status;
    }
    int status() const {
        int status = statusOf(result);
        if (!outputError || outputError == EPIPE) return status;
        complain(std::string("the program's output could not be written: ") + std::strerror(outputError));
        return status ? status : 120;
    }
};

}

int runVerb(const CommandLine& line) {
    ProgramRun program{optionsOf(line)};
    program.options.record = false;
    return program.run(line) ? program.leave(program.status()) : 3;
}

// Whether two paths lead to one file, by whatever names and links.
static bool isSameFile(const std::string& a, const std::string& b) {
    struct stat x {
    }, y{};
    return stat(a.c_str(), &x) == 0 && stat(b.c_str(), &y) == 0 && S_ISREG(x.st_mode) && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

bool wouldReplaceWhatIsRead(const CommandLine& line, const std::string& output) {
    for (const std::string& read : {line.file, line.input})
        if (isSameFile(read, output)) {
            complain("'" + output + "' would take the place of '" + read + "', which is to be read");
            return true;
        }
    return false;
}

bool isGone(uint64_t step, uint64_t firstStep) {
    if (step >= firstStep) return false;
    complain("there is no step " + std::to_string(step) + ": the recording begins at step " + std::to_string(firstStep) + " of its run");
    return true;
}

int recordVerb(const CommandLine& line) {
    if (std::string problem = whyNotWritable(line.output); !problem.empty()) {
        complain(problem);
        return 3;
    }
    if (wouldReplaceWhatIsRead(line, line.output)) return 2;
    ProgramRun program{optionsOf(line)};
    program.options.tape = std::make_shared<Tape>(std::string(languageOf(program.options)->tag()), line.maxTape);
    if (line.keepLast) program.tail.emplace(program.options.tape, line.keepLast);
    GrowingTape file(line.output);
    if (std::string problem = file.open(); !problem.empty()) {
        complain(problem);
        return 3;
    }
    program.file = &file;
    if (!program.run(line)) return 3;
    int status = program.status();
    if (program.result.end == EndReason::CannotRead) return status;
    if (program.tail) program.tail->finish();
    std::string problem = file.complete(*program.session.tape());
    if (!problem.empty()) {
        complain(problem);
        status = 3;
    }
    return program.leave(status);
}

namespace {

// A file as it was read, before the walls stand: it may be a pipe, and is read once.
struct FileRead {
    const CommandLine& line;
    RunOptions options;
    InputLines input;
    std::string bytes;
    int failed = 0;
    bool isTape = false;
    bool isInputThere = true; // else that was said

    explicit FileRead(const CommandLine& asked) : line(asked), options(optionsOf(asked)) {
        if (!options.source) {
            failed = hostReadNamed(line.file, bytes);
            isTape = looksLikeTape(bytes) || endsIn(line.file, ".tape");
            if (!isTape && !failed) options.source = std::move(bytes); // else the session says why not
        }
        if (!isTape) isInputThere = openInput(input, line);
    }
    // A recording whose program is to run again may read what lies beside the recording.
    Confinement walls() const { return isTape && !line.part ? confinementOfRecording() : confinementOf(options); }
    OpenedTape open();
};

OpenedTape FileRead::open() {
    OpenedTape opened;
    if (isTape) {
        LoadedTape loaded = failed ? cannotOpenRecording(line.file, failed) : readRecording(std::move(bytes));
        opened.tape = loaded.tape;
        opened.note = loaded.note;
        if (loaded.tape) return opened;
        complain(loaded.problem);
        opened.status = 3;
        return opened;
    }
    options.readLine = [this] { return input.next(); };
    Session session;
    opened.result = session.run(options);
    opened.recorded = true;
    if (opened.result.end == EndReason::CannotRead) {
        opened.status = statusOf(opened.result);
        return opened;
    }
    opened.tape = session.tape();
    if (wasCutShort(opened.result.end)) {
        opened.note = opened.result.message;
        opened.status = 4;
    }
    return opened;
}

// What all of them need, within the widest limits of any.
Confinement together(const Confinement& a, const Confinement& b) {
    Confinement both = a;
    for (auto list : {&Confinement::readable, &Confinement::listed, &Confinement::writable})
        (both.*list).insert((both.*list).end(), (b.*list).begin(), (b.*list).end());
    both.largestFile = std::max(a.largestFile, b.largestFile);
    both.addressSpace = a.addressSpace && b.addressSpace ? std::max(a.addressSpace, b.addressSpace) : 0;
    return both;
}

}

std::vector<OpenedTape> openTapes(const std::vector<CommandLine>& lines) {
    std::deque<FileRead> files;
    std::optional<Confinement> walls;
    std::vector<OpenedTape> opened(1);
    opened[0].status = 3;
    for (const CommandLine& line : lines) {
        if (!files.emplace_back(line).isInputThere) return opened;
        walls = walls ? together(*walls, files.back().walls()) : files.back().walls();
    }
    if (!confine(*walls, lines.front())) return opened;
    opened.clear();
    for (FileRead& file : files) {
        opened.push_back(file.open());
        if (!opened.back().tape) break;
    }
    return opened;
}

OpenedTape openTape(const CommandLine& line) { return std::move(openTapes({line}).front()); }

bool didNotStart(const OpenedTape& opened) {
    if (!opened.result.problem) return false;
    const SyntaxProblem& problem = *opened.result.problem;
    complain("the program did not start: " + problem.message + (problem.line > 0 ? " (line " + std::to_string(problem.line) + ")" : ""));
    return true;
}

bool print(const std::string& text) {
    if (writeAll(STDOUT_FILENO, text.data(), text.size())) return true;
    if (errno != EPIPE) complain(std::string("the output could not be written: ") + std::strerror(errno));
    return false;
}

int infoVerb(const CommandLine& line) {
    OpenedTape opened = openTape(line);
    if (!opened.tape) return opened.status;
    RunInfo info = runInfo(opened.tape);
    std::string out = line.json ? infoJson(info) : infoText(info);
    if (!print(out)) return 3;
    if (!opened.note.empty()) complain(opened.note);
    if (!info.tooLarge) return opened.status;
    complain("the recording cannot be played further than step " + std::to_string(info.steps) + ": its memory takes too much to be shown");
    return 4;
}

}
