#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the answers of `memtape state --why` and `--by-line` at the end of programs to CPython 3.13's own: sys.getrefcount, gc.get_referrers, tracemalloc.

usage: oracle.py MEMTAPE [--python PYTHON3.13] [--keep] PROGRAM.py...
With --python CPython is asked, and --keep writes its answers to answers.json beside this file; without, the kept answers are taken."""
import argparse
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ANSWERS = os.path.join(HERE, "answers.json")
# Types whose holders CPython's collector knows, and whose objects tracemalloc follows one by one.
CONTAINERS = {"list", "dict", "set", "deque", "defaultdict", "OrderedDict"}
COUNTED = CONTAINERS | {"float"}

# Runs in CPython: what it says of the globals of a program that has ended, and which lines made what is alive.
ASK = r'''
import gc, json, sys, tracemalloc
path, containers, counted = sys.argv[1], set(json.loads(sys.argv[2])), set(json.loads(sys.argv[3]))
code = compile(open(path, encoding="utf-8").read(), path, "exec")
import io, contextlib
printed = io.StringIO()
gc.collect()
gc.freeze()
names = {"__name__": "__main__", "__builtins__": __builtins__}
gc.disable()
tracemalloc.start(50)
sys.argv = [path]
with contextlib.redirect_stdout(printed):
    exec(code, names)
own = lambda o: type(o).__module__ == "__main__"
answer = {"counts": {}, "referrers": {}, "lines": {}}
# texts and modules may be shared with whatever else the process has loaded
shown = [name for name in names if not name.startswith("__") and not isinstance(names[name], (str, type(gc)))]
for name in shown:
    count = sys.getrefcount(names[name])
    answer["counts"][name] = count if count >= 4294967295 else count - 1
seen, pending = {}, [names]
pending += [o for o in gc.get_objects() if own(o) or type(o).__name__ in containers]
while pending:
    o = pending.pop()
    if id(o) in seen or o is seen or o is pending or o is shown or o is answer or isinstance(o, type(code)):
        continue
    seen[id(o)] = o
    if own(o) or type(o).__name__ in counted:
        trace = tracemalloc.get_object_traceback(o)
        # what the library makes on a line's behalf is that line's
        line = next((frame.lineno for frame in reversed(trace or ()) if frame.filename == path), None)
        if line:
            key = f"{line} {type(o).__name__}"
            answer["lines"][key] = answer["lines"].get(key, 0) + 1
    pending += gc.get_referents(o)
# gc.get_referrers leaves out what the collector does not watch: those are found by what they refer to
holders = [o for o in seen.values() if (type(o).__name__ in containers or own(o)) and o is not globals()]
for name in shown:
    value = names[name]
    if isinstance(value, (type, type(gc), type(own))) or sys.getrefcount(value) >= 4294967295:
        continue
    found = [o for o in holders if any(to is value for to in gc.get_referents(o))]
    watched = {id(o) for o in gc.get_referrers(value) if (type(o).__name__ in containers or own(o)) and id(o) in seen and o is not globals()}
    assert watched <= {id(o) for o in found}, name
    kinds = {}
    for o in found:
        kinds[type(o).__name__] = kinds.get(type(o).__name__, 0) + 1
    answer["referrers"][name] = kinds
print(json.dumps(answer))
'''


def ask_cpython(python, program):
    out = subprocess.run([python, "-c", ASK, program, json.dumps(sorted(CONTAINERS)), json.dumps(sorted(COUNTED))], capture_output=True, text=True,
                         env=dict(os.environ, PYTHONHASHSEED="0", PYTHONDONTWRITEBYTECODE="1"), cwd=os.path.dirname(program))
    if out.returncode:
        sys.exit(f"{program}: {out.stderr}")
    return json.loads(out.stdout)


def ask_memtape(memtape, program, names):
    def run(*words):
        out = subprocess.run([memtape, *words], capture_output=True, text=True)
        if out.returncode:
            sys.exit(f"{program}: {out.stderr}")
        return json.loads(out.stdout)

    tape = os.path.join("/tmp", f"memtape-oracle-{os.getpid()}.tape")
    subprocess.run([memtape, "record", "-o", tape, program], capture_output=True, check=True)
    try:
        last = str(run("info", tape, "--json")["steps"] - 1)
        answer = {"counts": {}, "referrers": {}, "lines": {}}
        classes = set()
        for name in names:
            why = run("state", tape, "--step", last, "--why", name, "--json")
            answer["counts"][name] = why["refcount"]
            if why["type"] == "type":
                classes.add(why["title"].rsplit(" ", 1)[-1])
            if why["type"] in ("type", "module", "function") or why["refcount"] == 4294967295:
                continue
            answer["referrers"][name] = {}
            for holder in {h["id"]: h for h in why["holders"] if "id" in h}.values():
                kinds = answer["referrers"][name]
                kinds[holder["type"]] = kinds.get(holder["type"], 0) + 1
        for line in run("state", tape, "--step", last, "--by-line", "--json")["lines"]:
            for kind, share in line["types"].items():
                if line["line"] and "file" not in line:
                    answer["lines"][f"{line['line']} {kind}"] = share["objects"]
        return answer, classes
    finally:
        os.remove(tape)


def differences(wanted, got, classes):
    shown = CONTAINERS | classes
    for name, count in wanted["counts"].items():
        if got["counts"].get(name) != count:
            yield f"count of {name}: {got['counts'].get(name)}, CPython has {count}"
    for name, kinds in wanted["referrers"].items():
        own = {k: n for k, n in got["referrers"].get(name, {}).items() if k in shown}
        if own != kinds:
            yield f"who refers to {name}: {own}, CPython has {kinds}"
    lines = {k: n for k, n in got["lines"].items() if k.split(" ", 1)[1] in COUNTED | classes}
    for key in sorted(set(lines) | set(wanted["lines"])):
        if lines.get(key, 0) != wanted["lines"].get(key, 0):
            yield f"line {key}: {lines.get(key, 0)}, CPython has {wanted['lines'].get(key, 0)}"


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("memtape")
    parser.add_argument("--python")
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("programs", nargs="+")
    options = parser.parse_args()
    kept = {}
    if not options.python:
        with open(ANSWERS, encoding="utf-8") as file:
            kept = json.load(file)
    failed = counts = 0
    for program in options.programs:
        program = os.path.abspath(program)
        name = os.path.basename(program)
        wanted = ask_cpython(options.python, program) if options.python else kept[name]
        kept[name] = wanted
        got, classes = ask_memtape(options.memtape, program, list(wanted["counts"]))
        found = list(differences(wanted, got, classes))
        for difference in found:
            print(f"{name}: {difference}")
        failed += bool(found)
        counts += len(wanted["counts"]) + len(wanted["referrers"]) + len(wanted["lines"])
    if options.keep:
        with open(ANSWERS, "w", encoding="utf-8") as file:
            json.dump(kept, file, indent=1, sort_keys=True)
            file.write("\n")
    print(f"{len(options.programs)} programs, {counts} answers, {failed} programs differ")
    return 1 if failed else 0


sys.exit(main())
