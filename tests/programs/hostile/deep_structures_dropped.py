def nest(wrap, n=300000):
    x = None
    for i in range(n): x = wrap(x)
    return x
import functools, itertools, types, weakref, collections
class C:
    def __init__(s, x): s.x = x
class Sl:
    __slots__ = 'x'
    def __init__(s, x): s.x = x
for w in (lambda x: [x], lambda x: (x,), lambda x: {1: x}, C, Sl, lambda x: functools.partial(print, x), lambda x: itertools.chain([x]), lambda x: iter([x]), lambda x: (lambda: x), lambda x: types.MethodType(print, x) if x is not None else [1], lambda x: collections.deque([x]), lambda x: map(print, [x]), lambda x: zip([x]), lambda x: enumerate([x]), lambda x: ValueError(x), lambda x: slice(x), lambda x: staticmethod(x), lambda x: property(x), lambda x: memoryview(b'a') if x is None else [x], lambda x: collections.OrderedDict(a=x), lambda x: super(C, C(x)), lambda x: itertools.repeat(x), lambda x: (i for i in [x]), lambda x: frozenset([(x,)]) if 0 else types.SimpleNamespace(a=x), lambda x: types.MappingProxyType({1: x}), lambda x: reversed([x]), lambda x: filter(None, [x]), lambda x: itertools.tee([x])[0], lambda x: itertools.groupby([x]), lambda x: functools.lru_cache(lambda: x), lambda x: types.CellType(x), lambda x: itertools.islice([x], 3), lambda x: itertools.cycle([x]), lambda x: itertools.product([x]), lambda x: functools.cmp_to_key(lambda a, b: x)):
    y = nest(w, 4000)
    del y
print('dropped')
