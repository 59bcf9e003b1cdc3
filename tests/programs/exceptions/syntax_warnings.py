import sys
x = 1
if x is 1:
    print("one")
if x is not "a" or x == () is ():
    pass
print("\d", b"\q", "\777", "a\.b")
assert (x, "msg")
y = [1, 2] [1, 2] if x == 5 else 0
try:
    z = "abc"(1)
except TypeError as e:
    print(e)
try:
    (1)[0]
except TypeError as e:
    print(e)
def f():
    return """
    \m
  \w """
print(0x1for x in [1])
print(1if x else 2, 1or 2)
print(f"\k{x}")
