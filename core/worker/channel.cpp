// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/channel.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "core/base/check.h"
#include "core/worker/sealed_file.h"

namespace memtape {

namespace {

struct Head {
    uint32_t kind = 0;
    uint32_t isInFile = 0; // 0 or 1
    uint64_t size = 0;     // of the body
};

constexpr size_t largestInPacket = 16 * 1024; // of a body: longer ones are in files

// A descriptor that came with a packet.
struct Passed {
    int descriptor = -1;
    ~Passed() {
        if (descriptor >= 0) close(descriptor);
    }
};

// Room for one descriptor and no more: what else is sent along the kernel closes.
constexpr size_t passedBytes = CMSG_LEN(sizeof(int));

}

Channel::Channel(int socket, WorkerEnd end) : m_socket(socket), m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)), m_end(end) {
    MEMTAPE_CHECK(m_wake >= 0);
}

Channel::~Channel() {
    close(m_socket);
    close(m_wake);
}

bool Channel::send(WorkerMessage kind, const std::vector<std::string_view>& pieces) {
    std::lock_guard lock(m_sending);
    return sendPacket(kind, pieces, 0);
}

bool Channel::sendAtOnce(WorkerMessage kind) {
    std::unique_lock lock(m_sending, std::try_to_lock);
    return lock && sendPacket(kind, {}, MSG_DONTWAIT);
}

bool Channel::sendPacket(WorkerMessage kind, const std::vector<std::string_view>& pieces, int flags) {
    Head head;
    head.kind = static_cast<uint32_t>(kind);
    for (std::string_view piece : pieces) head.size += piece.size();
    head.isInFile = head.size > largestInPacket;
    Passed file;
    std::vector<iovec> parts{{&head, sizeof head}};
    if (!head.isInFile)
        for (std::string_view piece : pieces) parts.push_back({const_cast<char*>(piece.data()), piece.size()});
    msghdr packet{};
    packet.msg_iov = parts.data();
    packet.msg_iovlen = parts.size();
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    if (head.isInFile) {
        file.descriptor = makeSealedFile(pieces);
        if (file.descriptor < 0) return false;
        packet.msg_control = control.data();
        packet.msg_controllen = control.size();
        cmsghdr* passed = CMSG_FIRSTHDR(&packet);
        passed->cmsg_level = SOL_SOCKET;
        passed->cmsg_type = SCM_RIGHTS;
        passed->cmsg_len = passedBytes;
        std::memcpy(CMSG_DATA(passed), &file.descriptor, sizeof file.descriptor);
    }
    for (;;) {
        if (sendmsg(m_socket, &packet, flags | MSG_NOSIGNAL) >= 0) return true;
        if (errno == EINTR) continue;
        // as many descriptors are under way as a process may have: the other end will take some
        if (errno != ETOOMANYREFS || flags & MSG_DONTWAIT) return false;
        usleep(1000);
    }
}

Channel::Received Channel::receive(Message& message, int milliseconds) {
    pollfd both[] = {{m_socket, POLLIN, 0}, {m_wake, POLLIN, 0}};
    int ready = poll(both, 2, milliseconds);
    if (ready <= 0) return Received::Nothing;
    if (both[1].revents) {
        uint64_t count;
        [[maybe_unused]] ssize_t taken = read(m_wake, &count, sizeof count);
        return Received::Nothing;
    }
    return readPacket(message);
}

Channel::Received Channel::readPacket(Message& message) {
    Head head;
    std::array<uint8_t, largestInPacket> body;
    iovec parts[] = {{&head, sizeof head}, {body.data(), body.size()}};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    msghdr packet{};
    packet.msg_iov = parts;
    packet.msg_iovlen = 2;
    packet.msg_control = control.data();
    packet.msg_controllen = passedBytes;
    ssize_t got = recvmsg(m_socket, &packet, MSG_CMSG_CLOEXEC | MSG_DONTWAIT);
    if (got < 0) return errno == EAGAIN || errno == EINTR ? Received::Nothing : Received::Closed;
    if (got == 0) return Received::Closed;
    Passed file;
    if (cmsghdr* passed = CMSG_FIRSTHDR(&packet); passed && passed->cmsg_level == SOL_SOCKET && passed->cmsg_type == SCM_RIGHTS)
        std::memcpy(&file.descriptor, CMSG_DATA(passed), sizeof file.descriptor);
    if (packet.msg_flags & (MSG_TRUNC | MSG_CTRUNC) || static_cast<size_t>(got) < sizeof head) return Received::Bad;
    if (head.kind >= workerMessageCount || head.isInFile > 1) return Received::Bad;
    const WorkerMessageRow& row = workerMessages[head.kind];
    size_t inPacket = static_cast<size_t>(got) - sizeof head;
    if (row.from == m_end || head.size > row.largest || inPacket != (head.isInFile ? 0 : head.size)) return Received::Bad;
    message.kind = static_cast<WorkerMessage>(head.kind);
    if (!head.isInFile) {
        message.body = std::vector<uint8_t>(body.data(), body.data() + inPacket);
        return Received::Message;
    }
    auto mapped = file.descriptor < 0 ? std::nullopt : mapSealedFile(file.descriptor, head.size);
    if (!mapped) return Received::Bad;
    message.body = std::move(*mapped);
    return Received::Message;
}

void Channel::wake() {
    uint64_t one = 1;
    [[maybe_unused]] ssize_t written = write(m_wake, &one, sizeof one);
}

}
