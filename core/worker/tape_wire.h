// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A tape on its way from a worker to the window, while it grows.
//
// The worker records and compresses as everybody does (tape.h). Every 16 ms, and before the program waits, what is new is handed on: the definitions, the chunks that
// are complete, and the one behind them as far as it is published. The bytes of chunks are written once, into sealed files, and stay where they are:
// the window's tape refers to them there. The worker forgets what it has handed on, so the tape is in memory once.

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <thread>

#include "core/worker/channel.h"

namespace memtape {

class Tape;

class TapeSender {
public:
    // From now until finish(), on a thread of its own.
    TapeSender(std::shared_ptr<Tape> tape, Channel& channel);
    ~TapeSender();
    // Returns when all that was published has been sent; for the thread that records.
    void flush();
    // The same, when the recording is over: no more is sent.
    void finish();

private:
    void follow();
    void sendNew();
    void sendDefinitions();
    bool sendChunks();
    void sendOpenChunk();
    bool isOver();

    std::shared_ptr<Tape> m_tape;
    Channel& m_channel;
    std::mutex m_sending; // over what follows
    size_t m_definitions = 0, m_chunks = 0;
    uint64_t m_events = 0; // up to the last that was sent
    std::mutex m_mutex;
    std::condition_variable m_over;
    bool m_finished = false;
    std::thread m_thread; // last: it uses what is above
};

// Puts what comes on the window's tape.
class TapeReceiver {
public:
    // limitBytes: as the worker's tape has it; more is not taken.
    TapeReceiver(std::shared_ptr<Tape> tape, uint64_t limitBytes);
    // Definitions, Chunks, OpenChunk. False: it makes no sense.
    bool take(const Channel::Message& message);

private:
    bool takeDefinitions(const Channel::Message& message);
    bool takeChunks(const KeptBytes& body);
    bool takeOpenChunk(const KeptBytes& body);

    std::shared_ptr<Tape> m_tape;
    uint64_t m_left; // bytes that may still come
};

}
