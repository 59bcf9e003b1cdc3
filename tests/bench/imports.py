#!/usr/bin/env python3
"""What the start of a program and the import of a module cost, as a table: processor time against CPython's (the least of several runs, in turn), and how
many bytes a recording grows by.

    tests/bench/imports.py build/release/memtape PYTHON3.13 [--times 7] [-o tests/bench/imports.md] [NAME ...]
"""
import argparse
import os
import pathlib
import resource
import subprocess
import tempfile

# The most imported ones of teaching programs, roughly in that order.
NAMES = ("math random time sys os collections datetime json re functools itertools string copy typing dataclasses enum unittest asyncio threading "
         "pathlib decimal statistics heapq csv logging").split()


def seconds(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("memtape")
    parser.add_argument("python")
    parser.add_argument("--times", type=int, default=7)
    parser.add_argument("-o", metavar="OUT", type=pathlib.Path)
    parser.add_argument("names", nargs="*", metavar="NAME")
    options = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        program, tape = os.path.join(folder, "program.py"), os.path.join(folder, "program.tape")

        def measured(text):
            pathlib.Path(program).write_text(text, encoding="utf-8")
            runs = [(seconds([options.memtape, "run", program]), seconds([options.python, "-I", program])) for _ in range(options.times)]
            subprocess.run([options.memtape, "record", "-o", tape, program], check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
            return min(ours for ours, _ in runs), min(theirs for _, theirs in runs), os.path.getsize(tape)

        empty = measured("")
        rows.append(("an empty program", *empty))
        for name in options.names or NAMES:
            ours, theirs, size = measured(f"import {name}\n")
            rows.append((f"import {name}", ours, theirs, size - empty[2]))
    table = ["| | Memtape, ms | CPython, ms | ratio | bytes of the recording |", "|---|---|---|---|---|"]
    for what, ours, theirs, size in rows:
        table.append(f"| {what} | {1000 * ours:.0f} | {1000 * theirs:.0f} | {ours / theirs:.2f} | {size} |")
    print("\n".join(table))
    if options.o:
        options.o.write_text("# What an import costs\n\nProcessor time of the whole process, start included; bytes of a recording beyond those of an empty program's. By\n"
                             f"`tests/bench/imports.py {options.memtape} …`.\n\n" + "\n".join(table) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
