"""Statements: with, try and finally in every order of leaving, loops' else, del, star assignment, chains of except*, type."""


class Manager:
    def __init__(self, name, swallow=False, fail=None): self.name, self.swallow, self.fail = name, swallow, fail
    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter": raise RuntimeError("enter " + self.name)
        return self
    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__, value, traceback is not None)
        if self.fail == "exit": raise RuntimeError("exit " + self.name)
        return self.swallow


def attempt(function, *args):
    try:
        print(function.__name__, "->", function(*args))
    except BaseException as error:
        chain = []
        while error is not None:
            chain.append(repr(error))
            error = error.__context__
        print(function.__name__, "raised", " <- ".join(chain))


def nested_failures():
    with Manager("a", swallow=True), Manager("b", fail="exit"), Manager("c"):
        raise ValueError("body")
    return "swallowed"
def enter_fails():
    with Manager("a") as a, Manager("b", fail="enter"): pass
def return_inside():
    with Manager("a", fail="exit"): return "lost"
def parenthesized():
    with (Manager("x") as x, Manager("y") as y,): return x.name + y.name
def loops():
    out = []
    for i in range(5):
        with Manager(str(i), swallow=True):
            if i == 0: continue
            if i == 1: raise KeyError(i)
            if i == 2: break
    else: out.append("else")
    return out, i
def finally_overrides():
    for i in range(3):
        try:
            try: 1 / 0
            finally: continue
        except ZeroDivisionError: print("never")
        finally: print("fin", i)
    return i
def finally_raises():
    try: raise ValueError("first")
    finally: raise KeyError("second")
def except_raises():
    try: raise ValueError("first")
    except ValueError: raise KeyError("second")
    finally: print("fin")
def bare_reraise():
    try: raise ValueError("v")
    except ValueError:
        try: raise KeyError("k")
        except KeyError: pass
        raise
def else_raises():
    try: pass
    except ValueError: print("never")
    else: raise ValueError("from else")
    finally: print("fin")
def nested_return():
    try:
        try: return "inner"
        finally: print("inner fin")
    finally: print("outer fin")
def value_then_finally():
    x = [1]
    try: return x
    finally: x.append(2)
def wrong_except():
    try: raise ValueError("v")
    except 5: pass
def wrong_except_tuple():
    try: raise ValueError("v")
    except (KeyError, "x"): pass
def dynamic_except():
    kinds = (KeyError, IndexError)
    try: [][1]
    except kinds as e: return repr(e)
def while_else(n):
    while n:
        n -= 1
        if n == 3: break
    else: return "else"
    return n
def star_groups():
    log = []
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("h", [ValueError(3), OSError(4)])])
    except* ValueError as g: log.append([str(e) for e in g.exceptions]); raise KeyError("new")
    except* TypeError: log.append("type")
    finally: print(log)
def star_plain():
    try: raise ValueError("plain")
    except* ValueError as g: return_value = repr(g)
    return return_value
def star_unmatched():
    try: raise ExceptionGroup("g", [ValueError(1), OSError(2)])
    except* ValueError: pass
def star_wrong():
    try: raise ValueError(1)
    except* ExceptionGroup: pass
def star_reraise():
    try: raise ExceptionGroup("g", [ValueError(1), OSError(2)])
    except* ValueError: raise
    except* OSError as e: raise RuntimeError("r") from e
def generator_finally():
    def g():
        try: yield 1
        finally: print("closed")
    for v in g():
        break
    print("after loop")
    it = g(); next(it)
    try: it.throw(KeyError("thrown"))
    except KeyError as e: return repr(e)
def raise_class_with_args():
    class Needs(Exception):
        def __init__(self, a): self.a = a
    raise Needs
def context_cut():
    try:
        try: raise ValueError("v")
        except ValueError as e: raise e
    except ValueError as e: return e.__context__
def cause_wrong(): raise ValueError from 5
def raise_wrong(): raise "text"
def assert_tuple(): assert 1 == 1, "fine"; return "ok"

for function in (nested_failures, enter_fails, return_inside, parenthesized, loops, finally_overrides, finally_raises, except_raises, bare_reraise, else_raises, nested_return,
                 value_then_finally, wrong_except, wrong_except_tuple, dynamic_except, star_groups, star_plain, star_unmatched, star_wrong, star_reraise, generator_finally,
                 raise_class_with_args, context_cut, cause_wrong, raise_wrong, assert_tuple):
    attempt(function)
attempt(while_else, 2); attempt(while_else, 10)

a, (b, *c), *d = 1, (2, 3, 4), 5, 6
print(a, b, c, d); [e, f] = "ef"; (g,) = [7]; h, = "8"; print(e, f, g, h)
*i, = {}; j = *"ab", 1; print(i, j)
for k, (l, *m) in [(1, "abc"), (2, "d")]: print(k, l, m)
for n in *[1], *(2, 3): print(n, end=" ")
print(); o = p = []; o.append(1); print(p is o)
x = y = z = 0; x, y = y + 1, x + 2; print(x, y, z)
del (x, [y]), z
try: x
except NameError as error: print(error)
values = [1, 2, 3, 4]
for v in values:
    if v == 2: values.remove(v)
print(values)
for v in values[:]:
    if len(values) < 6: values.append(v * 10)
print(values); values[len(values):] = [0]; values[1:2] = []; values *= 2; print(values)
if (count := len(values)) > 10: print("long")
elif count: print(f"{count=}")
pass; ...; "expression"; 1 + 1
lines = 1 + \
    2
print(lines); global_var: int; annotated: "str" = "s"; print(__annotations__)
def unreachable():
    return 1
    yield
print(next(unreachable(), "a generator all the same"), list(unreachable()))
print([*range(3)], {*"a"}, {**{"a": 1}, "a": 2}, (*[], *[1]), *"xy", sep="-")
