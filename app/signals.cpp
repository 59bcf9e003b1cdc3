// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/signals.h"

#include <signal.h>
#include <unistd.h>

#include "core/session/session.h"

namespace memtape {

namespace {

Session* session;
int unnoticed; // interrupts in a row that the program did not get to see

void onSignal(int number) {
    if (number != SIGINT) return session->stop();
    // A program that hangs in one long operation sees none of them. Who asks a third time means it.
    constexpr int patience = 2;
    if (Session::interrupt()) unnoticed = 0;
    else if (++unnoticed >= patience) _exit(128 + SIGINT);
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
    handle(onSignal);
}

SignalsToProgram::~SignalsToProgram() { handle(SIG_IGN); }

}
