"""__text_signature__ of what is native: builtins and the modules that programs use most."""
import importlib
import inspect
import types

NATIVE = (types.MethodDescriptorType, types.BuiltinFunctionType, types.ClassMethodDescriptorType, types.WrapperDescriptorType)
MODULES = """builtins itertools _functools _operator _collections math cmath _struct time _codecs _bisect _heapq _string binascii zlib
_bz2 _lzma _csv _contextvars _queue _statistics unicodedata marshal gc atexit _thread _weakref _io""".split()

ELSEWHERE = """help _from_flags __getattribute__ __setattr__ __delattr__ __sizeof__ __buffer__ __release_buffer__ __dir__ __reduce__ __reduce_ex__
__str__ __iter__""".split()  # which class has these itself is another matter


def members(owner):
    for name, value in sorted(vars(owner).items()):
        if name in ELSEWHERE:
            continue
        value = value.__func__ if isinstance(value, staticmethod) else value
        if isinstance(value, NATIVE):
            yield name, value.__text_signature__


def functions(module):
    for name, value in sorted(vars(module).items()):
        if isinstance(value, types.BuiltinFunctionType) and value.__module__ == module.__name__ and name not in ELSEWHERE:
            yield name, value.__text_signature__


for name in MODULES:
    for function, text in functions(importlib.import_module(name)):
        print(name, function, text)
BUILTIN = """object type int bool float complex str bytes bytearray memoryview tuple list dict set frozenset range slice enumerate reversed zip map filter
property classmethod staticmethod super""".split()
FOUND = [types.GeneratorType, types.CoroutineType, types.CodeType, types.FrameType, types.TracebackType, types.MappingProxyType, type(iter([])),
         type({}.keys()), types.FunctionType, types.MethodType, types.GetSetDescriptorType, types.CellType, types.GenericAlias]
for owner in [getattr(__import__("builtins"), name) for name in BUILTIN] + FOUND:
    print(owner.__name__, owner.__text_signature__)
    for name, text in members(owner):
        print("   ", name, text)
for what in (len, sorted, print, str.split, [].append, {}.get, "".join, dict.fromkeys, int.from_bytes, (1).__add__, sum, open, enumerate, zip, property):
    print(what.__name__, inspect.signature(what))
for what in (dict, int, max, getattr, iter, str, range):
    try:
        print(what.__name__, inspect.signature(what))
    except ValueError as error:
        print(error)
