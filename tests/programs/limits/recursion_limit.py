import sys

print(sys.getrecursionlimit())


def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


def count(n):
    return 0 if n == 0 else 1 + count(n - 1)


class Chain:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return "C" + repr(Chain(self.n - 1)) if self.n else "."


print(depth(1))
sys.setrecursionlimit(50)
print(depth(1))
sys.setrecursionlimit(20000)
print(count(15000), len(repr(Chain(2000))))
sys.setrecursionlimit(10**9)
print(count(100000))
for wrong in (0, -1, 10**20, "x", 1.5, 2**31):
    try:
        sys.setrecursionlimit(wrong)
    except Exception as e:
        print(type(e).__name__, e)
sys.setrecursionlimit(100)


def lower(n):
    if n:
        return lower(n - 1)
    sys.setrecursionlimit(10)


try:
    lower(50)
except RecursionError as e:
    print(e)
