def g():
    x = yield
    y = yield x
    z = yield from y
    try:
        yield z
    finally:
        yield 1
    return z
def h():
    with a as b:
        yield b
    for i in (yield): yield i
l = lambda: (yield 1)
