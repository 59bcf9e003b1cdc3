// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who of the program's threads runs. One does, until it waits, ends or has had its turn; then the next of those that are ready does, in the order in which
// they became ready. A turn is a number of looks at the evaluation breaker, never a time, so that a run repeats exactly.
//
// A thread waits for something that an address stands for (a lock, a queue), and for a time, whichever comes first. Times go by the run's clock
// (core/host/clock.h), which makes their order the same in each run. Where nobody is ready, time passes until the first of them is over; where nobody waits
// for a time either, the threads wait for one another, which ends the run.

#include <string>
#include <vector>

#include "core/python/objects/model/interpreter.h"
#include "core/python/threads/thread.h"

namespace memtape {

// Broken: an exception is pending, or the run is being stopped. Interrupted: handlers of signals have run, which may have done what the thread waits for;
// only who waits for a signal or a descriptor is told, the others go on waiting.
enum class Wake : uint8_t { Woken, TimedOut, Interrupted, Broken };

void startThreads(); // the calling thread is the main one
void endThreads();   // the others are taken off their stacks without running Python code; nothing is recorded from here on

Thread& currentThread();
inline bool isMainThread() { return currentThread().number == 0; }
const std::vector<Thread*>& liveThreads(); // by number, the main one first
const ThreadState& stateOf(const Thread& thread);
Object* setThreadPart(Thread& thread, Thread::Part part, Object* counted); // what was there, for the caller to drop

// A thread that will call function(*arguments, **keywords); all are shared. `handle`: null or an object to be told by threadIsOver(). Null: RuntimeError.
Thread* startThread(Object* function, Object* arguments, Object* keywords, Object* handle, bool isDaemon);
// What is done on the new thread's stack: the call, and what becomes of its exception (set by the module that starts threads).
extern void (*runThreadBody)(Thread& thread);

constexpr int64_t noTimeout = -1;
// `turn`: for who waits again for what he did not get, so that he keeps his place (newTurn()).
Wake waitFor(const void* what, WaitKind kind, int64_t timeoutNs, uint64_t turn = 0);
uint64_t newTurn();
void wakeFirst(const void* what); // of those that wait for it
void wakeAll(const void* what);
bool anyWaitsFor(const void* what);
extern Thread* (*holderOfLock)(const void* what); // who has the lock that somebody waits for; null where nobody is known to
bool letOthersRun();                              // the running one goes behind those that are ready; false: as Broken
bool sleepFor(double seconds);

// At each look at the breaker while there are several threads: whether the turn is over. False: as Broken.
bool countTurn();
void countLooks(bool forTimers);           // a timer of the program is on: looks at the breaker are counted although there may be one thread only
void changeSwitchInterval(double seconds); // sys.setswitchinterval
double switchInterval();

// The main thread is to look at the breaker, wherever it waits: a signal has come.
void interruptMainThread();

// What others have to do with all this.
struct ThreadHooks {
    void (*begins)(Thread& thread) = nullptr; // on its own stack, before all else
    // A thread leaves the processor to another: what it holds is told to the recorder.
    void (*switching)(Thread& leaving, Thread& arriving) = nullptr;
    void (*switched)() = nullptr; // its state has come back, and it is about to run
    void (*partChanged)(Thread& thread, Thread::Part part) = nullptr;
    void (*threadIsOver)(Thread& thread) = nullptr; // on its own stack, as the last of it that may run Python code
    void (*ends)(Thread& thread) = nullptr;         // after that
    void (*setTraceOfAll)(Object* ThreadState::*place, Object* functionOrNull) = nullptr; // in every thread
    Owned (*frameOf)(const Thread& thread) = nullptr;    // the object of its running frame; null without an exception: it has none
    bool (*runSignalHandlers)(bool interrupt) = nullptr; // on the main thread; `interrupt`: the user's own has come. False: as Broken
    void (*endBySignal)(int number) = nullptr;           // the program has no handler for one that ends a process: the run is to be stopped
    void (*deadlock)() = nullptr;                        // all threads wait for one another: the run is to be stopped
    int64_t (*nextTimer)() = nullptr;                    // when a timer of the program is due, by the run's clock
    void (*timersDue)() = nullptr;                       // it may be
};
extern ThreadHooks threadHooks;

}
