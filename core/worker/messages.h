// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the window and a worker say to each other. Both are the same executable; the version is told first all the same. A worker runs what came from
// anywhere, so what it sends is bad input until it was looked at: a message of a kind, from a side or of a size that is not in this table is refused.

#include <cstdint>

namespace memtape {

constexpr uint32_t workerProtocolVersion = 2;

enum class WorkerEnd : uint8_t { Window, Worker };

// name, who says it, the most bytes it may have, what they are
#define MEMTAPE_WORKER_MESSAGES(X) \
    X(Hello, Worker, 16)             /* the version: it is ready for a run */ \
    X(Watch, Window, 64u << 20)      /* before Start: the steps whose lines are to be looked into (part_wire.h) */ \
    X(Start, Window, 1u << 30)       /* the run's options (run_wire.h) */ \
    X(Line, Window, 64u << 20)       /* of the input, with its '\n' */ \
    X(InputEnd, Window, 0)           /* there are no more lines */ \
    X(Stop, Window, 0)               /* the program is to end */ \
    X(Interrupt, Window, 0)          /* it is told that its user wants it to end */ \
    X(Definitions, Worker, 1u << 30) /* Definitions::serialize: those that follow on the ones before */ \
    X(Chunks, Worker, 1u << 30)      /* complete chunks, compressed (tape_wire.h) */ \
    X(OpenChunk, Worker, 65u << 20)  /* the chunk behind those, as far as it has come */ \
    X(Output, Worker, 64u << 20)     /* the stream, one byte; what was written */ \
    X(InputWanted, Worker, 0)        /* one line of the input */ \
    X(Parts, Worker, 1u << 30)       /* before Finished: what was found of those lines (part_wire.h) */ \
    X(Finished, Worker, 1u << 30)    /* how the run ended (run_wire.h): the last message */

enum class WorkerMessage : uint8_t {
#define X(name, from, largest) name,
    MEMTAPE_WORKER_MESSAGES(X)
#undef X
};

struct WorkerMessageRow {
    WorkerEnd from;
    uint64_t largest;
};
constexpr WorkerMessageRow workerMessages[] = {
#define X(name, from, largest) {WorkerEnd::from, largest},
    MEMTAPE_WORKER_MESSAGES(X)
#undef X
};
constexpr unsigned workerMessageCount = sizeof workerMessages / sizeof *workerMessages;

}
