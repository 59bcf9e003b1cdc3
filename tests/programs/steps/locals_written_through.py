"""A caller's local, a generator's and a shared variable are written through frame.f_locals; each step's memory has the new value."""
import sys


def write(name, value):
    sys._getframe(1).f_locals[name] = value


def caller():
    kept = [1]
    write("kept", [2, 3])
    length = len(kept)
    write("length", "four")
    def shared():
        return kept
    write("kept", (5, 6))
    return shared(), length


def numbers(start):
    while True:
        yield [start]


print(caller())
walk = numbers("one")
next(walk)
walk.gi_frame.f_locals["start"] = "two"
print(next(walk))
