import sys
def nest(wrap, n=20000):
    x = 1
    for i in range(n): x = wrap(x)
    return x
for w in (lambda x: [x], lambda x: (x,), lambda x: {1: x}):
    a, b = nest(w), nest(w)
    for f in (lambda: a == b, lambda: repr(a), lambda: hash(a), lambda: str(a), lambda: a < b, lambda: __import__('copy').deepcopy(a), lambda: __import__('json').dumps(a), lambda: __import__('pickle').dumps(a), lambda: __import__('marshal').dumps(a), lambda: __import__('pprint').pformat(a)):
        try: r = f(); print('got', type(r).__name__)
        except (RecursionError, TypeError, ValueError) as e: print(type(e).__name__)
