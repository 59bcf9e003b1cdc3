"""Code that may await at the top level of a module (PyCF_ALLOW_TOP_LEVEL_AWAIT) is a coroutine's if it does."""
import ast, types, asyncio, inspect
F = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
def t(src, mode='exec', flags=F):
    try:
        c = compile(src, '<s>', mode, flags)
        print(repr(src), mode, hex(c.co_flags), inspect.iscoroutinefunction(types.FunctionType(c, {})), c.co_name, c.co_stacksize)
        return c
    except BaseException as e: print(repr(src), mode, type(e).__name__, e)
async def a(v=3): return v
async def ag():
    for i in range(3): yield i
for s, m in [('await a()', 'exec'), ('await a()', 'eval'), ('await a()', 'single'), ('x = 1', 'exec'), ('1', 'eval'), ('async for i in ag(): print(i)', 'exec'), ('async with z as q: pass','exec'),
   ('[i async for i in ag()]','exec'), ('[i async for i in ag()]','eval'), ('(i async for i in ag())','eval'), ('yield 1','exec'), ('def f(): await a()','exec'), ('class C: await a()','exec'), ('lambda: await a()','eval'),
   ('return 1','exec'), ('[await a() for i in range(3)]','eval'), ('[[x async for x in ag()] for y in range(2)]','eval'), ('yield from a()','exec'), ('await','exec'), ('{x: await a() for x in (1,)}', 'eval'), ('(await a() for i in range(3))','eval'), ('lambda: (yield)','eval'), ('def f(): [x async for x in ag()]','exec'), ('class C: [x async for x in ag()]','exec'), ('x = yield','exec')]:
    t(s, m); t(s, m, 0) if s.startswith('await') or 'async' in s else None
c = compile('x = await a()\nasync for i in ag(): print(i)\ny=[j async for j in ag()]', '<s>', 'exec', F)
g = {'a': a, 'ag': ag}
r = eval(c, g)
print(type(r), r.__name__, r.__qualname__)
asyncio.run(r); print(g['x'], g['y'])
r = eval(compile('await a(7)', '<s>', 'eval', F), g); print(asyncio.run(r))
f = types.FunctionType(compile('await a(8)', '<s>', 'single', F), g); asyncio.run(f())
r = exec(compile('1', '<s>', 'exec', F), g); print(r)
m = ast.parse('await a()', mode='eval'); print(compile(m, '<s>', 'eval', F).co_flags)
from code import InteractiveInterpreter
import codeop
cc = codeop.CommandCompiler(); cc.compiler.flags |= F
print(cc('await a(9)').co_flags)
try: eval('await a()')
except SyntaxError as e: print(e)
g = {}
print(types.FunctionType(compile('x = 5\nprint(x)', 's', 'exec'), g)(), sorted(k for k in g if k[0] != '_'))
