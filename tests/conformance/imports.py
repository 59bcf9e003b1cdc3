#!/usr/bin/env python3
"""Imports every top-level module of the library with Memtape and with CPython 3.13, and writes what differs as a table.

    imports.py build/release/memtape --python PYTHON3.13 [-o tests/conformance/imports.md] [NAME ...]
"""
import argparse
import concurrent.futures
import json
import pathlib
import subprocess
import sys

PROBE = pathlib.Path(__file__).with_name("probe_import.py")
OF_FILES = {"__file__", "__cached__"}  # which modules lie in files of their own is another matter


def found_by(command, name):
    run = subprocess.run([*command, PROBE, name], stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", timeout=120)
    lines = [line for line in run.stdout.splitlines() if line.startswith("{")]
    return json.loads(lines[-1]) if lines else {"error": f"exit status {run.returncode}", "text": run.stderr.strip()[-200:]}


def words(found):
    return found.get("error", "imported")


def compare(name, memtape, python):
    ours, theirs = found_by([memtape, "run"], name), found_by([python, "-I"], name)
    if "names" in ours and "names" in theirs:
        have, want = set(ours["names"]) - OF_FILES, set(theirs["names"]) - OF_FILES
        return name, words(theirs), words(ours), sorted(want - have), sorted(have - want)
    return name, words(theirs), words(ours), [], []


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("memtape")
    parser.add_argument("--python", required=True)
    parser.add_argument("-o", metavar="OUT", type=pathlib.Path)
    parser.add_argument("names", nargs="*", metavar="NAME")
    options = parser.parse_args()
    listed = subprocess.run([options.python, "-Ic", "import sys; print(*sys.stdlib_module_names)"], capture_output=True, text=True, check=True)
    names = options.names or sorted(listed.stdout.split())
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        rows = list(pool.map(lambda name: compare(name, options.memtape, options.python), names))
    same = sum(theirs == ours for _, theirs, ours, _, _ in rows)
    lacking = sum(bool(missing) for _, _, _, missing, _ in rows)
    absent = sum(len(missing) for _, _, _, missing, _ in rows)
    print(f"{same} of {len(rows)} modules come to the same; {lacking} lack names, {absent} in all")
    table = ["| module | CPython | Memtape | names that are missing | names that CPython has not |", "|---|---|---|---|---|"]
    for name, theirs, ours, missing, added in rows:
        if theirs != ours or missing or added:
            table.append(f"| {name} | {theirs} | {ours} | {' '.join(missing)} | {' '.join(added)} |")
    if options.o:
        head = (f"# Imports\n\nEvery top-level module of CPython 3.13's library (`sys.stdlib_module_names`), imported by Memtape and by CPython: {same} of {len(rows)} "
                f"come to the same,\nthe module or the same type of exception; {lacking} lack names, {absent} in all. Below are those that do not, and those in which names differ\n"
                "(`dir()`; CPython's is 3.13.0 here, the library that of 3.13.5, which is why some have more). Of what is missing, `…CAPI` and `__map_…` are for C code;\n"
                "`_interp…` need interpreters beside this one, tkinter and what stands on it a display; `_asyncio`, `_elementtree` and `_zoneinfo` are served by the library's\n"
                "own Python forms; ensurepip and idlelib are packages of their own in Debian.\n\n    tests/conformance/imports.py build/release/memtape --python PYTHON3.13 -o tests/conformance/imports.md\n\n")
        options.o.write_text(head + "\n".join(table) + "\n", encoding="utf-8")
    else:
        print("\n".join(table))
    return 0


if __name__ == "__main__":
    sys.exit(main())
