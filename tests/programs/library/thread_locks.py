# The locks, handles and locals of _thread: what they accept, and what they say.
import _thread
import re
import sys


def plain(text):
    return re.sub(r"(owner|ident)=[1-9][0-9]*", r"\1=N", re.sub("0x[0-9a-f]+", "0x", text))


def show(function, *args, **kwargs):
    try:
        print("ok", plain(repr(function(*args, **kwargs))))
    except BaseException as problem:
        print(type(problem).__name__, plain(str(problem)))


lock = _thread.allocate_lock()
show(lambda: lock)
show(lock.acquire)
show(lambda: lock)
show(lock.acquire, False)
show(lock.acquire, blocking=0)
show(lock.acquire, timeout=0)
show(lock.acquire, True, 0.01)
for args in [(False, 1), (True, -2), (True, 1e20), (True, 10**30), (True, 2**63), (True, "x"), (True, float("nan")), (True, None), (1, 2, 3), (1, float("inf"))]:
    show(lock.acquire, *args)
show(lock.acquire, bad=1)
show(lock.release)
show(lock.release)
show(lock.release, 1)
show(lock.__exit__)
show(lock.__exit__, 1, 2, 3)
show(lock.locked)
show(_thread.lock)
show(_thread.lock, 1)
print(_thread.LockType is _thread.lock, sys.getsizeof(lock))
try:
    class Sub(_thread.lock):
        pass
except TypeError as problem:
    print(problem)

rlock = _thread.RLock()
show(lambda: rlock)
show(rlock.acquire)
show(rlock.acquire)
show(lambda: rlock)
show(rlock._recursion_count)
show(rlock._is_owned)
state = rlock._release_save()
print(type(state), len(state), state[0])
show(rlock._release_save)
show(rlock.release)
show(rlock._acquire_restore, state)
for wrong in [1, ("a", 1), (1,)]:
    show(rlock._acquire_restore, wrong)
for _ in range(3):
    show(rlock.release)
show(rlock.__enter__)
show(rlock.__exit__, 1)
show(rlock.__exit__)
show(rlock._recursion_count)


class Derived(_thread.RLock):
    pass


show(Derived, 1)
print(sys.getsizeof(rlock))

for args in [(), (1, ()), (print, 1), (print, (), 1), (print, (), {}, 1)]:
    show(_thread.start_new_thread, *args)
show(_thread.start_joinable_thread)
show(_thread.start_joinable_thread, 1)
show(_thread.start_joinable_thread, print, handle=1)
show(_thread.start_joinable_thread, print, foo=1)

handle = _thread._ThreadHandle()
show(lambda: handle)
show(lambda: handle.ident)
show(handle.is_done)
show(handle.join)
show(handle._set_done)
show(handle.join, "a")
show(handle.join, 1, 2)
show(handle.join, timeout=1)
gate = _thread.allocate_lock()
gate.acquire()
show(_thread.start_joinable_thread, gate.release, handle)
gate.acquire()
show(handle.join)
show(handle.is_done)
show(handle.join, -1)
show(handle.join, 1.5)
show(_thread.start_joinable_thread, print, handle)
show(_thread._make_thread_handle, "a")
show(_thread._make_thread_handle, 5)

show(_thread.stack_size)
show(_thread.stack_size, 1)
show(_thread.stack_size, -1)
show(_thread.stack_size, 65536)
show(_thread.stack_size)
show(_thread.stack_size)
show(_thread.stack_size, "a")
show(_thread.exit)
show(_thread._count)
show(_thread._is_main_interpreter)
show(_thread.daemon_threads_allowed)
print(_thread.TIMEOUT_MAX, _thread.error)
show(_thread.interrupt_main, 100)
show(_thread.interrupt_main, "a")
try:
    _thread.interrupt_main()
    for i in range(1000):
        pass
except KeyboardInterrupt:
    print("interrupted")

show(_thread._excepthook)
show(_thread._excepthook, (1, 2, 3, 4))
show(_thread._ExceptHookArgs, 1)
show(_thread._ExceptHookArgs, (1, 2))
print(_thread._ExceptHookArgs((ValueError, ValueError("a"), None, None)))

Local = _thread._local
show(Local, 1)
show(Local, a=1)


class Remembering(Local):
    def __init__(self, *args, **kwargs):
        print("init", args, kwargs)


local = Remembering(1, b=2)
local.x = 1
print(local.__dict__, local.x)
show(lambda: local.y)


def other():
    print(local.__dict__)
    local.z = 3
    print(local.__dict__)
    done.release()


done = _thread.allocate_lock()
done.acquire()
_thread.start_new_thread(other, ())
done.acquire()
print(local.__dict__)
empty = Local()
for action in [lambda: setattr(empty, "__dict__", {}), lambda: delattr(empty, "__dict__"), lambda: delattr(empty, "foo"), lambda: empty.foo]:
    show(action)


class Failing(Local):
    calls = 0

    def __init__(self):
        Failing.calls += 1
        if Failing.calls == 2:
            raise ValueError("not in this thread")


failing = Failing()


def meet():
    for _ in range(2):
        show(lambda: failing.__dict__)
    done.release()


_thread.start_new_thread(meet, ())
done.acquire()


class Dying:
    def __del__(self):
        print("gone")


def keeps():
    empty.value = Dying()
    done.release()


kept = _thread._ThreadHandle()
_thread.start_joinable_thread(keeps, kept)
done.acquire()
kept.join()
print("after")
