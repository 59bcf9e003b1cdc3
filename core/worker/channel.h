// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One end of the socket between the window and a worker. A message is one packet: a head of fixed size, and its body; a long body is in a sealed file, whose
// descriptor goes with the packet, so that it is written once and mapped by the other.

#include <cstdint>
#include <mutex>
#include <string_view>
#include <vector>

#include "core/base/kept_bytes.h"
#include "core/worker/messages.h"

namespace memtape {

class Channel {
public:
    struct Message {
        WorkerMessage kind = WorkerMessage::Hello;
        KeptBytes body;
        std::string_view text() const { return {reinterpret_cast<const char*>(body.data()), body.size()}; }
    };
    enum class Received : uint8_t {
        Message,
        Nothing, // in time, or somebody called wake()
        Closed,  // the other end is no more
        Bad,     // what came is no message
    };

    // Takes a socket of packets (SOCK_SEQPACKET), which it closes. `end`: whose end it is.
    Channel(int socket, WorkerEnd end);
    ~Channel();
    Channel(const Channel&) = delete;
    Channel& operator=(const Channel&) = delete;

    // From any thread. The body is the pieces one after another. False: it was not sent, as the other end is gone or there is no memory for it.
    bool send(WorkerMessage kind, const std::vector<std::string_view>& pieces = {});
    // The same, but never waits: also false where the other end does not read, or another thread waits for it.
    bool sendAtOnce(WorkerMessage kind);
    // From one thread. Waits for at most so many milliseconds; less than 0: for as long as it takes.
    Received receive(Message& message, int milliseconds);
    void wake(); // from any thread: receive() returns, now or the next time

private:
    bool sendPacket(WorkerMessage kind, const std::vector<std::string_view>& pieces, int flags);
    Received readPacket(Message& message);

    const int m_socket, m_wake;
    const WorkerEnd m_end;
    std::mutex m_sending;
};

}
