# contextvars: variables, tokens and contexts, and that each thread has its own.
import contextvars
import gc
import re
import sys
import threading
import weakref


def plain(text):
    return re.sub("0x[0-9a-f]+", "0x", text)


def show(function, *args, **kwargs):
    try:
        print("ok", plain(repr(function(*args, **kwargs))))
    except BaseException as problem:
        print(type(problem).__name__, plain(str(problem)))


Var, Context, Token = contextvars.ContextVar, contextvars.Context, contextvars.Token
show(Var)
show(Var, 1)
show(Var, "a", 1)
show(Var, "a", default=3, x=1)
show(Var, "a", x=1)
show(Var, name="a")
v, d = Var("v"), Var("d", default=42)
print(plain(repr(v)), plain(repr(d)), v.name)
show(v.get)
show(v.get, 7)
show(d.get)
show(d.get, 1)
show(v.get, 1, 2)
show(v.set)
show(v.set, 1, 2)
token = v.set(1)
print(plain(repr(token)), token.var is v, token.old_value is Token.MISSING, repr(Token.MISSING), type(Token.MISSING))
show(v.reset, 1)
show(v.reset, token)
print(plain(repr(token)))
show(v.reset, token)
show(d.reset, token)
second = d.set(1)
show(v.reset, second)
show(v.get)
show(Token)
show(Context, 1)
context = contextvars.copy_context()
print(len(context), v in context, d in context, context[d])
show(lambda: context[v])
show(lambda: context[1])
show(lambda: 1 in context)
show(context.get, v)
show(context.get, v, 3)
show(context.get, 1)
show(context.get)
show(context.keys)
show(context.values)
show(context.items)
show(lambda: list(context))
show(lambda: (list(context.keys()) == [d], list(context.values()), [value for key, value in context.items()]))
show(context.copy)
show(context.run)
show(context.run, lambda: v.set(5))
print(context[v])
show(context.run, lambda: context.run(int))
show(context.run, 1)
show(context.run, lambda *args, **kwargs: (args, kwargs), 1, 2, key=3)
show(context.run, lambda: 1 / 0)
show(v.get)
foreign = context.run(v.set, 9)
show(v.reset, foreign)
show(lambda: context == context.copy())
show(lambda: context != context.copy())
show(lambda: context == 1)
show(hash, context)
show(lambda: context < context)
print(Var[int], Token[int], [sys.getsizeof(x) for x in (v, context, token)])
try:
    class Sub(Context):
        pass
except TypeError as problem:
    print(problem)
show(setattr, v, "name", 1)
show(setattr, v, "x", 1)
show(hash, token)
weakref.ref(context)
show(weakref.ref, v)
many = [Var("v%d" % i) for i in range(20)]
for i, var in enumerate(many):
    var.set(i)
copy = contextvars.copy_context()
many[3].set("changed")
print(sum(copy[var] for var in many), many[3].get(), copy.run(many[3].get))

in_thread = []
d.set("main")


def look():
    in_thread.append((d.get(), v.get("none"), len(contextvars.copy_context())))
    d.set("thread")


thread = threading.Thread(target=look)
thread.start()
thread.join()
print(in_thread, d.get())
inherited = contextvars.copy_context()
thread = threading.Thread(target=inherited.run, args=(look,))
thread.start()
thread.join()
print(in_thread[1][:2], d.get(), inherited[d])


class Dying:
    def __del__(self):
        print("value gone")


own = Context()
own.run(v.set, Dying())
print("drop")
del own
cycle = Context()
holder = [cycle]
cycle.run(v.set, holder)
del cycle, holder
print(gc.collect() > 0)
