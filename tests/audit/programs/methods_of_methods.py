# Bound methods of bound methods take no more room for their arguments than there are; where each copied those before it, this took gigabytes.
import types

method = lambda *arguments: len(arguments)
for i in range(30000):
    method = types.MethodType(method, i)
print(method(), method('one more'), method.__self__)
order = types.MethodType(types.MethodType(types.MethodType(lambda *a, **k: (a, k), 1), 2), 3)
print(order(4, key=5), order(*[4, 5]), order.__func__(6), list(map(order, 'ab')))
