// SPDX-License-Identifier: GPL-3.0-or-later
//
// memtape_fuzz PROGRAMS SEED COUNT: changes the texts of test programs at random, and tapes of theirs, and sees that whatever comes of it is compiled
// and recorded, refused or stopped: no crash, no hang. The text or seed at hand is in fuzz_case.* in the working folder, so a crash leaves it there.
#include <algorithm>
#include <cctype>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "core/languages/languages.h"
#include "core/replay/json/state_json.h"
#include "core/replay/replay.h"
#include "core/session/session.h"
#include "core/tape/tape.h"
#include "core/tape/tape_file.h"

using namespace memtape;
namespace fs = std::filesystem;

namespace {

using Random = std::mt19937;
size_t below(Random& random, size_t limit) { return limit ? random() % limit : 0; }
template <class T> const T& oneOf(Random& random, const std::vector<T>& all) { return all[below(random, all.size())]; }

const std::vector<std::string> pieces = {
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ":",
    ",",
    ".",
    "=",
    "==",
    "**",
    "*",
    "%",
    "@",
    ":=",
    "->",
    "\n",
    "\n    ",
    "\t",
    "\\",
    "#",
    "'",
    "\"",
    "'''",
    "f'{",
    "}'",
    std::string(1, 0),
    "\xff",
    "é",
    "\r",
    " if ",
    " else ",
    " for ",
    " in ",
    " lambda ",
    " not ",
    " yield ",
    " await ",
    "async ",
    "def f(*a, **k):\n",
    "class A(A):\n",
    "return ",
    "raise ",
    "try:\n",
    "except* ",
    "finally:\n",
    "match x:\n case ",
    "with ",
    "global x\n",
    "nonlocal x\n",
    "del ",
    "import ",
    "from . import *\n",
    "0",
    "-1",
    "10**10",
    "2**63",
    "1e400",
    "1j",
    "None",
    "self",
    "x",
    "__del__",
    "__slots__",
    "__class__",
    "super()",
    "print(",
    "sys.exit(",
    "[]*",
    "x.x",
    "type(",
    "__import__('gc').collect()",
    "globals()",
    "locals().clear()",
    "iter(",
    "next(",
    "setattr(",
    "del x",
    "__eq__ = ",
};

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    for (size_t i = 0; i < text.size();) {
        size_t end = text.find('\n', i);
        end = end == std::string::npos ? text.size() : end + 1;
        lines.push_back(text.substr(i, end - i));
        i = end;
    }
    return lines;
}

std::string changed(Random& random, std::string text, const std::vector<std::string>& programs) {
    for (size_t times = 1 + below(random, 4); times > 0; --times) {
        size_t at = below(random, text.size() + 1), size = below(random, 12);
        std::vector<std::string> lines = linesOf(text);
        switch (below(random, 9)) {
        case 0: text.erase(at, size); break;
        case 1: text.insert(at, text.substr(below(random, text.size() + 1), size)); break;
        case 2:
        case 3: text.insert(at, oneOf(random, pieces)); break;
        case 4: text.resize(at); break;
        case 5:
            if (at < text.size()) text[at] = static_cast<char>(random());
            break;
        case 6: text.insert(at, oneOf(random, linesOf(oneOf(random, programs)))); break;
        default: // lines change places or are said twice; those keep what is there meaningful
            if (lines.empty()) break;
            if (random() % 2) std::swap(lines[below(random, lines.size())], lines[below(random, lines.size())]);
            else lines.insert(lines.begin() + static_cast<ptrdiff_t>(below(random, lines.size())), oneOf(random, lines));
            text.clear();
            for (const std::string& line : lines) text += line;
        }
    }
    return text;
}

