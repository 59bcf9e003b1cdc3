# SPDX-License-Identifier: GPL-3.0-or-later
"""Operator interface.

This module exports a set of functions implemented in C corresponding
to the intrinsic operators of Python.  For example, operator.add(x, y)
is equivalent to the expression x+y.  The function names are those
used for special methods; variants without leading and trailing
'__' are also provided for convenience."""

import _operator

__all__ = sorted(name for name in vars(_operator) if not name.startswith("_"))

globals().update((name, getattr(_operator, name)) for name in __all__)
_abs = _operator.abs

# operator.__add__ is operator.add. Not all have such a name, and those that are Python's words lose their underscore.
globals().update((f"__{name.rstrip('_')}__", getattr(_operator, name)) for name in (
    "lt", "le", "eq", "ne", "ge", "gt", "not_", "abs", "add", "and_", "call", "floordiv", "index", "inv", "invert", "lshift", "mod", "mul", "matmul",
    "neg", "or_", "pos", "pow", "rshift", "sub", "truediv", "xor", "concat", "contains", "delitem", "getitem", "setitem", "iadd", "iand", "iconcat",
    "ifloordiv", "ilshift", "imod", "imul", "imatmul", "ior", "ipow", "irshift", "isub", "itruediv", "ixor"))

del _operator
