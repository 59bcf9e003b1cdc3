# The classes of _ast: their fields, what their constructors take and warn of, copies and pickles' parts.
import _ast, sys, warnings
print([n for n in dir(_ast) if not n.startswith('__')])
print(_ast.AST.__sizeof__(_ast.AST()), sys.getsizeof(_ast.AST()), sys.getsizeof(_ast.Name('a')), _ast.AST.__basicsize__, _ast.Name.__basicsize__, _ast.Name.__dictoffset__, _ast.Name.__weakrefoffset__)
print(sorted(_ast.AST.__dict__))
for n in ('mod','expr','Name','BoolOp','FunctionDef','arguments','comprehension','boolop','And','expr_context','Constant','Module','stmt','ExceptHandler','excepthandler','type_param','TypeVar','Interactive','alias','match_case','MatchSingleton','type_ignore','TypeIgnore','ImportFrom','AnnAssign','Global','FormattedValue','operator'):
    c=getattr(_ast,n); print(n, c.__bases__, {k:v for k,v in c.__dict__.items() if k not in ('__weakref__','__dict__')})
def shown(o):
    if isinstance(o,dict): return sorted((k,shown(v)) for k,v in o.items())
    if isinstance(o,tuple): return tuple(map(shown,o))
    return type(o).__name__ if isinstance(o,_ast.AST) else repr(o)
def t(f):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always')
        try: r=f(); print(shown(r), shown(getattr(r,'__dict__',None)), end=' ')
        except BaseException as e: print(type(e).__name__, e, end=' ')
        print(*sorted(f'{x.category.__name__} {x.message}' for x in w))
t(lambda:_ast.Name())
t(lambda:_ast.Name('a','b','c'))
t(lambda:_ast.Name('a',id='b'))
t(lambda:_ast.Name('a',foo='b'))
t(lambda:_ast.Name(id='a',lineno=3))
t(lambda:_ast.FunctionDef('f'))
t(lambda:_ast.BoolOp())
t(lambda:_ast.And(1))
t(lambda:_ast.Expression(1,2))
t(lambda:_ast.AST(1))
t(lambda:_ast.AST(x=1))
t(lambda:_ast.Constant())
t(lambda:_ast.Constant(1).kind)
t(lambda:_ast.expr.end_lineno)
t(lambda:_ast.expr.lineno)
class M(_ast.Name): pass
t(lambda:M('a'))
class M2(_ast.AST): _fields=('a','b')
t(lambda:M2(1)); t(lambda:M2(1,c=3))
class M3(_ast.AST): _fields=('a','b'); _field_types={'a':int}
t(lambda:M3(1))
t(lambda:M3())
class M4(_ast.AST): _fields=3
t(lambda:M4(1))
class M5(_ast.AST): _fields=('a','b'); _field_types={'a':int|None,'b':list[int]}
t(lambda:M5())
class M6(_ast.AST): _fields=('a',); _attributes=('z',)
t(lambda:M6(a=1,z=2))
t(lambda:_ast.Name('a',_ast.Load(),lineno=3).__reduce__())
t(lambda:_ast.Name('a',_ast.Load(),lineno=3,foo=3).__reduce__())
t(lambda:_ast.Name(ctx=_ast.Load(),lineno=3,foo=3).__reduce__())
t(lambda:_ast.BinOp(_ast.Name('a')).__reduce__())
t(lambda:_ast.AST().__reduce__())
t(lambda:M6(a=1,z=2).__reduce__())
n=_ast.Name('a'); n.__dict__
t(lambda:setattr(n,'__dict__',{'q':1}))
t(lambda:delattr(n,'__dict__'))
t(lambda:setattr(_ast.AST,'foo',1))
t(lambda:setattr(_ast.Name,'foo',1))
del _ast.AST.foo
print(_ast.Load() is _ast.Load())
def parse(text, mode='exec', flags=_ast.PyCF_ONLY_AST): return compile(text, '<t>', mode, flags)
print(parse('a').body[0].value.ctx is parse('b').body[0].value.ctx, _ast.Name.__module__, _ast.Name.__qualname__)
def dump(n):
    if isinstance(n, _ast.AST):
        parts = [f'{f}={dump(getattr(n, f))}' for f in n._fields]
        place = [getattr(n, a) for a in n._attributes]
        return f"{type(n).__name__}({', '.join(parts)}){place or ''}"
    return '[' + ', '.join(map(dump, n)) + ']' if isinstance(n, list) else repr(n)
