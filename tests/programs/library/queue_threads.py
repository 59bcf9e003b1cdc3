# queue and _queue: items from one thread to another.
import _queue
import queue
import sys
import threading


def show(function, *args, **kwargs):
    try:
        print("ok", repr(function(*args, **kwargs)))
    except BaseException as problem:
        print(type(problem).__module__, type(problem).__name__, problem)


simple = queue.SimpleQueue()
print(type(simple), sys.getsizeof(simple))
show(queue.SimpleQueue, 1)
show(queue.SimpleQueue, a=1)
show(simple.put)
show(simple.put, 1)
show(simple.put, 2, True, 3)
show(simple.put, item=3, block=False, timeout=None)
show(simple.put, 1, 2, 3, 4)
show(simple.put_nowait, 5)
show(simple.put_nowait)
show(simple.qsize)
show(simple.empty)
show(simple.get)
show(simple.get, True, -1)
show(simple.get, False, -1)
show(simple.get, block=True, timeout=0.001)
show(simple.get, True, "x")
show(simple.get_nowait, 1)
show(simple.get_nowait)
show(simple.get_nowait)
show(simple.get, False)
show(simple.get, True, 0.001)
for timeout in [0, 1e20, float("nan"), 10**30]:
    show(simple.get, True, timeout)
show(simple.get, 1, 2, 3)
print(_queue.Empty is queue.Empty, queue.Empty.__mro__)
print(queue.SimpleQueue[int])
for i in range(40):
    simple.put(i)
print([simple.get() for i in range(30)], simple.qsize())
simple.put(simple)
del simple


class Item:
    def __init__(self, queue):
        self.queue = queue

    def __del__(self):
        print("item gone")


cyclic = queue.SimpleQueue()
cyclic.put(Item(cyclic))
del cyclic
import gc
gc.collect()

for kind in [queue.Queue, queue.LifoQueue, queue.PriorityQueue]:
    line, results = kind(maxsize=2), []

    def produce():
        for i in [3, 1, 2]:
            line.put(i)

    def consume():
        for _ in range(3):
            results.append(line.get())
            line.task_done()

    threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    line.join()
    print(kind.__name__, sorted(results), line.empty())

line = queue.Queue(1)
line.put(1)
show(line.put, 2, False)
show(line.put, 2, True, 0.001)
show(line.put, 2, True, -1)
line.shutdown()
show(line.put, 2)
show(line.get)
show(line.get)

simple = queue.SimpleQueue()
taken = []
waiting = [threading.Thread(target=lambda: taken.append(simple.get())) for _ in range(3)]
for thread in waiting:
    thread.start()
for item in "abc":
    simple.put(item)
for thread in waiting:
    thread.join()
print(sorted(taken))
