#!/usr/bin/env python3
"""Holds the values of parts of lines (memtape_parts) to those that CPython 3.13 finds for the same expressions.

    parts_oracle.py compare TOOL PROGRAM.py... [--python PYTHON3.13]   figures for each program; status 1 where values differ
    parts_oracle.py keep PROGRAM.py... [--python PYTHON3.13]           keeps CPython's answers in answers/NAME.json
    parts_oracle.py check TOOL PROGRAM.py                              compares with the kept answers, without CPython 3.13

CPython runs the program with each expression wrapped in a call that notes its span, its type and its value. Of expressions that are evaluated again and
again the values are compared in their order."""
import argparse
import ast
import collections
import json
import os
import subprocess
import sys
import types

HERE = os.path.dirname(os.path.abspath(__file__))
LONGEST, MOST_ITEMS, DEEPEST = 60, 8, 3
# Not told by a value of their own: what an attribute gives is a bound method for the one, the function and its object for the other.
CALLABLES = {"method", "function", "builtin_function_or_method", "method-wrapper", "method_descriptor", "wrapper_descriptor", "type", "classmethod_descriptor"}


# ---- in CPython ---------------------------------------------------------------------------------------------------------------

def clipped(text):
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def short(value, depth=0):
    """As core/replay/short_text.cpp has it; None where the type alone is compared."""
    kind = type(value)
    if kind in (int, float, complex, bool, str, bytes, bytearray, types.NoneType, range, type(...)):
        try:
            return clipped(repr(value))
        except ValueError:  # an int of too many digits
            return None
    brackets = {list: "[]", tuple: "()", set: "{}", frozenset: "{}", dict: "{}"}.get(kind)
    if not brackets:
        return None
    if depth >= DEEPEST:
        return brackets[0] + "…" + brackets[1]
    parts = []
    for i, item in enumerate(list(value.items() if kind is dict else value)):
        if i == MOST_ITEMS:
            parts.append("…")
            break
        texts = [short(one, depth + 1) for one in (item if kind is dict else (item,))]
        if None in texts:
            return None
        parts.append(": ".join(texts))
    inner = ", ".join(parts)
    if kind is tuple and len(value) == 1:
        inner += ","
    return brackets[0] + inner + brackets[1]


class Noter:
    def __init__(self):
        self.notes, self.kept, self.on = [], {}, True

    def part(self, span, value):
        if self.on:
            self.on = False
            self.notes.append((span, type(value).__name__, short(value)))
            self.on = True
        return value

    def keep(self, number, value):
        self.kept[number] = value
        return value


class Wrapper(ast.NodeTransformer):
    """Wraps each expression that is evaluated."""

    def __init__(self):
        self.comparisons = 0
        self.decorators = []  # their spans: what they make of a function is told there too

    def call(self, name, *args):
        return ast.Call(ast.Name(name, ast.Load()), list(args), [])

    def noted(self, span, node):
        return self.call("__memtape_part__", ast.Tuple([ast.Constant(n) for n in span], ast.Load()), node)

    def visit(self, node):
        span = self.span(node) if isinstance(node, ast.expr) else None
        if isinstance(node, ast.Compare) and len(node.ops) > 1:
            return ast.copy_location(self.noted(span, self.chain(node)), node)
        if isinstance(node, ast.JoinedStr):
            for piece in node.values:
                if isinstance(piece, ast.FormattedValue):
                    piece.value = self.visit(piece.value)
            return ast.copy_location(self.noted(span, node), node)
        if isinstance(node, ast.pattern):
            return node
        if isinstance(node, ast.AnnAssign):
            node.value = node.value and self.visit(node.value)
            node.target = self.visit(node.target)
            return node
        if isinstance(node, ast.arg):
            return node
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            self.decorators += [self.span(decorator) for decorator in node.decorator_list]
            if not isinstance(node, ast.ClassDef):
                node.returns = None
        new = self.generic_visit(node)
        plain = (ast.Constant, ast.Starred, ast.Slice)
        if not isinstance(node, ast.expr) or isinstance(node, plain) or not isinstance(getattr(node, "ctx", ast.Load()), ast.Load):
            return new
        return ast.copy_location(self.noted(span, new), node)

    @staticmethod
    def span(node):
        return node.lineno, node.col_offset, node.end_lineno, node.end_col_offset

    def chain(self, node):
        """a < b < c as (a < b) and (b < c), each noted, each operand evaluated once."""
        operands = [node.left, *node.comparators]
        spans = [self.span(operand) for operand in operands]
        operands = [self.visit(operand) for operand in operands]
        pairs = []
        before = operands[0]
        for i, operator in enumerate(node.ops):
            self.comparisons += 1
            after = self.call("__memtape_keep__", ast.Constant(self.comparisons), operands[i + 1])
            pair = ast.Compare(before, [operator], [after])
            pairs.append(self.noted(spans[i][:2] + spans[i + 1][2:], pair))
            before = self.call("__memtape_kept__", ast.Constant(self.comparisons))
        return ast.BoolOp(ast.And(), pairs)


