# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines of source files, kept once they were read."""

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

cache = {}


def clearcache():
    cache.clear()


def checkcache(filename=None):
    pass


def lazycache(filename, module_globals):
    return False


def getlines(filename, module_globals=None):
    if filename not in cache:
        try:
            with open(filename) as file:
                cache[filename] = file.readlines()
        except (OSError, UnicodeDecodeError, SyntaxError):
            return []
        lines = cache[filename]
        if lines and not lines[-1].endswith("\n"):
            lines[-1] += "\n"
    return cache[filename]


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename, module_globals)
    if 1 <= lineno <= len(lines):
        return lines[lineno - 1]
    return ""
