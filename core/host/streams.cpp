// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/streams.h"

#include "core/events/recorder.h"
#include "core/host/host.h"

namespace memtape {

Host host;

void publishBeforeWait() {
    if (recorder && host.followed) recorder->publish();
}

void hostWrite(OutputStream stream, std::string_view bytes) {
    if (bytes.empty()) return;
    if (recorder) recorder->output(stream, bytes);
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
