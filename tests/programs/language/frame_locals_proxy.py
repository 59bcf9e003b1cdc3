"""frame.f_locals of a function reads and writes the frame (PEP 667): what the proxy has, and what it refuses."""
import re
import sys

ADDRESS = re.compile("0x[0-9a-f]+|line [0-9]+")
def tryit(label, f):
    try: print(label, '->', ADDRESS.sub('0x', repr(f())))
    except BaseException as e: print(label, '!!', type(e).__name__, e)
def f(a, b=2):
    x = 1
    def inner(): return x
    if False: unbound = 1
    fr = sys._getframe()
    p = fr.f_locals
    T = type(p)
    print(T, T.__module__, T.__mro__, T.__doc__, T.__basicsize__, T.__flags__, sys.getsizeof(p))
    print(sorted(set(dir(T))-set(dir(object))), 
      [n for n in sorted(vars(T))])
    tryit('same', lambda: fr.f_locals is fr.f_locals)
    tryit('eq', lambda: fr.f_locals == fr.f_locals)
    tryit('ne', lambda: fr.f_locals != fr.f_locals)
    tryit('lt', lambda: fr.f_locals < fr.f_locals)
    tryit('eqd', lambda: fr.f_locals == dict(fr.f_locals))
    tryit('eqd2', lambda: dict(fr.f_locals) == fr.f_locals)
    tryit('eqd3', lambda: fr.f_locals == {})
    tryit('keys', lambda: fr.f_locals.keys())
    tryit('list', lambda: list(fr.f_locals))
    tryit('type values', lambda: type(fr.f_locals.values()))
    tryit('type items', lambda: type(fr.f_locals.items()))
    tryit('iter', lambda: type(iter(fr.f_locals)))
    tryit('reversed', lambda: type(reversed(fr.f_locals)))
    tryit('reversed', lambda: list(reversed(fr.f_locals)))
    tryit('len', lambda: len(fr.f_locals))
    tryit('copy', lambda: type(fr.f_locals.copy()))
    tryit('pop', lambda: fr.f_locals.pop('a'))
    tryit('pop0', lambda: fr.f_locals.pop())
    tryit('popn', lambda: fr.f_locals.pop('nope'))
    tryit('popnd', lambda: fr.f_locals.pop('nope', 5))
    tryit('pop int', lambda: fr.f_locals.pop(3))
    tryit('pop3', lambda: fr.f_locals.pop(1,2,3))
    tryit('popitem', lambda: fr.f_locals.popitem())
    tryit('clear', lambda: fr.f_locals.clear())
    def dl(k):
        del fr.f_locals[k]
    tryit('del a', lambda: dl('a'))
    tryit('del nope', lambda: dl('nope'))
    tryit('del unb', lambda: dl('unbound'))
    tryit('del []', lambda: dl([]))
    tryit('get', lambda: (fr.f_locals.get('a'), fr.f_locals.get('nope'), fr.f_locals.get('nope', 3), fr.f_locals.get('unbound',8)))
    tryit('get0', lambda: fr.f_locals.get())
    tryit('get3', lambda: fr.f_locals.get(1,2,3))
    tryit('getkw', lambda: fr.f_locals.get(key=1))
    tryit('setdefault', lambda: fr.f_locals.setdefault('a', 9))
    tryit('setdefault', lambda: fr.f_locals.setdefault('newk', 9))
    tryit('setdefault none', lambda: fr.f_locals.setdefault('newk2'))
    tryit('setdefault0', lambda: fr.f_locals.setdefault())
    tryit('setdefault3', lambda: fr.f_locals.setdefault(1,2,3))
    tryit('setdefault3', lambda: fr.f_locals.setdefault([],2))
    tryit('list', lambda: list(fr.f_locals))
    tryit('[nope]', lambda: fr.f_locals['nope'])
    tryit('[3]', lambda: fr.f_locals[3])
    tryit('[[]]', lambda: fr.f_locals[[]])
    tryit('[] in', lambda: [] in fr.f_locals)
    tryit('3 in', lambda: 3 in fr.f_locals)
    tryit('unb in', lambda: 'unbound' in fr.f_locals)
    tryit('x in', lambda: 'x' in fr.f_locals)
    def st(k, v): fr.f_locals[k] = v
    tryit('set', lambda: st('a', 77)); print(a)
    tryit('set', lambda: st('x', 78)); print(x, inner())
    tryit('set', lambda: st('unbound', 79)); print(unbound)
    tryit('set', lambda: st(3, 80)); print(fr.f_locals[3])
    tryit('set', lambda: st([], 80)); 
    tryit('set', lambda: st((1,2), 80)); 
    tryit('del (1,2)', lambda: dl((1,2)));
    tryit('list', lambda: list(fr.f_locals))
    tryit('list', lambda: list(map(str,reversed(fr.f_locals))))
    tryit('len', lambda: len(fr.f_locals))
    tryit('pop3', lambda: fr.f_locals.pop(3))
    tryit('pop newk', lambda: fr.f_locals.pop('newk', 1))
    tryit('len', lambda: len(fr.f_locals))
    tryit('del newk2', lambda: dl('newk2'))
    tryit('hash', lambda: hash(fr.f_locals))
    tryit('T()', lambda: T())
    tryit('T(fr)', lambda: T(fr) == fr.f_locals)
    tryit('T(3)', lambda: T(3))
    tryit('T(fr,kw)', lambda: T(frame=fr))
    tryit('T(fr,fr)', lambda: T(fr, fr))
    tryit('or', lambda: type(fr.f_locals | {}))
    tryit('or', lambda: ((fr.f_locals | {'zz':1})['zz']))
    tryit('ror', lambda: type({} | fr.f_locals))
    tryit('or3', lambda: fr.f_locals | 3)
    tryit('or3', lambda: 3| fr.f_locals )
    tryit('orp', lambda: fr.f_locals | fr.f_locals )
    def ior(o):
        q = fr.f_locals
        q |= o
        return q is None, type(q), 
    tryit('ior', lambda: ior({'a': 5, 'q9': 2})); print(a, fr.f_locals['q9'])
    tryit('ior3', lambda: ior(3))
    tryit('iorl', lambda: ior([('a', 5)]))
    tryit('update', lambda: fr.f_locals.update({'a': 6}));print(a)
    tryit('update', lambda: fr.f_locals.update([('a', 7)]));print(a)
    tryit('update', lambda: fr.f_locals.update(a=8));print(a)
    tryit('update', lambda: fr.f_locals.update(3));
    tryit('update', lambda: fr.f_locals.update([3]));
    tryit('update', lambda: fr.f_locals.update([(3,)]));
    tryit('update', lambda: fr.f_locals.update());
    tryit('update', lambda: fr.f_locals.update(1,2));
    tryit('f_locals=', lambda: setattr(fr, 'f_locals', {}))
    tryit('delattr f_locals', lambda: delattr(fr, 'f_locals'))
    tryit('fromkeys', lambda: fr.f_locals.fromkeys([1]))
    tryit('bool', lambda: bool(fr.f_locals))
    tryit('sub', lambda: type('S', (T,), {}))
    tryit('attr', lambda: setattr(fr.f_locals, 'q', 1))
    tryit('attr', lambda: fr.f_locals.q)
    tryit('items', lambda: [type(v).__name__ for k, v in fr.f_locals.items()])
    import copy, pickle, gc
    tryit('ccopy', lambda: type(copy.copy(fr.f_locals)))
    tryit('deepcopy', lambda: type(copy.deepcopy(fr.f_locals)))
    tryit('pickle', lambda: pickle.dumps(fr.f_locals))
    tryit('ref', lambda: [type(o) for o in gc.get_referents(fr.f_locals)])
    tryit('istrack', lambda: gc.is_tracked(fr.f_locals))
    from collections.abc import Mapping, MutableMapping
    tryit('mapping', lambda: (isinstance(fr.f_locals, Mapping), isinstance(fr.f_locals, MutableMapping)))
    match fr.f_locals:
        case {'a': q}: print('match', q)
        case _: print('no match')
    tryit('class getitem', lambda: T[int])
    tryit('**', lambda: sorted({k: v for k, v in dict(**{k: v for k, v in fr.f_locals.items() if isinstance(k,str)}).items() if k == 'a'}))
    tryit('**2', lambda: (lambda **k: sorted(k))(**fr.f_locals))
    tryit('refs', lambda: [type(r).__name__ for r in gc.get_referents(fr)])
    for n in sorted(vars(T)):
        v = vars(T)[n]
        print(n, type(v).__name__, repr(getattr(v, '__doc__', None)), getattr(v,'__text_signature__', None))
f(10)