import copy
tree = parse('x + 1')
print(dump(copy.deepcopy(tree)) == dump(tree), dump(copy.copy(tree.body[0])) == dump(tree.body[0]))
for text in ("""def f(a: int, /, b=1, *c, d, e=2, **g) -> None:
    'doc'
    for i, (j, *k) in x: continue
    else: break
    while a: pass
    with a as b, c: return a.b[1:2, ::3]
    try: raise A from b
    except (B, C) as e: del e, f[0]
    finally: assert a, 'm'
""", """@d
class C[T: int, *U, **P](B, m=1):
    x: int = 3
    (y): str
    type A[Q] = list[Q]
    async def f(self):
        async with a: await b
        async for x in y: yield z
        return (yield), [i async for i in x if i], {i for i in x}, {i: j for i in x for j in i}, (i for i in x)
""", """import a.b as c, d
from ..e import f as g, h
from . import *
global q
lambda x, *y: x if y else not x
a = b = c, *d = {1: 2, **e}, {1, 2}, b'x', u'y', 1j, ..., None, -1.5, 10**30
x += 1 @ 2 // 3 ** 4 << 5 | ~6 & 7 ^ 8 % 9
a < b <= c is not d not in e and f or g
f'{a!r:>{w}} b{{' 'c' f'{x=}'
(n := 3)
f(a, *b, k=1, **c)
""", """match x:
    case 1 | -2j | 'a' | None: pass
    case [a, *_, b] if c: pass
    case {'k': v, **rest}: pass
    case C(1, k=D.e): pass
    case (_ as z): pass
try: pass
except* E: pass
"""):
    print(dump(parse(text)))
print(dump(parse('a, b', 'eval')), dump(parse('a; b', 'single')))
print(dump(parse('1 + 2, __debug__, (1, 2)', 'eval', _ast.PyCF_OPTIMIZED_AST)))
for optimize in (0, 1, 2):
    print(dump(compile('__debug__', '<t>', 'eval', _ast.PyCF_OPTIMIZED_AST, optimize=optimize)))
    space = {}
    exec(compile('"module doc"\ndef f(a):\n    "doc"\n    assert a, "no"\n    return __debug__\nclass C:\n    "class doc"', '<t>', 'exec', optimize=optimize), space)
    print(space.get('__doc__'), space['f'].__doc__, space['C'].__doc__)
    try: print(space['f'](0))
    except AssertionError as e: print('AssertionError', e)
tree = parse('x = [i * 2 for i in range(4)]\ndef f(): return x')
tree.body[0].value.elt.right.value = 5
space = {}
exec(compile(tree, '<t>', 'exec'), space)
print(space['x'], space['f'](), compile(tree, '<t>', 'exec', _ast.PyCF_ONLY_AST) is tree)
try: compile('(', '<t>', 'exec', _ast.PyCF_ONLY_AST)
except SyntaxError as e: print(e.msg, e.lineno, e.offset)
for arguments in (('1', '<t>', 'func_type'), ('1', '<t>', 'x', _ast.PyCF_ONLY_AST), ('1', '<t>', 'x'), (1, '<t>', 'exec'), (tree, '<t>', 'exec', 1 << 30)):
    try: compile(*arguments)
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
# what codeop asks: is the text a beginning only?
for text in ('if 1:', 'x = 1', 'x = (', 'def f():\n  pass', 'def f():\n  pass\n', '"""a', 'x +', 'for', 'x = \\', 'x = \\\n', 'x = "a', 'x = "a\n', 'f"a', 'f"a\n', 'f(', '[1,', '{', 'if 1: pass', 'class A:\n  def f(self):\n    pass\n', 'a b'):
    try: print(repr(text), bool(compile(text, '<t>', 'single', 0x4200)))
    except SyntaxError as e: print(repr(text), type(e).__name__)
