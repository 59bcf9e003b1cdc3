async def f(a):
    await a
    x = [await i for i in a]
    y = [i async for i in a if await i]
    z = {i: j async for i, j in a}
    async for i in a:
        print(i)
        if i: break
    else:
        pass
    async with a as b, c:
        return await b
    return (i async for i in x)
async def g():
    yield 1
    x = yield
    async with a: yield 2
    return
async def h():
    async with a:
        async with b as c:
            return c
    try: await x
    finally: await y