size_t indentation(const std::string& line) { return line.find_first_not_of(' '); }
bool isWord(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

// A word of the text gives way to another one of it, or a number to another.
void changeWord(Random& random, std::string& text) {
    std::vector<std::pair<size_t, size_t>> words;
    for (size_t i = 0; i < text.size();) {
        size_t end = i;
        while (end < text.size() && isWord(text[end])) ++end;
        if (end > i) words.push_back({i, end - i});
        i = std::max(end, i + 1);
    }
    if (words.empty()) return;
    static const std::vector<std::string> values = {"0",     "-1",   "None",   "[]",   "2**63", "''",       "{}",       "1.5",      "x",
                                                    "10**9", "True", "(1, 2)", "b'a'", "print", "object()", "iter([])", "lambda: 1"};
    auto [at, size] = oneOf(random, words);
    auto [from, length] = oneOf(random, words);
    text.replace(at, size, random() % 2 ? oneOf(random, values) : text.substr(from, length));
}

// What comes of it is more often a program: lines move to where their indentation fits, words change.
std::string rearranged(Random& random, std::string text) {
    for (size_t times = 1 + below(random, 4); times > 0; --times) {
        if (random() % 2) {
            changeWord(random, text);
            continue;
        }
        std::vector<std::string> lines = linesOf(text);
        size_t a = below(random, lines.size()), b = below(random, lines.size());
        if (lines.empty() || indentation(lines[a]) != indentation(lines[b])) continue;
        switch (below(random, 3)) {
        case 0: std::swap(lines[a], lines[b]); break;
        case 1: lines.insert(lines.begin() + static_cast<ptrdiff_t>(a), lines[b]); break;
        default: lines.erase(lines.begin() + static_cast<ptrdiff_t>(a));
        }
        text.clear();
        for (const std::string& line : lines) text += line;
    }
    return text;
}

std::string noise(Random& random) {
    std::string text;
    bool isBytes = random() % 3 == 0;
    for (size_t i = below(random, 200); i > 0; --i) {
        if (isBytes) text += static_cast<char>(random());
        else text += oneOf(random, pieces);
    }
    return text;
}

// Stops a run that takes long; one that does not even stop is a hang.
class Watchdog {
public:
    explicit Watchdog(Session& session)
        : m_thread([this, &session] {
              std::unique_lock lock(m_mutex);
              if (m_changed.wait_for(lock, std::chrono::seconds(10), [this] { return m_over; })) return;
              session.stop();
              if (m_changed.wait_for(lock, std::chrono::seconds(110), [this] { return m_over; })) return;
              std::fputs("memtape_fuzz: the run does not stop\n", stderr);
              std::_Exit(3);
          }) {}
    ~Watchdog() {
        {
            std::lock_guard lock(m_mutex);
            m_over = true;
        }
        m_changed.notify_all();
        m_thread.join();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_over = false;
    std::thread m_thread;
};

std::shared_ptr<const Tape> recorded(const std::string& folder, const std::string& text) {
    RunOptions options;
    options.file = folder + "/fuzz_case.py";
    options.source = text;
    options.maxHeap = 64u << 20;
    options.maxSteps = 3000;
    Session session;
    Watchdog watchdog(session);
    session.run(options);
    return session.tape();
}

void look(std::shared_ptr<const Tape> tape, Random& random) {
    Replay replay(std::move(tape));
    uint64_t steps = replay.stepCount();
    for (uint64_t step : {uint64_t{0}, steps ? steps - 1 : 0, uint64_t{below(random, steps + 1)}}) {
        if (!replay.seek(step)) continue;
        StateOptions options;
        options.everything = random() % 2;
        stateJson(replay, step, options, StateOutput::All);
    }
}

// The same run with some bytes of its events changed: what no checksum finds.
std::shared_ptr<const Tape> damaged(const Tape& tape, Random& random) {
    auto copy = std::make_shared<Tape>(tape.language());
    copy->definitionsForWriting().deserialize(tape.definitions().serialize(0, tape.definitions().count()));
    tape.settle();
    for (size_t i = 0; auto stored = tape.storedChunk(i); ++i) {
        EncodedChunk chunk = *expandChunk(*stored);
        for (size_t n = below(random, 4); n > 0; --n) chunk.bytes.own()[below(random, chunk.totalSize())] = static_cast<uint8_t>(random());
        StoredChunk again = compressChunk(chunk, stored->info);
        again.definitions = copy->definitions().count();
        copy->appendStored(std::move(again));
    }
    copy->finish();
    return copy;
}

void keep(const std::string& name, const std::string& bytes) { std::ofstream(name, std::ios::binary) << bytes; }

}

int main(int argc, char** argv) {
    memtape::registerLanguages();
    if (argc != 4) {
        std::fputs("memtape_fuzz PROGRAMS SEED COUNT\n", stderr);
        return 2;
    }
    std::vector<std::string> programs;
    std::vector<fs::path> paths;
    for (const auto& entry : fs::recursive_directory_iterator(argv[1]))
        if (entry.path().extension() == ".py") paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    for (const fs::path& path : paths) {
        std::ifstream file(path, std::ios::binary);
        programs.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
        if (programs.back().empty() || programs.back().size() > 8000) programs.pop_back();
    }
    unsigned long seed = std::strtoul(argv[2], nullptr, 10), count = std::strtoul(argv[3], nullptr, 10);
    size_t started = 0;
    for (unsigned long i = 0; i < count; ++i) {
        Random random(static_cast<unsigned>(seed + i));
        const std::string& program = oneOf(random, programs);
        std::string text = i % 8 == 0 ? noise(random) : i % 8 < 3 ? changed(random, program, programs) : rearranged(random, program);
        keep("fuzz_case.py", text);
        keep("fuzz_case.seed", std::to_string(seed + i));
        std::shared_ptr<const Tape> tape = recorded(argv[1], text);
        if (!tape) continue;
        started += tape->stepCount() > 0;
        look(tape, random);
        if (i % 4 == 0) {
            std::string bytes = writeTape(*tape);
            bytes.resize(below(random, bytes.size() + 1));
            for (size_t n = below(random, 6); n > 0 && !bytes.empty(); --n) bytes[below(random, bytes.size())] = static_cast<char>(random());
            keep("fuzz_case.tape", bytes);
            if (LoadedTape loaded = readTape(bytes); loaded.tape) look(loaded.tape, random);
            look(damaged(*tape, random), random);
        }
    }
    std::printf("%lu cases from seed %lu, of which %zu are programs\n", count, seed, started);
    return started > count / 10 ? 0 : 1; // else the changes are too wild to test anything
}
