#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The arrows between folders as the linker sees them: no library uses a symbol of one that HACKING.md's table does not allow its folder.

usage: link_arrows.py NM HACKING.md FOLDER=LIBRARY...      --list prints the arrows instead."""
import collections
import re
import subprocess
import sys


def table(path):
    """Of each folder: the folders that it may use."""
    rows = {}
    for line in open(path, encoding="utf-8"):
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) < 4 or not re.match(r"(core|ui)/|app$", cells[1]):
            continue
        rows[cells[1]] = [word.strip() for word in cells[3].split(",") if word.strip()]
    return rows


def allowed(rows, folder, other):
    for word in rows[folder]:
        if word == "all" or (word == "all of core" and other.startswith("core/")):
            return True
        place = word if word.startswith("ui/") else "core/" + word
        if place.endswith("*") and other.startswith(place[:-1]):
            return True
        if place == other or re.sub(r"/[^/]*\.\w+$", "", place) == other:
            return True
    return False


def symbols(nm, library):
    """Those that it defines, and those that it wants of others."""
    defined, wanted = set(), set()
    out = subprocess.run([nm, "--extern-only", library], capture_output=True, text=True, check=True).stdout
    for line in out.splitlines():
        parts = line.split()
        if len(parts) == 2 and parts[0] in "Uwv":
            wanted.add(parts[1])
        elif len(parts) >= 3:
            defined.add(parts[-1])
    return defined, wanted - defined


def main(arguments):
    listing = "--list" in arguments
    nm, hacking, *pairs = [a for a in arguments if a != "--list"]
    rows = table(hacking)
    found = {folder: symbols(nm, library) for folder, library in (pair.split("=", 1) for pair in pairs)}
    owners = collections.defaultdict(set)
    for folder, (defined, _) in found.items():
        for symbol in defined:
            owners[symbol].add(folder)
    arrows = collections.defaultdict(set)
    for folder, (_, wanted) in found.items():
        for symbol in wanted:
            if len(owners[symbol]) == 1:  # an inline function that several have is nobody's
                arrows[folder, *owners[symbol]].add(symbol)
    if listing:
        for (folder, other), used in sorted(arrows.items()):
            print(f"{folder} → {other}  {len(used)}")
        return 0
    upward = {arrow: used for arrow, used in arrows.items() if not allowed(rows, *arrow)}
    for (folder, other), used in sorted(upward.items()):
        print(f"{folder} uses of {other}: {', '.join(sorted(used))}")
    print(f"{len(found)} libraries, {len(arrows)} arrows, {sum(map(len, upward.values()))} symbols that go upwards")
    return 1 if upward or len(arrows) < 20 else 0


sys.exit(main(sys.argv[1:]))
