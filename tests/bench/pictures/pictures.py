#!/usr/bin/env python3
"""Measures the pictures of the programs beside: pictures.py MEMTAPE [--view WxH] [--sheet DIR] [--check] [PROGRAM...]

Each program is drawn at five of its steps (20, 40 … 100 % of the run). One row a program, over the five:
  most      boxes of what is alive, at the step that has most
  in sight  of the boxes alive, those that lie in the view before anything is scrolled, %
  crossings of arrows; two to one object that join on their way do not cross there
  length    of an arrow, over the distance from a box to its neighbour
  overlaps  of boxes and cards
  through   arrows through boxes that they have nothing to do with
  parallel  least distance of two arrows that run side by side
  moved     objects that are not at one place at all steps
  views     size of the largest picture, in views
  filled    of the heap's area by boxes, %

--sheet draws them all on one page, DIR/index.html. --check prints nothing but what must not be: overlaps, arrows through boxes, objects
that moved; the exit status is 1 then. --keep DIR keeps the data."""
import argparse
import html
import json
import math
import os
import subprocess
import sys
import tempfile

import figures

here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "programs")
parts = 5
faults = ("overlaps", "through", "moved")  # of which there must be none
small = 20  # a program with up to so many boxes is to be in sight


def memtape(*words, may_end_badly=False):
    done = subprocess.run([options.memtape, *words], capture_output=True, text=True)
    if done.returncode and not may_end_badly:
        sys.exit(f"{' '.join(words)}: {done.stderr.strip()}")
    return done.stdout


def steps_of(tape):
    last = json.loads(memtape("info", "--json", tape))["steps"] - 1
    return [round(last * part / parts) for part in range(1, parts + 1)]


def draw(tape, steps, path):
    """The files that export makes of the steps."""
    memtape("export", tape, *(word for step in steps for word in ("--step", str(step))), "--view", options.view, "-o", path)
    stem, ending = os.path.splitext(path)
    return [f"{stem}-{number + 1:04}{ending}" for number in range(len(steps))]


def pictures_of(name, folder):
    tape = os.path.join(folder, name + ".tape")
    memtape("record", "-o", tape, os.path.join(here, name + ".py"), may_end_badly=True)  # a program may end by an exception
    steps = steps_of(tape)
    if options.sheet:
        draw(tape, steps, os.path.join(options.sheet, name + ".svg"))
    found = []
    for path in draw(tape, steps, os.path.join(folder, name + ".json")):
        with open(path) as file:
            found.append(json.load(file))
    return found


def percent(part, whole):
    return f"{100 * part / whole:.0f}" if whole else "–"


def cells(row):
    return [
        str(row["most"]), percent(row["in sight"], row["alive"]), str(row["crossings"]),
        f"{row['length']:.2f}" if row["length"] is not None else "–", str(row["overlaps"]), str(row["through"]),
        f"{row['parallel']:.1f}" if math.isfinite(row["parallel"]) else "–", str(row["moved"]), f"{row['views']:.2f}", percent(row["filled"], 1)
    ]


headings = ["most", "in sight", "crossings", "length", "overlaps", "through", "parallel", "moved", "views", "filled"]


def total_of(rows):
    lengths = [row["length"] for row in rows if row["length"] is not None]
    total = {key: sum(row[key] for row in rows) for key in ("alive", "in sight", "crossings", "overlaps", "through", "moved")}
    total["most"] = max(row["most"] for row in rows)
    total["length"] = sum(lengths) / len(lengths) if lengths else None
    total["parallel"] = min(row["parallel"] for row in rows)
    total["views"] = sum(row["views"] for row in rows) / len(rows)
    total["filled"] = sum(row["filled"] for row in rows) / len(rows)
    return total


def print_row(name, values):
    print("| " + name.ljust(24) + " | " + " | ".join(value.rjust(len(heading)) for value, heading in zip(values, headings)) + " |", flush=True)


def write_sheet(rows):
    def pictures(name):
        return "".join(f'<img src="{name}-{number:04}.svg" alt="">' for number in range(1, parts + 1))

    body = "".join(f"<h2>{html.escape(name)}</h2><p>" + html.escape(", ".join(f"{h} {c}" for h, c in zip(headings, cells(row)))) +
                   f"</p><div>{pictures(name)}</div>" for name, row in rows.items())
    style = "body{font-family:sans-serif;margin:24px}div{display:flex;gap:12px;align-items:flex-start;overflow-x:auto}img{height:420px}"
    with open(os.path.join(options.sheet, "index.html"), "w") as file:
        file.write(f"<!DOCTYPE html><meta charset=utf-8><title>The bench of pictures</title><style>{style}</style>{body}\n")


def main():
    names = options.programs or sorted(file[:-3] for file in os.listdir(here) if file.endswith(".py"))
    if options.sheet:
        os.makedirs(options.sheet, exist_ok=True)
    rows = {}
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or scratch
        os.makedirs(folder, exist_ok=True)
        if not options.check:
            print_row("program", headings)
            print("|" + "|".join(["---"] * (len(headings) + 1)) + "|")
        for name in names:
            rows[name] = figures.of_program(pictures_of(name, folder))
            if not options.check:
                print_row(name, cells(rows[name]))
    if options.sheet:
        write_sheet(rows)
    if options.check:
        found = [f"{name}: {row[fault]} {fault}" for name, row in rows.items() for fault in faults if row[fault]]
        print("\n".join(found), end="\n" if found else "")
        return 1 if found else 0
    few = [row for row in rows.values() if row["most"] <= small]
    if few:
        print_row(f"up to {small} boxes ({len(few)})", cells(total_of(few)))
    print_row(f"all ({len(rows)})", cells(total_of(list(rows.values()))))
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("memtape")
    parser.add_argument("programs", nargs="*")
    parser.add_argument("--view", default="1000x640")
    parser.add_argument("--sheet")
    parser.add_argument("--keep")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    sys.exit(main())
