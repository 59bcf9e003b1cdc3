// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/streams.h"

#include "core/events/recorder.h"
#include "core/host/host.h"

namespace memtape {

Host host;

void publishBeforeWait() {
    if (recorder && host.followed) recorder->publish();
}

namespace {

// What is still to be recorded of an output: not half a character.
std::string_view withinLimit(std::string_view bytes) {
    const uint64_t room = host.outputLimit - host.outputBytes;
    if (bytes.size() > room) {
        size_t end = static_cast<size_t>(room);
        while (end > 0 && (static_cast<unsigned char>(bytes[end]) & 0xC0) == 0x80) --end;
        bytes = bytes.substr(0, end);
        host.outputIsFull = true;
        if (host.noteLimit) host.noteLimit(HostLimit::Output);
    }
    host.outputBytes += bytes.size();
    return bytes;
}

}

void hostWrite(OutputStream stream, std::string_view bytes) {
    if (bytes.empty()) return;
    if (recorder) recorder->output(stream, withinLimit(bytes));
    if (host.output) host.output(host.context, stream, bytes.data(), bytes.size());
}

bool hostReadLine(std::string& line) {
    line.clear();
    if (!host.readLine || host.inputEnded) return false;
    publishBeforeWait();
    do {
        if (!hostMayWait()) return false;
        if (!host.readLine(host.context, line)) {
            hostMayWait(); // whoever waited may have given up because of it
            return false;
        }
    } while (line.empty());
    if (recorder) recorder->input(line);
    return true;
}

}
