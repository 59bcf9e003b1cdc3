// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/channels.h"

#include <limits.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace memtape {

void (*hostChannelChanged)() = nullptr;
ChannelWait (*hostAwaitChannel)() = nullptr;

namespace {

void changed() {
    if (hostChannelChanged) hostChannelChanged();
}

// What goes one way.
struct OneWay {
    static constexpr size_t capacity = 65536;
    std::string bytes;
    bool hasReader = true, hasWriter = true;

    int read(char* data, size_t size, size_t& got) {
        got = std::min(size, bytes.size());
        std::memcpy(data, bytes.data(), got);
        bytes.erase(0, got);
        if (got) changed();
        return got == 0 && size > 0 && hasWriter ? EAGAIN : 0;
    }
    int write(std::string_view text, size_t& written) {
        if (!hasReader) return EPIPE;
        written = std::min(text.size(), room());
        bytes.append(text.substr(0, written));
        if (written) changed();
        return written == 0 && !text.empty() ? EAGAIN : 0;
    }
    void dropReader() {
        hasReader = false;
        changed();
    }
    void dropWriter() {
        hasWriter = false;
        changed();
    }
    size_t room() const { return capacity - bytes.size(); }
};

class PipeEnd final : public OpenFile {
public:
    PipeEnd(std::shared_ptr<OneWay> content, bool writes) : m_content(std::move(content)), m_writes(writes) {}
    ~PipeEnd() override { m_writes ? m_content->dropWriter() : m_content->dropReader(); }
    int read(char* data, size_t size, size_t& got) override { return m_writes ? EBADF : m_content->read(data, size, got); }
    // What is no longer than PIPE_BUF goes in whole or not at all.
    int write(std::string_view bytes, size_t& written) override {
        if (!m_writes) return EBADF;
        if (m_content->hasReader && bytes.size() <= PIPE_BUF && bytes.size() > m_content->room()) return EAGAIN;
        return m_content->write(bytes, written);
    }
    int status(FileStatus& status) override {
        status.mode = S_IFIFO | 0600;
        return 0;
    }
    int pollBits() const override {
        if (m_writes) return (m_content->room() >= PIPE_BUF ? POLLOUT : 0) | (m_content->hasReader ? 0 : POLLERR);
        return (m_content->bytes.empty() ? 0 : POLLIN) | (m_content->hasWriter ? 0 : POLLHUP);
    }
    bool isChannel() const override { return true; }

private:
    std::shared_ptr<OneWay> m_content;
    bool m_writes;
};

class SocketEnd final : public OpenFile {
public:
    SocketEnd(std::shared_ptr<OneWay> in, std::shared_ptr<OneWay> out) : m_in(std::move(in)), m_out(std::move(out)) {}
    ~SocketEnd() override { shutDown(SHUT_RDWR); }
    int read(char* data, size_t size, size_t& got) override { return m_in->read(data, size, got); }
    int write(std::string_view bytes, size_t& written) override { return m_out->hasWriter ? m_out->write(bytes, written) : EPIPE; }
    int status(FileStatus& status) override {
        status.mode = S_IFSOCK | 0777;
        return 0;
    }
    int pollBits() const override {
        bool isOver = !m_in->hasWriter, isLeft = !m_out->hasReader;
        return (!m_in->bytes.empty() || isOver ? POLLIN : 0) | (m_out->room() > 0 || isLeft ? POLLOUT : 0) | (isOver && isLeft ? POLLHUP : 0);
    }
    bool isChannel() const override { return true; }
    int shutDown(int how) override {
        if (how != SHUT_WR) m_in->dropReader();
        if (how != SHUT_RD) m_out->dropWriter();
        return 0;
    }
    int peek(size_t size, std::string& bytes) override {
        bytes = m_in->bytes.substr(0, size);
        return bytes.empty() && m_in->hasWriter ? EAGAIN : 0;
    }

private:
    std::shared_ptr<OneWay> m_in, m_out;
};

class Reserved final : public OpenFile {
public:
    int status(FileStatus& status) override {
        status.mode = 0600;
        return 0;
    }
};

}

void makePipe(std::shared_ptr<OpenFile>& out, std::shared_ptr<OpenFile>& in) {
    auto content = std::make_shared<OneWay>();
    out = std::make_shared<PipeEnd>(content, false);
    in = std::make_shared<PipeEnd>(content, true);
}

void makeSocketPair(std::shared_ptr<OpenFile>& one, std::shared_ptr<OpenFile>& other) {
    auto there = std::make_shared<OneWay>(), back = std::make_shared<OneWay>();
    one = std::make_shared<SocketEnd>(back, there);
    other = std::make_shared<SocketEnd>(there, back);
}

std::shared_ptr<OpenFile> openReserved() { return std::make_shared<Reserved>(); }

}
