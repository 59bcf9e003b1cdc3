// SPDX-License-Identifier: GPL-3.0-or-later
// The instructions of a code object that a program puts together, and behind FF FF its exception table: refused, or run by the interpreter's rules.
#include "tests/fuzz/served_program.h"
#include "tests/fuzz/target.h"

void memtape::fuzz::tryInput(std::string_view bytes) {
    serve(
        "def base(a, b=2, *c, k=3, **o):\n"
        "    def inner(): return a, d\n"
        "    d = [a, 'text', 2.5, None, (1, 2), b'b', 7j, -1, ...]\n"
        "    x = y = z = d[k].attribute = a.append(1)\n"
        "    print(len(d), range(3), ValueError, undefined)\n"
        "    return inner\n"
        "first = base.__code__\n",
        "code, _, table = data.partition(b'\\xff\\xff')\n"
        "for flags in 0, 0x20, 0x80, 0x200:\n" // a function, a generator, a coroutine, an async generator
        "    try:\n"
        "        base.__code__ = first.replace(co_code=code, co_exceptiontable=table, co_stacksize=12, co_flags=first.co_flags | flags, co_linetable=b'')\n"
        "        result = base([1], k=2)\n"
        "        if flags: result.send(None), result.close()\n"
        "    except BaseException:\n"
        "        pass",
        bytes, Served::Recorded);
}
