# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the kept answers anew: run with CPython 3.13.

programs/*.code   what it compiles programs/*.py to
problems.answers  for each line of problems.txt, a program with escapes, the error
"""

import os
import sys

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(here, "..", "..", "support"))
from compare_code import dump_source  # noqa: E402

folder = os.path.join(here, "programs")
for name in sorted(os.listdir(folder)):
    if name.endswith(".py"):
        with open(os.path.join(folder, name), "rb") as file:
            lines = dump_source(name, file.read(), "exec")
        with open(os.path.join(folder, name[:-3] + ".code"), "w", encoding="utf-8", newline="\n") as file:
            file.write("".join(line + "\n" for line in lines))

with open(os.path.join(here, "problems.txt"), encoding="utf-8") as file:
    programs = [line.rstrip("\n").replace("\\n", "\n") for line in file]
with open(os.path.join(here, "problems.answers"), "w", encoding="utf-8", newline="\n") as file:
    for program in programs:
        lines = dump_source("problem.py", (program + "\n").encode(), "exec")
        file.write(lines[0] + "\n")
