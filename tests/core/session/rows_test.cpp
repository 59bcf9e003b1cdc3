// SPDX-License-Identifier: GPL-3.0-or-later
// What a program does again and again is a byte each time on its tape: a call, a return, a generator's turn, a name that is bound anew.
#include <algorithm>
#include <cstdint>
#include <string>

#include "core/events/encoding.h"
#include "core/languages/languages.h"
#include "core/session/session.h"
#include "core/tape/tape.h"
#include "tests/support/catch.h"

using namespace memtape;

namespace {

[[maybe_unused]] const bool haveLanguages = (registerLanguages(), true); // before any test

// How often one of so many bytes is on the tape.
uint64_t rows(const Tape& tape, uint8_t first, unsigned count) {
    uint64_t found = 0;
    for (size_t i = 0; i < tape.chunkCount(); ++i) {
        const auto chunk = tape.chunk(i);
        const uint8_t* ops = chunk->stream(Stream::Ops);
        found += static_cast<uint64_t>(
            std::count_if(ops, ops + chunk->size(Stream::Ops), [=](uint8_t code) { return code >= first && code < first + count; }));
    }
    return found;
}

}

TEST_CASE("what follows from a call, a return and a turn of a generator has no bytes of its own", "[events]") {
    RunOptions options;
    options.file = "/p.py";
    options.source = "def add(a, b):\n"
                     "    return a + b\n"
                     "class Point:\n"
                     "    def __init__(self, x):\n"
                     "        self.x = x\n"
                     "def count(n):\n"
                     "    for i in range(n):\n"
                     "        yield i\n"
                     "def main():\n"
                     "    total = 0\n"
                     "    for i in range(1000):\n"
                     "        total = add(total, i)\n"
                     "    for i in range(1000):\n"
                     "        p = Point(i)\n"
                     "    for i in count(1000):\n"
                     "        total += i\n"
                     "    return sum(count(1000))\n"
                     "main()\n";
    Session session;
    session.run(options);
    const Tape& tape = *session.tape();
    CHECK(rows(tape, op::CallRow, 4) >= 1980);
    CHECK(rows(tape, op::ReturnRow, 2) >= 1980);
    CHECK(rows(tape, op::ResumeRow, 2) >= 1980);
    CHECK(rows(tape, op::YieldRow, 4) >= 1980);
    CHECK(rows(tape, op::ReplaceRow, 8) >= 1400);
}
