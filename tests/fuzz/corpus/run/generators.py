def g():
    try:
        x = yield 1
        yield from (x, 2)
    finally:
        print('end')
h = g(); print(next(h), h.send(3)); h.close()
