from __future__ import annotations
x: int | None = 1
y: "str"
def f(a: list[int], *b: *T, c: lambda x, *y, z=1, **k: x + 1 = 2, **d: {1: 2, **e}) -> (a, b): pass
class A:
    z: f"{x!r:>{w}}" + 'a' * -b ** c if not d else [i for i in j if k]
    w: Callable[..., x[1:2, ::3]](a, *b, c=d, **e) and (yield_ or await_.x) < y <= 1
    u: (x, {1, 2}, 1.5e300, 1j, b'x', ~a @ b, "quote'")
