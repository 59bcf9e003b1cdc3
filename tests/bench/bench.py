#!/usr/bin/env python3
"""Times Memtape against CPython 3.13 on the programs beside: bench.py MEMTAPE [PYTHON3.13] [--rounds N] [PROGRAM...]

Each round runs, in turn, CPython, `memtape run` and `memtape record`; the figures are medians of user + system time without that of an empty
program (start-up, printed apart), as ratios to CPython in the same rounds."""
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile

here = os.path.dirname(os.path.abspath(__file__))


def cpu_seconds(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def geometric_mean(values):
    return statistics.geometric_mean(values) if values else float("nan")


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
                           capture_output=True, text=True).stdout
    print("against CPython", build.split()[0], "optimised (PGO)" if "enable-optimizations" in build else "plain build, no PGO")
    tape = os.path.join(tempfile.mkdtemp(), "bench.tape")

    def times(name):
        path = os.path.join(here, "programs", name + ".py")
        ways = {"cpython": [python, path], "run": [memtape, "run", path], "record": [memtape, "record", "-o", tape, path]}
        found = {way: [] for way in ways}
        for _ in range(rounds):
            for way, command in ways.items():
                found[way].append(cpu_seconds(command))
        return {way: statistics.median(values) for way, values in found.items()}

    start = times("empty")
    print(f"start-up, ms: CPython {start['cpython'] * 1000:.0f}, run {start['run'] * 1000:.0f}, record {start['record'] * 1000:.0f}")
    print(f"{'program':20} {'CPython s':>10} {'run':>6} {'record':>7} {'bytes/event in memory':>22} {'saved':>6} {'events':>11}")
    runs, records = [], []
    for name in names:
        t = {way: seconds - start[way] for way, seconds in times(name).items()}
        info = json.loads(subprocess.run([memtape, "info", "--json", tape], capture_output=True, text=True).stdout)
        run, record = t["run"] / t["cpython"], t["record"] / t["cpython"]
        runs.append(run)
        records.append(record)
        memory = info.get("tape_bytes_in_memory", 0) / max(1, info["events"])
        print(f"{name:20} {t['cpython']:10.2f} {run:6.2f} {record:7.2f} {memory:22.2f} {info['tape_bytes'] / max(1, info['events']):6.2f} {info['events']:11}")
    print(f"{'geometric mean':20} {'':10} {geometric_mean(runs):6.2f} {geometric_mean(records):7.2f}")


main()
