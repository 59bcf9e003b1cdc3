# What the builtin types and functions say of too many arguments, of None as each of them, and of a keyword that they do not know.
import collections
import functools
import itertools

TYPES = (str, bool, int, float, complex, list, tuple, dict, set, frozenset, bytes, bytearray, memoryview, enumerate, reversed, slice, range,
         property, zip, map, filter, object, classmethod, staticmethod, super, type, BaseException, KeyError, OSError, StopIteration,
         collections.deque, collections.OrderedDict, collections.defaultdict, collections.Counter, itertools.count, itertools.cycle,
         itertools.repeat, itertools.chain, itertools.islice, functools.partial)
FUNCTIONS = (len, abs, sorted, sum, min, max, any, all, chr, ord, hash, id, hex, bin, oct, repr, ascii, iter, next, getattr, setattr, hasattr,
             delattr, isinstance, issubclass, callable, divmod, pow, round, vars, format, open, compile, locals, globals, __import__,
             [].append, [].pop, [].insert, [].sort, {}.get, {}.pop, {}.update, {}.setdefault, "".split, "".join, "".replace, "".find,
             "".startswith, "".strip, "".format, "".encode, "".center, b"".hex, b"".decode, set().add, set().union, (1).bit_length,
             (1).to_bytes, (1.0).hex, ().index, ().count, range(3).index)

for function in TYPES + FUNCTIONS:
    for count in range(6):
        for named in ({}, {"zz": 1}):
            try:
                result = function(*[None] * count, **named)
            except Exception as error:
                print(function.__name__, count, *named, type(error).__name__, error)
            else:
                print(function.__name__, count, *named, type(result).__name__)
