#!/usr/bin/env python3.13
"""Keeps CPython 3.13's states of test programs: keep_states.py PROGRAM.py... writes PROGRAM.states beside each, a line a step.

keep_states.py --show STEP PROGRAM.py prints the whole state at a step instead."""
import json
import os
import subprocess
import sys

from canonical_state import canonical_text, summary

MOST_STEPS = 2000


def states_of(program, most_steps=MOST_STEPS):
    """The states, and a line that says why they are not all, or an empty one."""
    folder, name = os.path.split(os.path.abspath(program))
    given = os.path.join(folder, name.removesuffix(".py") + ".in")
    tracer = os.path.join(os.path.dirname(os.path.abspath(__file__)), "trace_states.py")
    run = subprocess.run([sys.executable, tracer, name, str(most_steps)], cwd=folder, capture_output=True, text=True, encoding="utf-8",
                         stdin=open(given) if os.path.exists(given) else subprocess.DEVNULL,
                         env={**os.environ, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}, timeout=600)
    states = [json.loads(line) for line in run.stdout.splitlines() if line.startswith("{")]
    note = next((line for line in run.stdout.splitlines() if line.startswith("-- ")), "")
    if run.returncode < 0:
        note = f"-- CPython itself ends here by signal {-run.returncode}, while the trace function reads a frame"
    elif run.returncode:
        sys.exit(f"{program}: {run.stderr}")
    return states, note


def main():
    if sys.argv[1] == "--show":
        states, note = states_of(sys.argv[3], int(sys.argv[2]) + 1)
        print(summary(states[-1]), canonical_text(states[-1]), sep="\n")
        return
    for program in sys.argv[1:]:
        states, note = states_of(program)
        with open(program.removesuffix(".py") + ".states", "w", encoding="utf-8") as kept:
            kept.writelines(summary(state) + "\n" for state in states)
            if note:
                kept.write(note + "\n")


main()
