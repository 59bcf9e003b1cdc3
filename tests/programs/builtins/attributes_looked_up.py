"""Messages and lookups of attributes: slots that are not set, names that are of a subclass of str, dir() of a generic alias."""
import types
mod9 = types.ModuleType('mod9')
exec('class X:\n    __slots__ = ("a",)\nclass Y: pass\n', mod9.__dict__)
class Z:
    __slots__ = ('a',)
    class I:
        __slots__ = 'b'
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e, getattr(e, 'name', None), type(getattr(e, 'obj', None)).__name__)
t(lambda: mod9.X().a); t(lambda: Z().a); t(lambda: Z.I().b); t(lambda: delattr(mod9.X(), 'a')); t(lambda: mod9.Y().q); t(lambda: delattr(Z(), 'a')); t(lambda: mod9.X().zz); t(lambda: setattr(mod9.X(), 'q', 1))
class S(str): pass
class S2(str):
    def __hash__(s): return 1
z = Z(); z.a = 5
class D: pass
d = D(); d.msg = 3; D.cls = 4
for n in (S('msg'), S('cls'), S('nope'), S2('msg')): t(lambda: getattr(d, n)); t(lambda: hasattr(d, n)); t(lambda: getattr(d, n, 'dflt'))
t(lambda: getattr(z, S('a'))); t(lambda: setattr(d, S('new'), 8)); print(d.__dict__, type(list(d.__dict__)[-1])); t(lambda: d.new); t(lambda: delattr(d, S('new'))); print(d.__dict__)
t(lambda: getattr(D, S('cls'))); t(lambda: setattr(D, S('k'), 1)); t(lambda: D.k)
import types
print(set(dir(list)) <= set(dir(list[int])), sorted(set(dir(list[int])) - set(dir(list))))
