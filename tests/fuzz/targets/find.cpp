// SPDX-License-Identifier: GPL-3.0-or-later
// What is looked for in a run: an expression, held against a small one.
#include "core/replay/find/find.h"
#include "core/tape/tape.h"
#include "tests/fuzz/run_program.h"
#include "tests/fuzz/target.h"

void memtape::fuzz::tryInput(std::string_view bytes) {
    static const auto tape =
        recordProgram("class Node:\n    def __init__(self, x):\n        self.x = x\n        self.next = None\n"
                      "head = Node(1)\nhead.next = Node('two')\nxs = [1, 2.5, {'a': head}]\nfor i in range(3):\n    xs.append(i)\n"
                      "try:\n    1 / 0\nexcept ZeroDivisionError:\n    print('caught')\ndel head\n");
    FindExpression expression;
    if (!parseFind(bytes, expression).sentence.empty()) return;
    find(tape, expression, [](const Found&, const Reading&) { return true; });
}
