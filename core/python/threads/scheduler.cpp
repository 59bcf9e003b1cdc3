// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/threads/scheduler.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <utility>

#include "core/base/check.h"
#include "core/host/clock.h"
#include "core/host/host.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/thread_part.h"

namespace memtape {

ThreadHooks threadHooks;
void (*runThreadBody)(Thread& thread) = nullptr;
Thread* (*holderOfLock)(const void* what) = [](const void*) -> Thread* { return nullptr; };

namespace {

// A call of a native function may take 10 000 levels of the native stack in each thread, as in CPython.
#ifdef __SANITIZE_ADDRESS__
constexpr size_t stackBytes = size_t{2} << 30;
#else
constexpr size_t stackBytes = size_t{512} << 20;
#endif
constexpr size_t mostThreads = 10000;

// A look at the breaker is taken for so much of the program's work: by it CPython's interval of 5 ms becomes a number of looks, and the run's
// clock goes on where nobody looks at a clock. Less than it takes in truth, so that nobody is woken too early.
constexpr double lookSeconds = 50e-9;
constexpr int64_t lookNs = 10;
constexpr int64_t pauseNs = 20'000'000; // how long a wait does not look whether the run is to stop

Thread* running = nullptr;
Thread* over = nullptr; // has left its stack for good and is to be dropped by who runs next
std::vector<Thread*> live;
std::deque<Thread*> ready;
std::vector<Thread*> waiting; // by turn
uint64_t turns = 0;
uint32_t nextNumber = 1;
double interval = 0.005;
bool timersOn = false;
constexpr int64_t looksBetweenClocks = 1000; // while a timer is on
int64_t looksInTurn = 100'000, looksLeft = 0, looksUntilClock = 0;

bool mainIsNeeded() { return interpreter.breaker.load(std::memory_order_relaxed) & (Interpreter::Interrupt | Interpreter::SignalDue); }
bool runIsToEnd() {
    constexpr uint32_t ends = Interpreter::StopAsked | Interpreter::HeapLimit | Interpreter::StepLimit;
    return interpreter.stopping || interpreter.breaker.load(std::memory_order_relaxed) & ends;
}

void noteThreadCount() {
    if (live.size() > 1 || timersOn) interpreter.breaker.fetch_or(Interpreter::ThreadsRun, std::memory_order_relaxed);
    else interpreter.breaker.fetch_and(~uint32_t{Interpreter::ThreadsRun}, std::memory_order_relaxed);
}

void dropThread(Thread* thread) {
    const auto& parts = ThreadPartBase::all();
    for (size_t i = 0; i < parts.size(); ++i) {
        if (!thread->rooms[i]) continue;
        if (thread->number == 0) parts[i]->closeFirst(thread->rooms[i]);
        else parts[i]->close(thread->rooms[i]);
    }
    delete thread;
}

void arrive() {
    if (over) dropThread(over);
    over = nullptr;
}

// ---- from one thread to another

void change(Thread& next) {
    Thread& self = *running;
    if (&next == &self) {
        self.state = Thread::State::Running;
        return;
    }
    if (threadHooks.switching) threadHooks.switching(self, next);
    running = &next;
    next.state = Thread::State::Running;
    looksLeft = looksInTurn;
    const auto& parts = ThreadPartBase::all();
    int limit = interpreter.recursionLimit;
    for (size_t i = 0; i < parts.size(); ++i) parts[i]->change(self.rooms[i], next.rooms[i]);
    interpreter.recursionRemaining += limit - interpreter.recursionLimit; // which has one value for all threads
    interpreter.recursionLimit = limit;
    if (threadHooks.switched) threadHooks.switched();
    if (self.state == Thread::State::Over) {
        over = &self;
        Fiber::leaveTo(self.fiber, next.fiber);
    } else {
        Fiber::switchTo(self.fiber, next.fiber);
    }
    arrive();
}

void makeReady(Thread* thread) {
    std::erase(waiting, thread);
    thread->state = Thread::State::Ready;
    thread->waitsFor = nullptr;
    ready.push_back(thread);
}

// Wakes those whose time has come, the earliest first.
void wakeDue() {
    if (threadHooks.timersDue) threadHooks.timersDue();
    for (;;) {
        Thread* first = nullptr;
        for (Thread* t : waiting)
            if (t->deadline <= hostRunNs() &&
                (!first || t->deadline < first->deadline || (t->deadline == first->deadline && t->number < first->number)))
                first = t;
        if (!first) return;
        first->timedOut = true;
        makeReady(first);
    }
}

// Nobody is ready: time passes. False: the running thread is to go on, as the run is ending.
bool passTime() {
    int64_t next = Thread::forever, real = 0;
    for (Thread* t : waiting)
        if (t->deadline < next) next = t->deadline, real = t->realDeadline;
    int64_t timer = threadHooks.nextTimer ? threadHooks.nextTimer() : Thread::forever;
    if (timer < next) next = timer, real = hostRealNs() + (timer - hostRunNs());
    if (next == Thread::forever) {
        threadHooks.deadlock();
        return false;
    }
    bool told = false;
    for (;;) {
        if (runIsToEnd()) {
            handleBreaker();
            return false;
        }
        if (mainIsNeeded()) return true;
        int64_t left = real - hostRealNs();
        if (host.virtualTime || left <= 0) {
            hostWaitedUntil(next);
            return true;
        }
        if (!told && left > pauseNs / 2) publishBeforeWait();
        told = true;
        left = std::min(left, pauseNs);
        hostPause(left);
    }
}

// The running thread waits, is over, or goes behind the others: another one runs, or, when its time has come again, it itself. Comes back when it runs again.
void runNext() {
    for (;;) {
        Thread* main = live.front();
        if (interpreter.stopping) { // everybody leaves; the main thread is the last (endThreads)
            if (running->state != Thread::State::Over) {
                std::erase(waiting, running);
                std::erase(ready, running);
                running->state = Thread::State::Running;
                return;
            }
            std::erase(waiting, main);
            std::erase(ready, main);
            return change(*main);
        }
        wakeDue();
        if (mainIsNeeded() && main->state == Thread::State::Waiting) {
            main->interrupted = true;
            makeReady(main);
            std::rotate(ready.begin(), ready.end() - 1, ready.end());
        }
        if (!ready.empty()) {
            Thread* next = ready.front();
            ready.pop_front();
            return change(*next);
        }
        if (!passTime() && !interpreter.stopping) return;
    }
}

void removeFromLive(Thread* thread) {
    std::erase(live, thread);
    noteThreadCount();
}

// The whole of a thread's life on its own stack.
void lifeOfThread() {
    arrive();
    Thread& self = *running;
    if (threadHooks.begins) threadHooks.begins(self);
    if (!interpreter.stopping) runThreadBody(self);
    clearError();
    if (threadHooks.threadIsOver) threadHooks.threadIsOver(self);
    clearError();
    if (threadHooks.ends) threadHooks.ends(self);
    self.state = Thread::State::Over;
    removeFromLive(&self);
    runNext();
}

uint32_t freeSlot() {
    for (uint32_t slot = 0;; ++slot)
        if (std::none_of(live.begin(), live.end(), [slot](Thread* t) { return t->slot == slot; })) return slot;
}

}

ThreadPart<ThreadState> states(
    interpreter,
    [](ThreadState& s) {
        s.handled = &interpreter.handledByMain; // where it will be when the thread runs
        return true;
    },
    [](ThreadState& s) { std::free(s.holds); });

const ThreadState& stateOf(const Thread& thread) {
    if (&thread == running) return interpreter;
    const auto& parts = ThreadPartBase::all();
    size_t place = static_cast<size_t>(std::find(parts.begin(), parts.end(), &states) - parts.begin());
    return *static_cast<const ThreadState*>(thread.rooms[place]);
}

void startThreads() {
    auto* main = new Thread;
    main->ident = 0x7f0000001740;
    main->state = Thread::State::Running;
    for (ThreadPartBase* part : ThreadPartBase::all()) main->rooms.push_back(part->openFirst());
    live = {main};
    running = main;
    nextNumber = 1;
    turns = 0;
    changeSwitchInterval(0.005);
    hostSleeper = sleepFor;
}

void endThreads() {
    MEMTAPE_CHECK(isMainThread());
    interpreter.stopping = true;
    interpreter.breaker.fetch_or(Interpreter::StopAsked, std::memory_order_relaxed);
    while (live.size() > 1) {
        Thread* next = live.back();
        running->state = Thread::State::Waiting;
        std::erase(ready, next);
        std::erase(waiting, next);
        change(*next);
    }
    dropThread(running);
    running = nullptr;
    live.clear();
    ready.clear();
    waiting.clear();
    hostSleeper = nullptr;
}

Thread& currentThread() { return *running; }
const std::vector<Thread*>& liveThreads() { return live; }

Object* setThreadPart(Thread& thread, Thread::Part part, Object* counted) {
    Object* before = std::exchange(thread.parts[part], counted);
    if (threadHooks.partChanged) threadHooks.partChanged(thread, part);
    return before;
}

Thread* startThread(Object* function, Object* arguments, Object* keywords, Object* handle, bool isDaemon) {
    auto refuse = [] {
        raise(exc::RuntimeError, "can't start new thread");
        return nullptr;
    };
    if (live.size() >= mostThreads) return refuse();
    auto* thread = new Thread;
    bool hasRoom = thread->fiber.prepare(stackBytes, lifeOfThread);
    for (ThreadPartBase* part : ThreadPartBase::all()) {
        thread->rooms.push_back(hasRoom ? part->open() : nullptr);
        hasRoom = thread->rooms.back() != nullptr;
    }
    if (!hasRoom) {
        thread->number = UINT32_MAX;
        dropThread(thread);
        return refuse();
    }
    thread->number = nextNumber++;
    thread->slot = freeSlot();
    thread->ident = live.front()->ident - uint64_t{thread->number} * 0x801000;
    thread->isDaemon = isDaemon;
    Object* const given[] = {function, arguments, keywords, handle};
    for (int part = 0; part <= Thread::Handle; ++part) {
        xincref(given[part]);
        setThreadPart(*thread, static_cast<Thread::Part>(part), given[part]);
    }
    live.push_back(thread);
    ready.push_back(thread);
    looksLeft = looksInTurn;
    noteThreadCount();
    return thread;
}

// ---- waiting

uint64_t newTurn() { return ++turns; }

Wake waitFor(const void* what, WaitKind kind, int64_t timeoutNs, uint64_t turn) {
    Thread& self = *running;
    int64_t begin = hostRunNs(), realEnd = timeoutNs < 0 ? 0 : hostRealNs() + timeoutNs;
    self.deadline = timeoutNs < 0 || timeoutNs > Thread::forever - begin ? Thread::forever : begin + timeoutNs;
    self.realDeadline = realEnd;
    self.turn = turn ? turn : newTurn();
    for (;;) {
        if (interpreter.stopping) return Wake::Broken;
        self.state = Thread::State::Waiting;
        self.waitKind = kind;
        self.waitsFor = what;
        self.timedOut = self.interrupted = false;
        auto behind = std::find_if(waiting.begin(), waiting.end(), [&](Thread* t) { return t->turn > self.turn; });
        waiting.insert(behind, &self);
        runNext();
        self.waitKind = WaitKind::Nothing;
        self.waitsFor = nullptr;
        if (interpreter.stopping) return Wake::Broken;
        if (!self.interrupted) return self.timedOut ? Wake::TimedOut : Wake::Woken;
        if (!handleBreaker()) return Wake::Broken;
        if (kind == WaitKind::Signal || kind == WaitKind::Descriptor) return Wake::Interrupted;
    }
}

void wakeFirst(const void* what) {
    for (Thread* t : waiting) {
        if (t->waitsFor != what) continue;
        makeReady(t);
        return;
    }
}

void wakeAll(const void* what) {
    for (size_t i = 0; i < waiting.size();) {
        if (waiting[i]->waitsFor == what) makeReady(waiting[i]);
        else ++i;
    }
}

bool anyWaitsFor(const void* what) {
    return std::any_of(waiting.begin(), waiting.end(), [what](Thread* t) { return t->waitsFor == what; });
}

bool letOthersRun() {
    if (interpreter.stopping) return false;
    wakeDue();
    if (ready.empty()) return true;
    running->state = Thread::State::Ready;
    ready.push_back(running);
    runNext();
    return !interpreter.stopping;
}

bool sleepFor(double seconds) {
    int64_t ns = seconds < 9e9 ? static_cast<int64_t>(std::ceil(seconds * 1e9)) : Thread::forever / 2;
    if (ns == 0) return letOthersRun() && checkBreaker();
    if (waitFor(nullptr, WaitKind::Sleep, ns) == Wake::Broken) return false;
    return true;
}

bool countTurn() {
    hostPassTime(lookNs);
    if (timersOn && --looksUntilClock <= 0) {
        looksUntilClock = looksBetweenClocks;
        hostMonotonicNs(); // moves the run's clock
        threadHooks.timersDue();
    }
    bool mainIsCalled = mainIsNeeded() && !isMainThread();
    if (--looksLeft > 0 && !mainIsCalled) return true;
    looksLeft = looksInTurn;
    return letOthersRun();
}

void countLooks(bool forTimers) {
    timersOn = forTimers;
    noteThreadCount();
}

void changeSwitchInterval(double seconds) {
    interval = seconds;
    looksInTurn = std::max<int64_t>(1, static_cast<int64_t>(std::min(seconds, 1e6) / lookSeconds));
    looksLeft = std::min(looksLeft, looksInTurn);
}
double switchInterval() { return interval; }

void interruptMainThread() { interpreter.breaker.fetch_or(Interpreter::SignalDue, std::memory_order_relaxed); }

}
