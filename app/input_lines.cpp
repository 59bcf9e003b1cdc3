// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/input_lines.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>

#include "core/host/files.h"

namespace memtape {

InputLines::~InputLines() {
    if (m_descriptor > 0) ::close(m_descriptor);
}

int InputLines::open(const std::string& path) { return path.empty() ? 0 : hostOpenNamed(path, m_descriptor); }

std::optional<std::string> InputLines::next() {
    constexpr int patience = 50; // milliseconds
    for (;;) {
        size_t end = m_read.find('\n', m_searched);
        if (end == std::string::npos && m_ended) {
            if (m_read.empty()) return std::nullopt;
            end = m_read.size() - 1;
        }
        if (end != std::string::npos) {
            std::string line = m_read.substr(0, end + 1);
            m_read.erase(0, end + 1);
            m_searched = 0;
            return line;
        }
        m_searched = m_read.size();
        pollfd wait{m_descriptor, POLLIN, 0};
        if (::poll(&wait, 1, patience) <= 0) return std::string();
        char buffer[65536];
        ssize_t got = ::read(m_descriptor, buffer, sizeof buffer);
        if (got < 0 && errno == EINTR) return std::string();
        if (got <= 0) m_ended = true;
        else m_read.append(buffer, static_cast<size_t>(got));
    }
}

}
