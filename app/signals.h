// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Signals while a program runs: Ctrl-C raises KeyboardInterrupt in it, as in CPython; a request to end (SIGTERM, SIGHUP) stops it, and what was
// recorded until then is kept. Who insists (a third Ctrl-C, two seconds after a request to end) is served although the program does not answer.

namespace memtape {

class Session;

class SignalsToProgram {
public:
    explicit SignalsToProgram(Session& session);
    ~SignalsToProgram(); // from here on they are held back: the tape is being written
    bool areInsistent() const;
    SignalsToProgram(const SignalsToProgram&) = delete;
    SignalsToProgram& operator=(const SignalsToProgram&) = delete;
};

}
