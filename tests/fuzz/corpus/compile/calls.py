def f(a, b=2, /, *c, d, **e) -> int:
    'doc'
    return f(*c, **e) if a else lambda *_, k=b: (yield)
@f
class A(f, metaclass=type):
    __slots__ = ('a',)
    async def g(self):
        async with self as x, f() as y:
            async for z in y: await z
