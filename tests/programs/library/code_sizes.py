# sys.getsizeof() of code objects: 200 bytes, and the instructions with their caches, in whole words.
import sys
import types

text = """
def empty(): pass
def one(a): return a
def calls(a, *b, c=1, **d):
    print(a, b, sep=c)
    return [x for x in b if x.real > a] + [*d]
async def waits(x):
    async with x as y:
        await y
def yields():
    try:
        yield from range(3)
    finally:
        return
class C:
    x = 1
    def m(self): return super().m
many = lambda a: (%s)
""" % ", ".join(f"a.x{i}" for i in range(300))


def walk(code):
    print(code.co_qualname, len(code.co_code), sys.getsizeof(code), code.__sizeof__())
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            walk(constant)


module = compile(text, "text", "exec")
walk(module)
walk(module.co_consts[0].replace(co_name="renamed", co_consts=(1, 2, 3)))
print(sys.getsizeof(walk.__code__) - len(walk.__code__.co_code) in range(200, 208))
