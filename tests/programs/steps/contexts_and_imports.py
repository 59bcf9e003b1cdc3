import math
import os.path as path
from math import pi, floor as down


class Door:
    def __enter__(self):
        self.open = True
        return self

    def __exit__(self, kind, value, trace):
        self.open = False
        return kind is KeyError


with Door() as door:
    inside = door.open
with Door() as door, Door() as second:
    raise KeyError("lost")
assert not door.open
print(down(pi), path.basename("a/b"), math.tau > 6)
print()
print("two\nlines", end="")
print(" and more", "in one", sep="; ")
