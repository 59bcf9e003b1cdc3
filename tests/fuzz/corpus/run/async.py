import asyncio
async def a(n):
    await asyncio.sleep(n)
    return n
print(asyncio.run(a(0)))
