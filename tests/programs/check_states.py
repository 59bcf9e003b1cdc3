#!/usr/bin/env python3
"""Holds Memtape's states of a program against those kept from CPython 3.13: check_states.py MEMTAPE PROGRAM.py

PROGRAM.states (made by keep_states.py) has a line for each step; the last line may say from where on CPython was not asked."""
import json
import os
import subprocess
import sys

from canonical_state import canonical_text, summary


def main():
    memtape, program = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    base = program[:-len(".py")]
    with open(base + ".states", encoding="utf-8") as kept:
        wanted = kept.read().splitlines()
    open_end = bool(wanted) and wanted[-1].startswith("-- ")
    if open_end:
        wanted.pop()
    given = base + ".in"
    command = [memtape, "state", "--all", "--json", "--max-steps", str(len(wanted) + 1), os.path.basename(program)]
    run = subprocess.run(command, cwd=os.path.dirname(program), stdin=open(given, "rb") if os.path.exists(given) else subprocess.DEVNULL,
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    states = [json.loads(line) for line in run.stdout.decode("utf-8").splitlines()]
    for step, want in enumerate(wanted):
        if step >= len(states):
            sys.exit(f"Memtape has {len(states)} steps, CPython {len(wanted)}\n{run.stderr.decode('utf-8', 'replace')}")
        if (got := summary(states[step])) != want:
            sys.exit(f"step {step} differs from CPython's: {want}\nMemtape: {got}\n{canonical_text(states[step])}\n\n"
                     f"CPython 3.13's state: keep_states.py --show {step} {os.path.basename(program)}")
    if not open_end and len(states) > len(wanted):
        sys.exit(f"Memtape has more steps than CPython's {len(wanted)}")


main()
