#!/usr/bin/env python3.13
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks CPython 3.13 again for the answers in data/: run with python3.13, look at the difference, commit."""

import ast
import pathlib
import sys
import warnings

assert sys.version_info[:2] == (3, 13)


def unescape(line):
    pairs = {"n": "\n", "t": "\t", "f": "\f", "\\": "\\"}
    parts = iter(line)
    return "".join(pairs[next(parts)] if c == "\\" else c for c in parts)


def answer(mode, program):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            tree = ast.parse(program, "<s>", "exec" if mode == "check" else mode)
            text = "fine" if mode == "check" else ast.dump(tree, include_attributes=True)
            if mode == "single":
                text = "Module" + text[len("Interactive"):]
        except SyntaxError as error:
            place = tuple(error.args[1][1:]) if len(error.args) > 1 else ()
            text = repr((type(error).__name__, error.args[0], *place))
        except MemoryError as error:
            text = repr(("MemoryError", str(error)))
    return text + "".join(f" | {w.lineno}: {w.message}" for w in caught)


for name in ("trees", "errors", "goals"):
    path = pathlib.Path(__file__).parent / "data" / f"{name}.txt"
    lines = path.read_text(encoding="utf-8").split("\n")[:-1]
    with path.open("w", encoding="utf-8") as file:
        for mode, program in zip(lines[0::3], lines[1::3]):
            print(mode, program, answer(mode, unescape(program)), sep="\n", file=file)
