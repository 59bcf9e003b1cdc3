"""Names and scopes: binding, unbound locals, cells, class scopes, comprehensions, exec and eval, deletions, imports of names."""


def attempt(label, action):
    try:
        print(label, "->", repr(action()))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


x = "global"
def unbound():
    print(x)
    x = 1
def conditional(flag):
    if flag: y = 1
    return y
def deleted():
    z = 1
    del z
    return z
def free_unbound():
    def inner(): return v
    inner()
    v = 1
def del_free():
    v = 1
    def inner(): return v
    del v
    return inner()
def except_name():
    try: 1 / 0
    except ZeroDivisionError as e: pass
    return e
def loop_leaks():
    for i in range(3): pass
    return i
def empty_loop():
    for i in (): pass
    return i

for function in (unbound, deleted, free_unbound, del_free, except_name, loop_leaks, empty_loop):
    attempt(function.__name__, function)
attempt("conditional", lambda: conditional(False))


class Scope:
    a = 1
    b = a
    c = [x for _ in range(1)]
    def method(self): return x
    try: d = [a for _ in range(2)]
    except NameError as error: d = str(error)
    e = (lambda: x)()
    x = "class"
    f = x
    h = [i for i in [a, a + 1]]

print(Scope.b, Scope.c, Scope().method(), Scope.d, Scope.e, Scope.f, Scope.h)


def counter():
    n = 0
    def up():
        nonlocal n
        n += 1
        return n
    def get(): return n
    return up, get

up, get = counter()
up(); up()
print(get(), up.__closure__[0].cell_contents, up.__code__.co_freevars, counter.__code__.co_cellvars)
functions = [lambda: i for i in range(3)]
print([f() for f in functions], [f() for f in [lambda i=i: i for i in range(3)]])
attempt("comprehension variable", lambda: eval("i_not_leaked", {}))
print([last := n for n in range(3)], last, (lambda: [y := 1, y])(), [(a, b) for a in "ab" for b in a + "c" if b != "a"])
attempt("walrus", lambda: eval("[i := 1 for i in range(2)]"))
exec("made = 5; del made; again = x")
print(again, eval("x + '!'", {"x": "given"}), eval("x", {"x": 1}, {"x": 2}), sorted(k for k in {**globals()} if k == "made"))
space = {}
exec("def f(): return len('abc')\nclass K:\n v = f()", space)
print(space["K"].v, sorted(k for k in space if not k.startswith("__")), "__builtins__" in space)
attempt("no builtins", lambda: eval("len('a')", {"__builtins__": {}}))
def local_exec():
    a = 1
    exec("a = 2; b = 3")
    return a, sorted(locals())
attempt("exec in function", local_exec)
def with_locals():
    p, q = 1, 2
    snapshot = locals()
    p = 5
    return snapshot["p"], sorted(snapshot), locals()["p"]
attempt("locals", with_locals)
attempt("globals", lambda: globals()["x"])
def star_del():
    global made_global
    made_global = 1
    del made_global
    return made_global
attempt("global deleted", star_del)
attempt("del twice", lambda: exec("q = 1\ndel q\ndel q"))
import builtins
builtins.injected = "from builtins"
print(injected); del builtins.injected
attempt("gone", lambda: injected)
len_before = len
len = lambda o: "shadowed"
print(len([])); del len
print(len([1]))
def outer():
    def middle():
        def inner():
            nonlocal deep
            deep += 1
            return deep
        return inner
    deep = 10
    return middle()()
print(outer())
class Meta(type):
    def __prepare__(name, bases): return {"injected": "by prepare"}
class UsesPrepare(metaclass=Meta): seen = injected
print(UsesPrepare.seen)
def recursive(n): return 1 if n == 0 else n * recursive(n - 1)
print(recursive(20))
attempt("too deep", lambda: recursive(10**5))
def gen_scope():
    x = "gen"
    yield [x for _ in "a"]
    yield (lambda: x)()
    x = "changed"
    yield (lambda: x)()
print(list(gen_scope()))
type Alias[T] = list[T]
def generic[T: int, *Ts, **P](a: T) -> T: return a
class Generic[T]:
    def get(self) -> T: return T
print(Alias, Alias.__value__, Alias.__type_params__, generic.__type_params__, Generic().get(), Generic[int], generic(1), generic.__annotations__)
type Lazy = undefined_name
attempt("lazy", lambda: Lazy.__value__)
print(__name__, __doc__[:20], __annotations__)
value: int = 5
other: "text"
print(__annotations__)
