// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A thread of the program. It has a native stack of its own (fiber.h) and its own values of the state of which there is one for each thread
// (thread_part.h); who runs when is the scheduler's (scheduler.h).

#include <cstdint>
#include <vector>

#include "core/base/fiber.h"
#include "core/python/objects/model/object.h"

namespace memtape {

// For what a thread waits; the sentence about a deadlock says it.
enum class WaitKind : uint8_t { Nothing, Lock, Join, Queue, Sleep, Descriptor, Signal };

struct Thread {
    enum class State : uint8_t { Ready, Running, Waiting, Over };

    uint32_t number = 0; // in the run, never used again; 0: the main one
    uint32_t slot = 0;   // among those that live, used again
    uint64_t ident = 0;  // threading.get_ident()
    State state = State::Ready;
    bool isDaemon = false; // the program's end does not wait for it

    // While it waits.
    WaitKind waitKind = WaitKind::Nothing;
    const void* waitsFor = nullptr; // what wakeFirst() and wakeAll() name; null: time alone
    uint64_t turn = 0;              // who came first is woken first
    int64_t deadline = 0;           // by the run's clock; forever: never
    int64_t realDeadline = 0;       // not before that by the machine's
    bool timedOut = false, interrupted = false;

    Fiber fiber;
    std::vector<void*> rooms; // of the thread parts, while it does not run

    // What it refers to itself, counted: until it begins what it will call, to its end who is told of that and the current context of contextvars.
    enum Part : uint8_t { Function, Arguments, Keywords, Handle, Context, PartCount };
    Object* parts[PartCount] = {};

    static constexpr int64_t forever = INT64_MAX;
};

}
