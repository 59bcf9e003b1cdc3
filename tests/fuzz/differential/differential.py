#!/usr/bin/env python3
"""Random programs, run by Memtape and by CPython 3.13: differential.py MEMTAPE --python PYTHON3.13 [COUNT] [--seed N] [--states EVERY] [--keep DIR]

Output, messages and exit status of each are to be the same, run and recorded in turn, and of each fourth in one stream, where their order is seen; of each
EVERY-th program every state, too. What differs is made as short as it can be while it differs, and written to DIR. The exit status is 1 if there was such a
program."""
import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import program_grammar

PROGRAMS = pathlib.Path(__file__).resolve().parents[2] / "programs"
ADDRESS = re.compile(rb"0x[0-9a-f]{6,}")
LONG = 20  # seconds


def ran(command, folder, as_one=False):
    """Output, messages and exit status; None where it takes too long. As one: messages among the output, as they are written."""
    # Hashes of texts are Memtape's where there is no seed; CPython keeps output back that goes to no terminal.
    env = {**os.environ, "PYTHONHASHSEED": "0", **({"PYTHONUNBUFFERED": "1"} if as_one else {})}
    try:
        done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT if as_one else subprocess.PIPE, stdin=subprocess.DEVNULL,
                              timeout=LONG, env=env)
    except subprocess.TimeoutExpired:
        return None
    return ADDRESS.sub(b"0x", done.stdout), ADDRESS.sub(b"0x", done.stderr or b""), done.returncode


class Comparison:
    def __init__(self, memtape, python, folder):
        self.memtape, self.python, self.folder = os.path.abspath(memtape), python, pathlib.Path(folder)

    def difference(self, text, how):
        """What differs, in a few words; None where nothing does."""
        (self.folder / "p.py").write_text(text, encoding="utf-8")
        if how == "states":
            return self.difference_of_states()
        wanted = ran([self.python, "p.py"], self.folder, how == "together")
        verb = ["record", "-o", "p.tape"] if how == "record" else ["run"]
        got = ran([self.memtape, *verb, "p.py"], self.folder, how == "together")
        if wanted is None or wanted[2] < 0:
            return None  # CPython's own trouble
        if got is None:
            return "it does not end"
        for part, name in enumerate(("output", "messages", "exit status")):
            if got[part] != wanted[part]:
                return name
        return None

    def difference_of_states(self):
        states = self.folder / "p.states"
        states.unlink(missing_ok=True)
        kept = subprocess.run([self.python, PROGRAMS / "keep_states.py", self.folder / "p.py"], capture_output=True, stdin=subprocess.DEVNULL)
        if kept.returncode or not states.exists():
            return None
        checked = subprocess.run([sys.executable, PROGRAMS / "check_states.py", self.memtape, self.folder / "p.py"], capture_output=True, text=True)
        return checked.stderr.split(":")[0].split("\n")[0] if checked.returncode else None

    def shortened(self, text, how):
        """Without the lines that are not needed: whole blocks first."""
        lines = text.splitlines()
        kind = re.sub(r"\d+", "", self.difference(text, how) or "")
        size = max(1, len(lines) // 2)
        while size:
            at = 0
            while at < len(lines):
                fewer = lines[:at] + lines[at + size:]
                said = self.difference("\n".join(fewer) + "\n", how)
                if said and re.sub(r"\d+", "", said) == kind:
                    lines = fewer
                else:
                    at += size
            size //= 2
        return "\n".join(lines) + "\n"


def main():
    words = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    words.add_argument("memtape")
    words.add_argument("count", type=int, nargs="?", default=1000)
    words.add_argument("--python", required=True)
    words.add_argument("--seed", type=int, default=0)
    words.add_argument("--states", type=int, default=0, metavar="EVERY")
    words.add_argument("--keep", type=pathlib.Path, default=pathlib.Path("differences"))
    given = words.parse_intermixed_args()  # the count may stand behind the options
    found = looked = 0
    with tempfile.TemporaryDirectory() as folder:
        comparison = Comparison(given.memtape, given.python, folder)
        for seed in range(given.seed, given.seed + given.count):
            text = program_grammar.program(seed)
            ways = ["record" if seed % 2 else "together" if seed % 4 else "run"] + (["states"] if given.states and seed % given.states == 0 else [])
            for how in ways:
                looked += 1
                # asked twice: where others use the machine, it may have been held up
                if comparison.difference(text, how) and (said := comparison.difference(text, how)):
                    found += 1
                    given.keep.mkdir(exist_ok=True)
                    (given.keep / f"{seed}-{how}.py").write_text(comparison.shortened(text, how), encoding="utf-8")
                    print(f"{seed}, {how}: {said}", flush=True)
            if (seed + 1 - given.seed) % 1000 == 0:
                print(f"{seed + 1 - given.seed} programs", file=sys.stderr, flush=True)
    print(f"{given.count} programs, {looked} comparisons, {found} differences")
    return 1 if found else 0


sys.exit(main())