def log(path):
    """Runs a program and prints what its expressions gave, as JSON."""
    noter = Noter()
    with open(path, "rb") as file:
        source = file.read()
    wrapper = Wrapper()
    tree = ast.fix_missing_locations(wrapper.visit(ast.parse(source, path)))
    module = types.ModuleType("__main__")
    module.__file__ = path
    module.__dict__.update(__memtape_part__=noter.part, __memtape_keep__=noter.keep, __memtape_kept__=noter.kept.__getitem__)
    sys.modules["__main__"] = module
    sys.argv = [path]
    sys.path[0] = os.path.dirname(os.path.abspath(path))
    real = os.dup(1)
    with open(os.devnull, "w") as nothing:
        os.dup2(nothing.fileno(), 1)
        os.dup2(nothing.fileno(), 2)
    try:
        exec(compile(tree, path, "exec"), module.__dict__)
    except BaseException:
        pass
    noter.on = False
    with os.fdopen(real, "w", encoding="utf-8") as out:
        json.dump({"decorators": wrapper.decorators, "values": noter.notes}, out, ensure_ascii=False)
    os._exit(0)


# ---- comparing ----------------------------------------------------------------------------------------------------------------

def asked(python, path):
    given = os.path.splitext(path)[0] + ".in"
    run = subprocess.run([python, os.path.abspath(__file__), "log", os.path.abspath(path)], capture_output=True, timeout=300, cwd=os.path.dirname(os.path.abspath(path)),
                         stdin=open(given) if os.path.exists(given) else subprocess.DEVNULL, env={**os.environ, "PYTHONHASHSEED": "0"})
    if run.returncode or not run.stdout:
        raise RuntimeError(run.stderr.decode()[-300:])
    return json.loads(run.stdout)


# LinePartKind: those that give an expression's value. (Truth, format, iterator and the others are steps on the way to another.)
VALUES = {0, 1, 2, 3, 4, 7, 8, 6, 19, 20}


def told(tool, path):
    run = subprocess.run([tool, path], capture_output=True, timeout=300)
    if run.returncode:
        raise RuntimeError(run.stderr.decode().strip())
    by_span = collections.defaultdict(list)
    for line in run.stdout.splitlines():
        part = json.loads(line)
        if part["kind"] in VALUES and part["file"] == os.path.abspath(path) and "type" in part:
            by_span[tuple(part["span"])].append((part["type"], part["text"], part["kind"]))
    return by_span


def compare(path, by_span, notes, verbose):
    theirs = collections.defaultdict(list)
    decorators = set(map(tuple, notes["decorators"]))
    for span, kind, text in notes["values"]:
        theirs[tuple(span)].append((kind, text))
    equal = different = 0
    for span in sorted(by_span.keys() & theirs.keys()):
        ours = by_span[span][::2] if span in decorators else by_span[span]
        if len(ours) != len(theirs[span]):
            different += 1
            if verbose:
                print(f"    {span}: {len(ours)} values, CPython {len(theirs[span])}: {ours[:3]} {theirs[span][:3]}")
            continue
        for (type_, text, _), (their_type, their_text) in zip(ours, theirs[span]):
            if type_ in CALLABLES and their_type in CALLABLES:
                continue
            if type_ == their_type and (their_text is None or text == their_text or text == "{…}"):  # attributes, whose names are elsewhere
                equal += 1
            else:
                different += 1
                if verbose:
                    print(f"    {span}: {type_} {text}, CPython {their_type} {their_text}")
    values = sum(map(len, theirs.values()))
    missed = sum(len(v) for s, v in theirs.items() if s not in by_span)
    print(f"{os.path.basename(path):36} {equal:7} equal {different:4} different {missed:5} of CPython's {values} not told")
    return different, equal, missed


def main():
    if sys.argv[1:2] == ["log"]:
        log(sys.argv[2])
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=["compare", "keep", "check"])
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--python", default="python3.13")
    given = parser.parse_args()
    kept = lambda path: os.path.join(HERE, "answers", os.path.splitext(os.path.basename(path))[0] + ".json")
    if given.what == "keep":
        for path in given.paths:
            with open(kept(path), "w", encoding="utf-8") as out:
                notes = asked(given.python, path)
                lines = ",\n".join(json.dumps(note, ensure_ascii=False) for note in notes["values"])
                out.write('{"decorators": %s, "values": [\n%s\n]}\n' % (json.dumps(notes["decorators"]), lines))
        return 0
    tool, *paths = given.paths
    sums = [0, 0, 0]
    for path in paths:
        try:
            notes = json.load(open(kept(path), encoding="utf-8")) if given.what == "check" else asked(given.python, path)
            result = compare(path, told(tool, path), notes, True)
            sums = [a + b for a, b in zip(sums, result)]
        except (RuntimeError, subprocess.TimeoutExpired, ValueError) as error:
            print(f"{os.path.basename(path):36} not compared: {error}")
            if given.what == "check":
                return 1
    if len(paths) > 1:
        print(f"{sums[1]} values equal, {sums[0]} different, {sums[2]} of CPython's not told")
    return 1 if sums[0] or not sums[1] else 0


if __name__ == "__main__":
    sys.exit(main())
