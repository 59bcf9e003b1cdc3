"""Natives that hold a call (partial, operator getters, iterators) say of themselves what CPython says; what is thrown into a generator has a context."""
import functools, operator, inspect, itertools, copy
p = functools.partial(print)
for f in (lambda: p.__delattr__('__dict__'), lambda: setattr(p,'__dict__', 3)):
    try: f()
    except Exception as e: print(type(e), e)
k={'a':1}; p.__setstate__((print, (1,), k, {})); print(p.keywords is k, p.args)
def f():
    try: raise KeyError('a')
    except Exception: yield
g=f(); next(g)
try: g.throw(ValueError('x'))
except ValueError as e: print(repr(e.__context__))
try: raise TypeError('outer')
except TypeError:
    def h(): yield
    g=h(); next(g)
    try: g.throw(ValueError('x'))
    except ValueError as e: print(repr(e.__context__))
import types, sys
print(dir(types.TracebackType(None, sys._getframe(), 0, 1)))
print(None.__ne__(None), None.__eq__(None), None.__ne__(3), None == 3, None != None)
for o in (operator.attrgetter('a'), operator.itemgetter(1), operator.methodcaller('x'), functools.cmp_to_key(lambda a, b: 0)): print(inspect.signature(o))
def w(): pass
functools.update_wrapper(w, type); print(w.__name__, w.__type_params__, type.__type_params__, int.__type_params__)
for base, args in ((filter, (bool, [])), (map, (bool, [])), (itertools.chain, ([],)), (itertools.islice, ([], 1)), (itertools.cycle, ([],)), (itertools.pairwise, ([],)), (reversed, ([],))):
    class sub(base): pass
    class sub2(base):
        def __init__(self, *a, newarg=None): self.n = newarg
    try: sub(*args, newarg=3); print('no')
    except TypeError as e: print(e)
    print(sub2(*args, newarg=3).n)
m = operator.methodcaller('join', ['a', 'b']); print(m('-'), repr(m), m.__reduce__(), copy.copy(m)('+'))
m = operator.methodcaller('split', sep='b'); print(m('abc'), repr(m), m.__reduce__()[0].keywords, copy.copy(m)('xby'))
import csv, weakref
class E(csv.Error): pass
print('__weakref__' in vars(csv.Error), weakref.ref(E()) is not None)
try: weakref.ref(csv.Error())
except TypeError as e: print(e)
