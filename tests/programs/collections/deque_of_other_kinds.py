# The result of an operator is a deque, whatever a subclass makes of itself.
from collections import deque


class X(deque):
    pass


d = X([1])
X.__new__ = lambda cls, *args, **kwargs: [42]
for name, operation in (("repeat", lambda: d * 42), ("add", lambda: d + deque([1, 2, 3])), ("copy", lambda: d.copy())):
    try:
        print(name, operation())
    except TypeError as e:
        print(name, e)
