#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times the questions of the command line: over a heap of a million objects, and over a run of ten million steps.

usage: questions.py MEMTAPE [--records N] [--rounds N] [--times N]

Each is the least of so many times; `open` is what opening the tape and going to the step takes by itself, which is in the others too."""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def seconds(times, *words):
    least = None
    for _ in range(times):
        begin = time.perf_counter()
        done = subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        took = time.perf_counter() - begin
        if done.returncode:
            sys.exit(f"{' '.join(words)}: {done.stderr}")
        least = took if least is None else min(least, took)
    return least


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("memtape")
    parser.add_argument("--records", type=int, default=330_000)
    parser.add_argument("--rounds", type=int, default=3_300_000)
    parser.add_argument("--times", type=int, default=3)
    options = parser.parse_args()
    memtape = options.memtape

    def record(program, argument, tape):
        subprocess.run([memtape, "record", "-o", tape, os.path.join(HERE, program), str(argument)], check=True)
        info = json.loads(subprocess.run([memtape, "info", tape, "--json"], capture_output=True, text=True, check=True).stdout)
        print(f"{program} {argument}: {info['steps']} steps, {info['events']} events, {info['peak_heap_objects']} objects")
        return info["steps"] - 1

    def row(name, *words):
        print(f"  {name:44} {seconds(options.times, memtape, *words):8.2f} s", flush=True)

    with tempfile.TemporaryDirectory() as folder:
        tape = os.path.join(folder, "heap.tape")
        last = str(record("heap.py", options.records, tape))
        state = ["state", tape, "--step", last]
        row("open (find the last line)", "find", tape, "line 30", "--limit", "1")
        for name, question in (("why", ["--why", "records[7]"]), ("garbage", ["--garbage"]), ("by line", ["--by-line"]),
                               ("by line, with growth", ["--by-line", "--growth"]), ("history", ["--history", "records[7]"])):
            row(name, *state, *question)
        row("compare with the step before", "compare", tape, "--step", str(int(last) - 1), tape, "--step", last)
        tape = os.path.join(folder, "loop.tape")
        record("loop.py", options.rounds, tape)
        row("play it once (info)", "info", tape)
        for expression in ("x == 3", "i == -1", "counter.value == 999 and i > 3200000", "len(items) > 5", "line 17", "output 'never'",
                           "exception", "made 139637976735744"):
            row("find " + expression, "find", tape, expression, "--limit", "1000")


main()
