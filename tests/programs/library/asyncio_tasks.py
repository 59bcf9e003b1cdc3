# asyncio: tasks, what they wait for, time-outs, and threads beside them.
import asyncio, time, threading



async def worker(name, q, out):
    while True:
        item = await q.get()
        await asyncio.sleep(0.001)
        out.append((name, item))
        q.task_done()



async def main():
    q = asyncio.Queue()
    out = []
    ws = [asyncio.create_task(worker(f'w{i}', q, out)) for i in range(3)]
    for i in range(9):
        q.put_nowait(i)
    await q.join()
    for w in ws:
        w.cancel()
    print(await asyncio.gather(*ws, return_exceptions=True))
    print(out)
    try:
        await asyncio.wait_for(asyncio.sleep(10), 0.01)
    except TimeoutError as e:
        print('timeout', repr(e))
    lock = asyncio.Lock()
    ev = asyncio.Event()

    async def locked(n):
        async with lock:
            print('in', n)
            await asyncio.sleep(0.001)
            print('out', n)
    async with asyncio.TaskGroup() as tg:
        for i in range(3):
            tg.create_task(locked(i))
    try:
        async with asyncio.TaskGroup() as tg:

            async def bad():
                raise ValueError('x')
            tg.create_task(bad())
            tg.create_task(asyncio.sleep(1))
    except* ValueError as eg:
        print(eg.exceptions)
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(1)
    except TimeoutError:
        print('timeout2')
    print(await asyncio.to_thread(lambda: threading.current_thread() is threading.main_thread()))
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, lambda: sum(range(1000))))

    async def setter():
        await asyncio.sleep(0.01)
        ev.set()
    asyncio.create_task(setter())
    await ev.wait()
    print('ev')
    t = asyncio.create_task(asyncio.sleep(5))
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print('cancelled')

    async def gen():
        for i in range(3):
            yield i
            await asyncio.sleep(0)
    print([x async for x in gen()])
    done, pending = await asyncio.wait([asyncio.create_task(asyncio.sleep(d, d)) for d in (0.01, 0.02, 0.5)], timeout=0.1)
    print(sorted((t.result() for t in done)), len(pending))
    for p in pending:
        p.cancel()
    sem = asyncio.Semaphore(2)
    c = []

    async def s(i):
        async with sem:
            c.append(i)
            await asyncio.sleep(0.001)
    await asyncio.gather(*map(s, range(5)))
    print(c)
    loop.call_later(0.01, print, 'later')
    await asyncio.sleep(0.02)
    r = asyncio.run_coroutine_threadsafe

    def inthread():
        print('thr', r(asyncio.sleep(0.01, 'res'), loop).result())
    th = threading.Thread(target=inthread)
    th.start()
    await asyncio.to_thread(th.join)
    b = asyncio.Barrier(2)

    async def bar(n):
        await b.wait()
        print('bar')
    await asyncio.gather(bar(1), bar(2))
asyncio.run(main())
print('end')
