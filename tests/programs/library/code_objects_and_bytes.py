# types.CodeType() and code.replace(): a code object of CPython's bytes, and what they refuse.
def f(a,b=1,*c,d=3,**k):
    x=[i for i in a]
    def g(): return x
    return g
C=type(f.__code__)
c=f.__code__
args=[c.co_argcount,c.co_posonlyargcount,c.co_kwonlyargcount,c.co_nlocals,c.co_stacksize,c.co_flags,c.co_code,c.co_consts,c.co_names,c.co_varnames,c.co_filename,c.co_name,c.co_qualname,c.co_firstlineno,c.co_linetable,c.co_exceptiontable,c.co_freevars,c.co_cellvars]
def t(**kw):
    a=list(args)
    for k,v in kw.items(): a[int(k[1:])]=v
    try: print(kw, C(*a).co_name)
    except BaseException as e: print(kw,type(e).__name__, str(e).replace('Objects/codeobject.c:412: ',''))
t()
for i in range(18):
    t(**{'a%d'%i:None}); t(**{'a%d'%i:-1}); t(**{'a%d'%i:()}); t(**{'a%d'%i:(1,)}); t(**{'a%d'%i:b''}); t(**{'a%d'%i:b'a'})
    t(**{'a%d'%i:2**40})
try: C()
except Exception as e: print(e)
try: C(*args,1)
except Exception as e: print(e)
try: C(*args[:3])
except Exception as e: print(e)
try: C(*args,x=1)
except Exception as e: print(e)
for k in ['co_argcount','co_code','co_consts','co_names','co_varnames','co_flags','co_stacksize','co_freevars','co_cellvars','co_nlocals','co_linetable','co_exceptiontable','co_name','x']:
  for v in (None,-1,(),b'',1,2**40):
    try: print(k,v,c.replace(**{k:v}).co_name)
    except Exception as e: print(k,v,type(e).__name__,e)
try: c.replace(1)
except Exception as e: print(e)
print([n for n in dir(c)])
print(hash(c)==hash(c.replace()), c==c.replace(), c==c.replace(co_consts=c.co_consts+(1,)), c<c if 0 else 0)
def g():
    yield 1
it=g(); print(it.gi_frame.f_lasti); next(it); print(it.gi_frame.f_lasti, it.gi_frame.f_lineno)

print(c._varname_from_oparg(0))
for a in (-1,100,'x'):
    try: print(c._varname_from_oparg(a))
    except Exception as e: print(type(e).__name__,e)

import warnings
def numbered(x):
    if x:
        return [i
                for i in x]
    try:
        with x as y: pass
    except ValueError: pass
    return f'{x}'
k = numbered.__code__
print(list(k.co_lines()))
print(list(k.co_positions())[:6])
print(k.co_code.hex(), k.co_linetable.hex(), k.co_exceptiontable.hex())
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    print(k.co_lnotab.hex(), caught[0].category.__name__, caught[0].message)
# EXTENDED_ARG: many names, and jumps over much code
big = 'def f(x):\n' + ''.join(f'    if x == {i}: a{i} = g{i}\n' for i in range(300)) + '    while x: x -= 1\n    return x\n'
space = {}
exec(big, space)
code = space['f'].__code__
print(len(code.co_code), sum(code.co_code), sum(code.co_linetable), code.co_code.count(71))
again = code.replace(co_name='g', co_firstlineno=100)
print(again.co_name, again == code, again.co_code == code.co_code, next(iter(again.co_lines())))
space['f'].__code__ = again
print(space['f'](5000))
# what does not keep to its frame is shown, but not run
wrong = code.replace(co_consts=())
print(wrong.co_code == code.co_code, wrong.co_consts)
def outer():
    y = 1
    def inner(): return y
    return inner
print(eval(compile('1 + 2', '<e>', 'eval').replace(co_filename='other')))
inner = outer().__code__
print(inner.co_freevars, outer.__code__.co_cellvars, inner.replace(co_freevars=('z',)).co_freevars)
try: raise KeyError
except KeyError as e: tb = e.__traceback__
print(tb.tb_lasti > 0, tb.tb_lasti % 2, type(tb)(None, tb.tb_frame, 12, 7).tb_lasti)
