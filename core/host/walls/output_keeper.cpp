// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/walls/output_keeper.h"

#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "core/base/file_to_be.h"

namespace memtape {

namespace {

enum What : int32_t { Put, Keep, Drop };
struct Request {
    int32_t what;
    uint64_t number, count;
};

// One message, with an open file where there is one. False: the other side is gone.
bool send(int socket, const Request& request, int content) {
    iovec bytes{const_cast<Request*>(&request), sizeof request};
    alignas(cmsghdr) char room[CMSG_SPACE(sizeof(int))] = {};
    msghdr message{};
    message.msg_iov = &bytes;
    message.msg_iovlen = 1;
    if (content >= 0) {
        message.msg_control = room;
        message.msg_controllen = sizeof room;
        cmsghdr* head = CMSG_FIRSTHDR(&message);
        head->cmsg_level = SOL_SOCKET;
        head->cmsg_type = SCM_RIGHTS;
        head->cmsg_len = CMSG_LEN(sizeof content);
        std::memcpy(CMSG_DATA(head), &content, sizeof content);
    }
    ssize_t sent = -1;
    do sent = sendmsg(socket, &message, MSG_NOSIGNAL);
    while (sent < 0 && errno == EINTR);
    return sent == sizeof request;
}

bool receive(int socket, Request& request, int& content) {
    iovec bytes{&request, sizeof request};
    alignas(cmsghdr) char room[CMSG_SPACE(sizeof(int))] = {};
    msghdr message{};
    message.msg_iov = &bytes;
    message.msg_iovlen = 1;
    message.msg_control = room;
    message.msg_controllen = CMSG_LEN(sizeof(int)); // one file: a second would stay open unseen
    ssize_t got = -1;
    do got = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    while (got < 0 && errno == EINTR);
    content = -1;
    if (const cmsghdr* head = CMSG_FIRSTHDR(&message); got > 0 && head && head->cmsg_level == SOL_SOCKET && head->cmsg_type == SCM_RIGHTS)
        std::memcpy(&content, CMSG_DATA(head), sizeof content);
    return got == sizeof request;
}

// ---- the keeper's side

// A link that a person has laid to where the file is to be stays a link.
std::string whereLinksLead(const std::string& path) {
    char buffer[PATH_MAX];
    return realpath(path.c_str(), buffer) ? buffer : path;
}

int putContent(int content, const std::string& path) {
    FileToBe file;
    if (int failed = file.open(whereLinksLead(path))) return failed;
    char buffer[65536];
    off_t at = 0;
    for (;;) {
        const ssize_t got = pread(content, buffer, sizeof buffer, at);
        if (got == 0) return file.putInPlace();
        if (got < 0 && errno != EINTR) return errno;
        if (got < 0) continue;
        if (std::fwrite(buffer, 1, static_cast<size_t>(got), file.stream()) != static_cast<size_t>(got)) return errno ? errno : EIO;
        at += got;
    }
}

int perform(const Request& request, int content, const OutputNames& names) {
    if (request.what == Put)
        return content < 0 || request.number >= request.count ? EINVAL : putContent(content, names.finished(request.number, request.count));
    if (names.unfinished.empty()) return EINVAL;
    const bool done =
        request.what == Keep ? std::rename(names.unfinished.c_str(), names.finished(0, 1).c_str()) == 0 : std::remove(names.unfinished.c_str()) == 0;
    return done ? 0 : errno;
}

[[noreturn]] void serve(int socket, const OutputNames& names) {
    for (int number : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE, SIGXFSZ})
        signal(number, SIG_IGN); // they are for the other process, and its end is for this one
    prctl(PR_SET_NAME, "memtape-output");
    const int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    for (int stream : {0, 1, 2}) dup2(nothing, stream); // who reads the program's output is not to wait for this process
    if (socket > 3) close_range(3, static_cast<unsigned>(socket - 1), 0);
    close_range(static_cast<unsigned>(socket + 1), UINT_MAX, 0);
    Request request{};
    int content = -1;
    while (receive(socket, request, content)) {
        const int32_t failed = perform(request, content, names);
        if (content >= 0) close(content);
        if (::send(socket, &failed, sizeof failed, MSG_NOSIGNAL) < 0) break;
    }
    _exit(0);
}

// The content in a file without a name. −1: errno says why.
int nameless(std::string_view content) {
    const int file = memfd_create("output", MFD_CLOEXEC);
    while (file >= 0 && !content.empty()) {
        const ssize_t written = write(file, content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) {
            const int failed = errno;
            close(file);
            errno = failed;
            return -1;
        }
        content.remove_prefix(static_cast<size_t>(written));
    }
    return file;
}

}

OutputKeeper::~OutputKeeper() {
    if (m_socket >= 0) close(m_socket);
}

int OutputKeeper::start(const OutputNames& names) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) return errno;
    const pid_t keeper = fork();
    if (keeper == 0) serve(ends[1], names);
    const int failed = errno;
    close(ends[1]);
    m_socket = ends[0];
    return keeper < 0 ? failed : 0;
}

int OutputKeeper::ask(int what, uint64_t number, uint64_t count, int content) {
    if (!send(m_socket, {what, number, count}, content)) return EIO;
    int32_t failed = EIO;
    ssize_t got = -1;
    do got = recv(m_socket, &failed, sizeof failed, 0);
    while (got < 0 && errno == EINTR);
    return got == sizeof failed ? failed : EIO;
}

int OutputKeeper::put(uint64_t number, uint64_t count, std::string_view content) {
    const int file = nameless(content);
    if (file < 0) return errno;
    const int failed = ask(Put, number, count, file);
    close(file);
    return failed;
}

int OutputKeeper::keep() { return ask(Keep, 0, 1, -1); }
int OutputKeeper::drop() { return ask(Drop, 0, 1, -1); }

}
