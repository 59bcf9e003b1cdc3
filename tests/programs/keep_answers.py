#!/usr/bin/env python3.13
"""Keeps what CPython 3.13 prints for test programs: keep_answers.py PROGRAM.py... writes PROGRAM.out beside each.

The file holds what went to stdout, a line `-- stderr`, what went to stderr, and `-- exit N`; the program's folder is taken out of paths."""
import os
import subprocess
import sys

for path in sys.argv[1:]:
    folder, name = os.path.split(os.path.abspath(path))
    base = name.removesuffix(".py")
    given = os.path.join(folder, base + ".in")
    run = subprocess.run([sys.executable, name], cwd=folder, capture_output=True,
                         stdin=open(given) if os.path.exists(given) else subprocess.DEVNULL,
                         env={**os.environ, "PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8"}, timeout=300)
    with open(os.path.join(folder, base + ".out"), "wb") as out:
        text = run.stdout + b"-- stderr\n" + run.stderr
        out.write(text.replace(folder.encode() + b"/", b"") + b"-- exit %d\n" % run.returncode)
