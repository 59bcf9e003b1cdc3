# concurrent.futures and sched on threads.
import concurrent.futures
import sched
import threading
import time

with concurrent.futures.ThreadPoolExecutor(max_workers=3, thread_name_prefix="pool") as pool:
    print(list(pool.map(lambda n: n * n, range(10))))
    names = {pool.submit(lambda: threading.current_thread().name).result() for _ in range(5)}
    print(all(name.startswith("pool_") for name in names))
    slow = [pool.submit(time.sleep, delay) for delay in (0.03, 0.001)]
    done, pending = concurrent.futures.wait(slow, return_when=concurrent.futures.FIRST_COMPLETED)
    print(len(done), len(pending), slow[1] in done)
    failing = pool.submit(lambda: 1 / 0)
    print(repr(failing.exception()))
    try:
        failing.result()
    except ZeroDivisionError as problem:
        print("raised", problem)
    future = pool.submit(pow, 2, 10)
    future.add_done_callback(lambda f: print("callback", f.result()))
    future.result()
    print([f.result() for f in concurrent.futures.as_completed([pool.submit(lambda d: (time.sleep(d), d)[1], d) for d in (0.02, 0.001, 0.01)])])
    try:
        pool.submit(time.sleep, 0.01).result(timeout=0.0001)
    except TimeoutError as problem:
        print(type(problem))
try:
    pool.submit(print)
except RuntimeError as problem:
    print(problem)

events = []
scheduler = sched.scheduler(time.monotonic, time.sleep)
scheduler.enter(0.003, 1, events.append, ("third",))
scheduler.enter(0.001, 2, events.append, ("second",))
scheduler.enter(0.001, 1, events.append, ("first",))
scheduler.run()
print(events)
