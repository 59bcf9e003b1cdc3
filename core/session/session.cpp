// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session.h"

#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "core/base/check.h"
#include "core/events/recorder.h"
#include "core/host/clock.h"
#include "core/host/files.h"
#include "core/host/handles.h"
#include "core/host/host.h"
#include "core/host/scratch.h"
#include "core/session/language.h"
#include "core/session/part_watch.h"
#include "core/tape/tape.h"
#include "core/tape/tape_file.h"

namespace memtape {

namespace {

// One program runs at a time in a process: a language's machinery exists once.
std::mutex runMutex;
std::atomic<Language*> interrupted{nullptr}; // the language of the program that was started last

bool writeOutput(void* context, OutputStream stream, const char* data, size_t size) {
    auto* options = static_cast<const RunOptions*>(context);
    if (options->output) options->output(stream == OutputStream::Stdout ? 1 : 2, data, size);
    return true;
}

bool readLine(void* context, std::string& line) {
    auto* options = static_cast<const RunOptions*>(context);
    if (!options->readLine) return false;
    std::optional<std::string> answer = options->readLine();
    if (!answer) return false;
    line = std::move(*answer);
    return true;
}

// Runs a function on a thread whose stack is as large as the deepest nesting of native calls needs.
class DeepThread {
public:
    template <class F> DeepThread(size_t stackBytes, F function) {
        m_function = new std::function<void()>(std::move(function));
        m_size = stackBytes;
        m_stack = mmap(nullptr, m_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
        if (m_stack == MAP_FAILED) noAddressSpace();
        pthread_attr_t attributes;
        pthread_attr_init(&attributes);
        pthread_attr_setstack(&attributes, m_stack, m_size);
        int failed = pthread_create(
            &m_thread, &attributes,
            [](void* p) -> void* {
                (*static_cast<std::function<void()>*>(p))();
                return nullptr;
            },
            m_function);
        pthread_attr_destroy(&attributes);
        MEMTAPE_CHECK(!failed);
    }
    ~DeepThread() {
        pthread_join(m_thread, nullptr);
        munmap(m_stack, m_size);
        delete m_function;
    }
    // Holds the thread where it is, for good, so that what it was at can be read. It is given a moment to come to a halt.
    void halt() {
        constexpr int moment = 200; // ms
        static std::atomic<bool> hasHalted;
        hasHalted = false;
        struct sigaction action {};
        action.sa_handler = [](int) {
            hasHalted = true;
            for (;;) pause();
        };
        sigemptyset(&action.sa_mask);
        sigaction(SIGUSR2, &action, nullptr);
        if (pthread_kill(m_thread, SIGUSR2)) return;
        for (int i = 0; i < moment && !hasHalted; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    DeepThread(const DeepThread&) = delete;
    DeepThread& operator=(const DeepThread&) = delete;

private:
    std::function<void()>* m_function;
    void* m_stack;
    size_t m_size;
    pthread_t m_thread;
};

// While a recording goes on: has the language look, every 16 ms, whether the tape is full, and publish what was recorded.
class Ticker {
public:
    explicit Ticker(Language& language) : m_language(language), m_thread([this] { tick(); }) {}
    ~Ticker() {
        {
            std::lock_guard<std::mutex> guard(m_mutex);
            m_ended = true;
        }
        m_wake.notify_one();
        m_thread.join();
    }

private:
    void tick() {
        std::unique_lock<std::mutex> lock(m_mutex);
        while (!m_wake.wait_for(lock, std::chrono::milliseconds(16), [this] { return m_ended; })) m_language.publishSoon();
    }
    Language& m_language;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_ended = false;
    std::thread m_thread; // last: it uses what is above
};

// The program's text, or why it cannot be had: one sentence.
std::string readProgram(const RunOptions& options, std::string& text) {
    if (options.source) {
        text = *options.source;
        return {};
    }
    int failed = hostReadNamed(options.file, text);
    if (failed == EISDIR) return "'" + options.file + "' is a folder, not a program";
    if (failed) return "can't open file '" + options.file + "': " + errorText(failed);
    if (looksLikeTape(text)) return "'" + options.file + "' is a recording, not a program";
    return {};
}

// What the program has left in its scratch folder, which is empty then.
std::vector<ScratchFile> takeScratchFiles() {
    std::vector<ScratchFile> files;
    char folder[PATH_MAX];
    std::string own = realpath(host.programFolder.c_str(), folder) ? folder : host.programFolder;
    if (own != "/") own += '/';
    endHandles();
    for (auto& [path, node] : scratch.files()) {
        bool isOwn = path.compare(0, own.size(), own) == 0;
        files.push_back({isOwn ? path.substr(own.size()) : path, node->content});
    }
    scratch.end();
    return files;
}

}

struct Session::Impl {
    std::shared_ptr<Tape> tape;
    std::unique_ptr<DeepThread> thread;
    Language* language = nullptr;
    std::atomic<bool> isRunning{false}, stopAsked{false}, isRunningProgram{false};
    std::atomic<Recorder*> pen{nullptr}; // while a program is being recorded
    mutable std::mutex mutex;
    EventSink* sink = nullptr; // in place of the tape
    PartWatch* watch = nullptr;
    std::optional<uint64_t> scratchFullAt;
    static Impl* running; // the one that runs here, for noteLimit()

    // On the program's thread.
    static void noteLimit(HostLimit limit) {
        Impl& run = *running;
        if (limit == HostLimit::Output) {
            run.language->publishSoon(); // which ends the run
        } else if (Recorder* pen = run.pen; pen && run.tape && !run.scratchFullAt) {
            pen->publish(); // so that its steps are counted
            const uint64_t steps = run.tape->stepCount();
            run.scratchFullAt = steps ? steps - 1 : 0;
        }
    }

    RunResult runHere(const RunOptions& options) {
        RunResult result;
        std::string text;
        std::string problem = language->problem();
        if (problem.empty()) problem = readProgram(options, text);
        if (!problem.empty()) {
            result.end = EndReason::CannotRead;
            result.message = problem;
            result.exitStatus = 2;
            return result;
        }
        std::lock_guard<std::mutex> guard(runMutex);
        host = Host();
        host.output = [](void* context, OutputStream stream, const char* data, size_t size) { writeOutput(context, stream, data, size); };
        host.readLine = readLine;
        host.context = const_cast<RunOptions*>(&options);
        std::string path = hostAbsolutePath(options.file); // languages show the main file by it, whatever name it was called by
        host.programFile = path;
        host.programFolder = folderOfFile(path);
        host.readsBeside = path.empty() || path[0] != '<'; // "<stdin>" lies nowhere
        host.allowRead = options.allowRead;
        host.allowWrite = options.allowWrite;
        for (const std::string& folder : options.libraryPaths) host.libraryPaths.push_back(hostAbsolutePath(folder));
        host.virtualTime = options.virtualTime;
        hostStartRunClock();   // first of all: the scratch folder has its times from it
        char folder[PATH_MAX]; // without links, as all that the scratch folder knows
        if (realpath(options.workingFolder.empty() ? "." : options.workingFolder.c_str(), folder)) host.workingFolder = folder;
        host.scratchLimit = options.maxScratch;
        host.outputLimit = options.record ? options.maxOutput.value_or(UINT64_MAX) : UINT64_MAX;
        scratchFullAt.reset();
        host.noteLimit = noteLimit;
        running = this;
        scratch.begin(host.scratchLimit);
        beginHandles();
        std::optional<Recorder> pen;
        if (options.record) pen.emplace(sink ? *sink : *tape);
        this->pen = pen ? &*pen : nullptr;
        RunRequest program;
        program.file = path;
        program.shownFile = watch && !watch->shownFile.empty() ? watch->shownFile : options.file;
        program.source = std::move(text);
        program.arguments = options.arguments;
        program.maxHeap = options.maxHeap;
        program.maxSteps = options.record ? options.maxSteps : UINT64_MAX;
        program.hashSeed = options.hashSeed;
        program.stepIntoLibrary = options.stepIntoLibrary;
        program.stopAsked = &stopAsked;
        program.watch = watch;
        host.followed = options.record && options.readers == RunOptions::Readers::Meanwhile;
        std::optional<Ticker> ticker;
#if !defined(MEMTAPE_WRITES_PROFILE) // it comes at no certain time
        if (options.record) ticker.emplace(*language);
#endif
        isRunningProgram = true;
        sink = nullptr; // what it was for has begun
        watch = nullptr;
        RunOutcome outcome = language->run(program, pen ? &*pen : nullptr);
        ticker.reset();
        isRunningProgram = false;
        this->pen = nullptr;
        result.scratchFiles = takeScratchFiles();

        result.exitStatus = outcome.exitStatus;
        result.problem = outcome.problem;
        result.steps = outcome.steps;
        result.peakStackBytes = outcome.peakStackBytes;
        result.peakHeapBytes = outcome.peakHeapBytes;
        result.collections = outcome.collections;
        result.end = outcome.end;
        result.scratchFullAt = scratchFullAt;
        result.message = stopSentence(outcome.end, outcome.why, options, outcome.steps);
        if (wasCutShort(outcome.end)) result.exitStatus = 4;
        return result;
    }
};

Session::Impl* Session::Impl::running = nullptr;

Session::Session() : m_impl(std::make_unique<Impl>()) {}

Session::~Session() {
    stop();
    m_impl->thread.reset();
}

RunResult Session::run(const RunOptions& options) {
    RunResult result;
    start(options, [&result](const RunResult& r) { result = r; });
    m_impl->thread.reset();
    return result;
}

void Session::watchNext(PartWatch& watch, EventSink* sink) {
    m_impl->thread.reset();
    m_impl->watch = &watch;
    m_impl->sink = sink;
}

void Session::start(const RunOptions& options, std::function<void(const RunResult&)> finished) {
    m_impl->thread.reset();
    m_impl->language = languageOf(options);
    MEMTAPE_CHECK(m_impl->language);
    interrupted = m_impl->language;
    {
        std::lock_guard<std::mutex> guard(m_impl->mutex);
        if (!options.record) m_impl->tape = nullptr;
        else if (options.tape) m_impl->tape = options.tape;
        else m_impl->tape = std::make_shared<Tape>(std::string(m_impl->language->tag()), options.maxTape.value_or(Tape::defaultLimit));
    }
    m_impl->stopAsked = false;
    m_impl->isRunning = true;
    Impl* impl = m_impl.get();
    m_impl->thread = std::make_unique<DeepThread>(impl->language->stackBytes(), [impl, options, finished] {
        RunResult result = impl->runHere(options);
        impl->isRunning = false;
        if (finished) finished(result);
    });
}

void Session::stop() {
    if (!m_impl->isRunning) return;
    m_impl->stopAsked = true;
    if (m_impl->isRunningProgram) m_impl->language->stop();
}

void Session::abandon() {
    if (!m_impl->pen) return;
    m_impl->thread->halt();
    if (Recorder* pen = m_impl->pen) pen->end(EndReason::Stopped, 4);
}

bool Session::interrupt() {
    Language* language = interrupted;
    return language && language->interrupt();
}

bool Session::isRunning() const { return m_impl->isRunning; }
uint64_t Session::stepsSoFar() const { return m_impl->tape ? m_impl->tape->stepCount() : 0; }

std::shared_ptr<const Tape> Session::tape() const {
    std::lock_guard<std::mutex> guard(m_impl->mutex);
    return m_impl->tape;
}

}
