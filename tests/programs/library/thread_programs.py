# threading as programs use it: threads, what they wait for, and what becomes of their exceptions.
import io
import sys
import threading
import time


def section(name):
    print("--", name)


section("turns")
order = []


def count(name):
    for i in range(3):
        order.append((name, i))
        time.sleep(0.005)


threads = [threading.Thread(target=count, args=(name,)) for name in "abc"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(order), order[:3] == [(name, 0) for name in "abc"])
print([thread.name for thread in threads], threads[0].is_alive(), threading.active_count())

section("a race that is none")
total = 0
lock = threading.Lock()


def add():
    global total
    for _ in range(2000):
        with lock:
            total += 1


threads = [threading.Thread(target=add) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(total)

section("producer and consumer")
items, changed = [], threading.Condition()


def consume():
    for _ in range(3):
        with changed:
            while not items:
                changed.wait()
            print("got", items.pop(0))


consumer = threading.Thread(target=consume)
consumer.start()
for i in range(3):
    with changed:
        items.append(i)
        changed.notify()
consumer.join()
with changed:
    print(changed.wait(0.001), changed.wait_for(lambda: True, 1))
try:
    changed.wait()
except RuntimeError as problem:
    print(problem)

section("event, semaphore, barrier, timer")
event = threading.Event()
print(event.wait(0.001), event.is_set())
threading.Timer(0.001, event.set).start()
print(event.wait(5))
semaphore = threading.BoundedSemaphore(2)
print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(timeout=0.001), semaphore.acquire(blocking=False))
semaphore.release(2)
try:
    semaphore.release()
except ValueError as problem:
    print(problem)
barrier = threading.Barrier(3, action=lambda: print("all there"))
places = []
threads = [threading.Thread(target=lambda: places.append(barrier.wait())) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(places))
lonely = threading.Barrier(2)
try:
    lonely.wait(0.001)
except threading.BrokenBarrierError as problem:
    print("broken", lonely.broken)

section("own and shared")
local = threading.local()
local.value = "main"


def look():
    print(hasattr(local, "value"), threading.current_thread().name, threading.current_thread() is threading.main_thread())
    local.value = "other"


thread = threading.Thread(target=look, name="looker")
thread.start()
thread.join()
print(local.value)

section("generators in several threads")


def numbers():
    n = 0
    while True:
        n += 1
        yield n


shared, seen = numbers(), []


def take():
    for _ in range(3):
        seen.append(next(shared))
        time.sleep(0.001)


threads = [threading.Thread(target=take) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(seen))


def slow():
    entered.set()
    leave.wait()
    yield 1


entered, leave, busy = threading.Event(), threading.Event(), slow()
thread = threading.Thread(target=lambda: print("slow", next(busy)))
thread.start()
entered.wait()
try:
    next(busy)
except ValueError as problem:
    print(problem)
leave.set()
thread.join()

section("recursion")


def depth():
    try:
        return 1 + depth()
    except RecursionError:
        return 0


found = []
thread = threading.Thread(target=lambda: found.append(depth() > 900))
thread.start()
thread.join()
print(found)

section("exceptions being handled")


def handle():
    try:
        raise KeyError("inner")
    except KeyError:
        time.sleep(0.001)
        print("thread", sys.exception().args)


try:
    raise ValueError("outer")
except ValueError:
    thread = threading.Thread(target=handle)
    thread.start()
    time.sleep(0.0005)
    print("main", sys.exception().args)
    thread.join()
    print("main", sys.exception().args)

section("what goes wrong")
thread = threading.Thread(target=print)
for action in [thread.join, lambda: threading.current_thread().join(), lambda: threading.Thread(1), lambda: thread.setDaemon]:
    try:
        action()
    except Exception as problem:
        print(type(problem).__name__, problem)
thread.start()
thread.join()
try:
    thread.start()
except RuntimeError as problem:
    print(problem)


def fail():
    def inner():
        {}["missing"]
    inner()


sys.stderr = io.StringIO()
thread = threading.Thread(target=fail, name="failing")
thread.start()
thread.join()
lines, sys.stderr = sys.stderr.getvalue().splitlines(), sys.__stderr__
print(lines[0], lines[1], lines[-1], sep="\n")
threading.excepthook = lambda args: print("hook", args.exc_type.__name__, args.exc_value, args.thread.name)
thread = threading.Thread(target=fail, name="hooked")
thread.start()
thread.join()
threading.excepthook = threading.__excepthook__
thread = threading.Thread(target=sys.exit, args=(3,))
thread.start()
thread.join()

section("the end")


def late():
    time.sleep(0.01)
    print("late, but waited for")


def never():
    try:
        while True:
            time.sleep(0.001)
    finally:
        print("never printed")


threading.Thread(target=late).start()
threading.Thread(target=never, daemon=True).start()
print("main is over")
