// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/clock.h"
#include "core/host/host.h"
#include "core/host/streams.h"
#include "tests/support/catch.h"

using namespace memtape;

namespace {

int asked;

// Allows three waits.
bool mayWaitThrice() { return ++asked <= 3; }

struct Run {
    Run() {
        asked = 0;
        host = Host();
        host.mayWait = mayWaitThrice;
    }
    ~Run() { host = Host(); }
};

}

TEST_CASE("a sleep ends when it may not go on", "[host]") {
    Run run;
    REQUIRE_FALSE(hostSleep(1000));
    REQUIRE(asked == 4);
}

TEST_CASE("a short sleep ends by itself", "[host]") {
    Run run;
    REQUIRE(hostSleep(0));
    host.mayWait = nullptr;
    REQUIRE(hostSleep(0.001));
}

TEST_CASE("waiting for a line ends when it may not go on", "[host]") {
    Run run;
    host.readLine = [](void*, std::string&) { return true; }; // none yet
    std::string line;
    REQUIRE_FALSE(hostReadLine(line));
    REQUIRE(asked == 4);
}

TEST_CASE("lines come until the input ends", "[host]") {
    Run run;
    host.readLine = [](void*, std::string& line) {
        if (asked > 1) return false;
        line = "a line\n";
        return true;
    };
    std::string line;
    REQUIRE(hostReadLine(line));
    REQUIRE(line == "a line\n");
    REQUIRE_FALSE(hostReadLine(line));
    REQUIRE(line.empty());
}
