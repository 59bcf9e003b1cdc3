# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the compiler against CPython 3.13: what memtape_code_dump prints of a file against the code objects that compile() makes.

    python3.13 compare_code.py DUMP_PROGRAM [--mode MODE] [--all] FILE..      compare; says where the first difference is
    python3.13 compare_code.py --print [--mode MODE] FILE..                   print CPython's side (for kept answers)

Run it with PYTHONHASHSEED=0: the order of __static_attributes__ is a set's.
"""

import dis
import os
import struct
import subprocess
import sys
import warnings


def escaped(data):
    if isinstance(data, str):
        data = data.encode("utf-8", "surrogatepass")
    return "".join(chr(c) if 0x20 < c < 0x7F and c != 0x5C else "\\x%02x" % c for c in data)


def bits(value):
    return "%016x" % struct.unpack("<Q", struct.pack("<d", value))


def constant_line(value):
    if value is None or value is True or value is False:
        return repr(value)
    if value is ...:
        return "Ellipsis"
    kind = type(value)
    if kind is int:
        return "int:" + ("-" if value < 0 else "") + "%x" % abs(value)
    if kind is float:
        return "float:" + bits(value)
    if kind is complex:
        return "complex:" + bits(value.real) + "," + bits(value.imag)
    if kind is str:
        return "str:" + escaped(value)
    if kind is bytes:
        return "bytes:" + escaped(value)
    if kind is tuple:
        return "tuple(" + "".join(constant_line(item) + " " for item in value) + ")"
    if kind is frozenset:
        return "frozenset(" + "".join(line + " " for line in sorted(map(constant_line, value))) + ")"
    return "code:" + escaped(value.co_qualname)


def slots(code):
    """co_localsplusnames with their kinds, which the interpreter shows only in parts."""
    cells, frees = set(code.co_cellvars), code.co_freevars
    hidden = 0x10
    result = []
    for i, name in enumerate(code._varname_from_oparg(i) for i in range(slot_count(code))):
        if i < code.co_nlocals:
            kind = 0x20 | (0x40 if name in cells else 0)
            kind |= hidden if name in hidden_names(code) else 0
        elif name in frees and i >= slot_count(code) - len(frees):
            kind = 0x80
        else:
            kind = 0x40
        result.append("%s:%d" % (escaped(name), kind))
    return result


def slot_count(code):
    own = [name for name in code.co_cellvars if name not in code.co_varnames]
    return code.co_nlocals + len(own) + len(code.co_freevars)


def hidden_names(code):
    # Locals of a module or class body are those of inlined comprehensions.
    return () if code.co_flags & 0x2 else code.co_varnames


def number(value):
    return "-" if value is None or value < 0 else str(value)


def dump_code(code, out):
    out.append("code %s %s" % (escaped(code.co_qualname), escaped(code.co_name)))
    out.append("line %d flags %d args %d %d %d stack %d" % (
        code.co_firstlineno, code.co_flags, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount,
        code.co_stacksize))
    out.append(" ".join(["names", *map(escaped, code.co_names)]))
    out.append(" ".join(["slots", *slots(code)]))
    for value in code.co_consts:
        out.append("const " + constant_line(value))

    instructions = []  # (offset, name, operand, is_jump)
    index_of = {}
    for offset, start, op, arg in dis._unpack_opargs(code.co_code):
        name = dis.opname[op]
        if name == "EXTENDED_ARG":
            continue
        index_of[start] = len(instructions)
        index_of[offset] = len(instructions)
        target = dis._get_jump_target(op, arg, offset) if arg is not None else None
        instructions.append((offset, name, arg or 0, target))
    index_of[len(code.co_code)] = len(instructions)
    positions = list(code.co_positions())
    for index, (offset, name, arg, target) in enumerate(instructions):
        if target is not None:
            arg = index_of[target]
        position = " ".join(number(part) for part in positions[offset // 2])
        out.append("%d %s %d @ %s" % (index, name, arg, position))
    for entry in dis._parse_exception_table(code):
        out.append("except %d %d %d %d%s" % (
            index_of[entry.start], index_of[entry.end], index_of[entry.target], entry.depth,
            " lasti" if entry.lasti else ""))
    for value in code.co_consts:
        if hasattr(value, "co_code"):
            dump_code(value, out)


def dump_source(path, source, mode):
    out = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            code = compile(source, path, mode, dont_inherit=True)
        except SyntaxError as error:
            out.append("error %s %d %d %d %d %s" % (
                type(error).__name__, error.lineno or 0, error.offset or 0, error.end_lineno or 0,
                error.end_offset or 0, error.msg))
        except (RecursionError, MemoryError) as error:
            out.append("error %s 0 0 0 0 %s" % (type(error).__name__, error))
        except ValueError as error:
            out.append("error SyntaxError 0 0 0 0 %s" % error)
        else:
            dump_code(code, out)
    lines = ["warning %d %s" % (item.lineno, item.message) for item in caught
             if issubclass(item.category, SyntaxWarning)]
    return lines + out


def compare(program, path, mode, show_all):
    with open(path, "rb") as file:
        expected = dump_source(path, file.read(), mode)
    run = subprocess.run([program, "--mode", mode, path], capture_output=True)
    actual = run.stdout.decode("utf-8", "replace").split("\n")[1:-1]
    if run.returncode != 0:
        return "%s: ended with %d" % (path, run.returncode)
    if actual == expected:
        return None
    unit = ""
    differences = []
    for i in range(max(len(actual), len(expected))):
        a = actual[i] if i < len(actual) else "(nothing)"
        e = expected[i] if i < len(expected) else "(nothing)"
        if e.startswith("code "):
            unit = e
        if a != e:
            differences.append("%s: in %s, line %d\n  expected %s\n  got      %s" % (path, unit, i, e, a))
            if not show_all:
                break
    return "\n".join(differences)


def main(arguments):
    mode = "exec"
    if "--mode" in arguments:
        place = arguments.index("--mode")
        mode = arguments[place + 1]
        del arguments[place:place + 2]
    if arguments[0] == "--print":
        for path in arguments[1:]:
            with open(path, "rb") as file:
                print("\n".join(dump_source(os.path.basename(path), file.read(), mode)))
        return 0
    show_all = "--all" in arguments
    program, *paths = [argument for argument in arguments if argument != "--all"]
    failed = 0
    for path in paths:
        difference = compare(program, path, mode, show_all)
        if difference:
            failed += 1
            print(difference)
    print("%d of %d files agree" % (len(paths) - failed, len(paths)))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
