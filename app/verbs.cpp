// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verbs.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>

#include "core/replay/info.h"
#include "core/replay/replay.h"
#include "core/replay/state_json.h"
#include "core/tape/tape.h"
#include "core/tape/tape_file.h"

namespace memtape {

namespace {

void writeAll(int descriptor, const char* data, size_t size) {
    while (size > 0) {
        ssize_t n = ::write(descriptor, data, size);
        if (n < 0) {
            if (errno == EINTR) continue;
            return; // the reader has gone
        }
        data += n;
        size -= static_cast<size_t>(n);
    }
}

// Lines of a file or of standard input, as input() asks for them.
class LineReader {
public:
    bool open(const std::string& path) {
        m_file = path.empty() ? stdin : std::fopen(path.c_str(), "rb");
        return m_file != nullptr;
    }
    std::optional<std::string> next() {
        char* text = nullptr;
        size_t room = 0;
        ssize_t n = ::getline(&text, &room, m_file);
        std::optional<std::string> line;
        if (n > 0) line = std::string(text, static_cast<size_t>(n));
        std::free(text);
        return line;
    }

private:
    FILE* m_file = nullptr;
};

int statusOf(const RunResult& result) {
    using End = RunResult::End;
    if (result.end == End::CannotRead) {
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
    if (line.file == "-") {
        options.file = "<stdin>";
        options.source = readStandardInput();
    }
    options.arguments = line.arguments;
    options.maxHeap = line.maxHeap;
    options.maxSteps = line.maxSteps;
    options.allowRead = line.allowRead;
    options.allowWrite = line.allowWrite;
    options.hashSeed = line.hashSeed;
    return options;
}

int runVerb(const CommandLine& line) {
    RunOptions options = optionsOf(line);
    options.record = false;
    LineReader input;
    if (!input.open(line.input)) {
        complain("can't open input file '" + line.input + "': " + std::strerror(errno));
        return 3;
    }
    options.output = writeAll;
    options.readLine = [&input] { return input.next(); };
    Session session;
    return statusOf(session.run(options));
}

int recordVerb(const CommandLine& line) {
    RunOptions options = optionsOf(line);
    LineReader input;
    if (!input.open(line.input)) {
        complain("can't open input file '" + line.input + "': " + std::strerror(errno));
        return 3;
    }
    options.output = writeAll;
    options.readLine = [&input] { return input.next(); };
    Session session;
    RunResult result = session.run(options);
    int status = statusOf(result);
    if (result.end == RunResult::End::CannotRead) return status;
    std::string problem = saveTape(*session.tape(), line.output);
    if (!problem.empty()) {
        complain(problem);
        return 3;
    }
    return status;
}

OpenedTape openTape(const CommandLine& line) {
    OpenedTape opened;
    std::ifstream file(line.file, std::ios::binary);
    char beginning[16] = {};
    if (line.file != "-") file.read(beginning, sizeof beginning);
    bool isTape = looksLikeTape(std::string_view(beginning, static_cast<size_t>(file.gcount())));
    bool named = line.file.size() > 5 && line.file.compare(line.file.size() - 5, 5, ".tape") == 0;
    if (isTape || named) {
        LoadedTape loaded = loadTape(line.file);
        if (!loaded.tape) {
            complain(loaded.problem);
            opened.status = 3;
            return opened;
        }
        opened.tape = loaded.tape;
        opened.note = loaded.note;
        return opened;
    }
    RunOptions options = optionsOf(line);
    LineReader input;
    if (!input.open(line.input)) {
        complain("can't open input file '" + line.input + "': " + std::strerror(errno));
        opened.status = 3;
        return opened;
    }
    options.readLine = [&input] { return input.next(); };
    Session session;
    opened.result = session.run(options);
    opened.recorded = true;
    if (opened.result.end == RunResult::End::CannotRead) {
        opened.status = statusOf(opened.result);
        return opened;
    }
    opened.tape = session.tape();
    using End = RunResult::End;
    if (opened.result.end == End::Limit || opened.result.end == End::Stopped || opened.result.end == End::TapeFull) {
        opened.note = opened.result.message;
        opened.status = 4;
    }
    return opened;
}

int stateVerb(const CommandLine& line) {
    OpenedTape opened = openTape(line);
    if (!opened.tape) return opened.status;
    Replay replay(opened.tape);
    if (opened.result.problem && replay.stepCount() == 0) {
        complain("the program did not start: " + opened.result.problem->message + " (line " + std::to_string(opened.result.problem->line) + ")");
        return 1;
    }
    StateOptions options;
    options.everything = line.everything;
    std::string out;
    if (line.all) {
        for (uint64_t step = 0; step < replay.stepCount(); ++step) {
            if (!replay.seek(step)) break;
            out += line.json ? stateJson(replay, step, options, StateOutput::SinceStepBefore) + "\n" : stateText(replay, step) + "\n";
            if (out.size() > (1 << 16)) {
                writeAll(STDOUT_FILENO, out.data(), out.size());
                out.clear();
            }
        }
    } else {
        uint64_t step = line.steps.front();
        if (!replay.seek(step)) {
            complain("there is no step " + std::to_string(step) + ": the run has " + std::to_string(replay.stepCount()) + " steps, from 0");
            return 2;
        }
        out = line.json ? stateJson(replay, step, options, StateOutput::All) + "\n" : stateText(replay, step);
    }
    writeAll(STDOUT_FILENO, out.data(), out.size());
    if (!opened.note.empty()) complain(opened.note);
    return opened.status;
}

int infoVerb(const CommandLine& line) {
    OpenedTape opened = openTape(line);
    if (!opened.tape) return opened.status;
    RunInfo info = runInfo(opened.tape);
    std::string out = line.json ? infoJson(info) : infoText(info);
    writeAll(STDOUT_FILENO, out.data(), out.size());
    if (!opened.note.empty()) complain(opened.note);
    return opened.status;
}

}
