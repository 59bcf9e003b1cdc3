// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/signals.h"

#include <signal.h>

#include <atomic>
#include <ctime>

#include "core/session/session.h"

namespace memtape {

namespace {

Session* session;
std::atomic<int> unnoticed;     // interrupts in a row that the program did not get to see
std::atomic<int64_t> stopAsked; // when, in nanoseconds; 0: not yet

int64_t now() {
    timespec t{};
    clock_gettime(CLOCK_MONOTONIC, &t);
    return static_cast<int64_t>(t.tv_sec) * 1'000'000'000 + t.tv_nsec;
}

void onSignal(int number) {
    if (number != SIGINT) {
        if (!stopAsked) stopAsked = now();
        return session->stop();
    }
    if (Session::interrupt()) unnoticed = 0;
    else ++unnoticed;
}

void handle(void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (int number : {SIGINT, SIGTERM, SIGHUP}) sigaction(number, &action, nullptr);
}

}

SignalsToProgram::SignalsToProgram(Session& of) {
    session = &of;
    unnoticed = 0;
    stopAsked = 0;
    handle(onSignal);
}

// A program that hangs in one long operation sees none of them.
bool SignalsToProgram::areInsistent() const {
    constexpr int interrupts = 2;
    constexpr int64_t patience = 2'000'000'000;
    return unnoticed >= interrupts || (stopAsked && now() - stopAsked > patience);
}

SignalsToProgram::~SignalsToProgram() { handle(SIG_IGN); }

}
