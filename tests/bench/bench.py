#!/usr/bin/env python3
"""Times Memtape against CPython 3.13 on the programs beside: bench.py MEMTAPE [PYTHON3.13] [--rounds N] [PROGRAM...]

Each round runs, in turn, CPython, `memtape run` and `memtape record` (tape saved). Figures are medians over the rounds, without the time of an
empty program (start-up, printed apart), as ratios to CPython: elapsed time, and processor time in brackets. Recording compresses in a
second thread, so its processor time is more than its elapsed time where a second core is free. Prints a Markdown table: the README keeps the last one."""
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

here = os.path.dirname(os.path.abspath(__file__))


def seconds(command):
    """(elapsed, processor) of one run"""
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    elapsed, after = time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN)
    return elapsed, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main():
    arguments, rounds = sys.argv[1:], 3
    if "--rounds" in arguments:
        i = arguments.index("--rounds")
        rounds = int(arguments[i + 1])
        del arguments[i:i + 2]
    memtape = arguments.pop(0)
    python = arguments.pop(0) if arguments and "python" in arguments[0] else "python3.13"
    names = arguments or sorted(f[:-3] for f in os.listdir(os.path.join(here, "programs")) if f != "empty.py")
    build = subprocess.run([python, "-c", "import sys, sysconfig; print(sys.version.split()[0], sysconfig.get_config_var('CONFIG_ARGS'))"],
                           capture_output=True, text=True, check=True).stdout
    print("against CPython", build.split()[0], "optimised (PGO)" if "enable-optimizations" in build else "plain build, no PGO")
    tape = os.path.join(tempfile.mkdtemp(), "bench.tape")

    def times(name):
        path = os.path.join(here, "programs", name + ".py")
        ways = {"cpython": [python, path], "run": [memtape, "run", path], "record": [memtape, "record", "-o", tape, path]}
        found = {way: [] for way in ways}
        for _ in range(rounds):
            for way, command in ways.items():
                found[way].append(seconds(command))
        return {way: [statistics.median(column) for column in zip(*values)] for way, values in found.items()}

    start = times("empty")
    print("start-up, ms: " + ", ".join(f"{way} {start[way][0] * 1000:.0f}" for way in start))
    print()
    print("| program | CPython, s | run | record | events | bytes an event |")
    print("|---|---|---|---|---|---|")
    ratios = {(way, kind): [] for way in ("run", "record") for kind in (0, 1)}
    sizes = []

    def shown(way):
        return f"{ratios[way, 0][-1]:.2f} ({ratios[way, 1][-1]:.2f})"

    for name in names:
        measured = times(name)
        net = {way: [measured[way][kind] - start[way][kind] for kind in (0, 1)] for way in measured}
        for way, kind in ratios:
            ratios[way, kind].append(net[way][kind] / net["cpython"][kind])
        info = json.loads(subprocess.run([memtape, "info", "--json", tape], capture_output=True, text=True, check=True).stdout)
        sizes.append(info["tape_bytes"] / max(1, info["events"]))
        print(f"| {name} | {net['cpython'][0]:.2f} | {shown('run')} | {shown('record')} | {info['events'] / 1e6:.0f} million | {sizes[-1]:.2f} |", flush=True)
    means = {key: statistics.geometric_mean(values) for key, values in ratios.items()}
    print(f"| geometric mean | | {means['run', 0]:.2f} ({means['run', 1]:.2f}) | {means['record', 0]:.2f} ({means['record', 1]:.2f}) | | "
          f"{statistics.geometric_mean(sizes):.2f} |")


main()
