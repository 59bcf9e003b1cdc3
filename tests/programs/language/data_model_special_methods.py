"""Special methods: each is called when the language reference says so, with what it says, and its wrong answers are refused."""


def attempt(label, action):
    try:
        print(label, "->", repr(action()))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


class Loud:
    """Tells which special method was called, with what."""
    log = []

    def __init__(self, name): self.name = name
    def __repr__(self): return f"<{self.name}>"

def add_method(name, result):
    def method(self, *args):
        print("  ", name, self, *args)
        return result
    method.__name__ = name
    setattr(Loud, name, method)

for op in "add sub mul matmul truediv floordiv mod divmod pow lshift rshift and xor or".split():
    add_method(f"__{op}__", NotImplemented)
    add_method(f"__r{op}__", f"r{op}")
    if op != "divmod": add_method(f"__i{op}__", NotImplemented if op in ("sub", "or") else f"i{op}")
for op in ("lt", "le", "eq", "ne", "gt", "ge"):
    add_method(f"__{op}__", NotImplemented)
Loud.__hash__ = object.__hash__
for op in ("neg", "pos", "invert", "abs"):
    add_method(f"__{op}__", op)
a, b = Loud("a"), Loud("b")
for text in ("a + b", "a + 1", "1 + a", "a - b", "a @ b", "divmod(a, b)", "divmod(1, b)", "pow(a, b)", "pow(a, b, 3)", "pow(2, b)", "a ** b", "a << 1", "1 >> a", "a & b", "-a", "+a", "~a", "abs(a)",
             "a < b", "a <= 1", "1 < a", "a == b", "a == a", "a != b", "a != a", "1 == a", "a > b > 1", "a in [b]", "a in [a]", "[a] == [b]", "(a,) < (b,)", "[a, 1] < [a, 2]", "{a: 1}.get(b)", "sorted([a, b])", "max(a, b)"):
    attempt(text, lambda: eval(text))
for text in ("x += 1", "x -= 1", "x |= 1", "x //= 2", "x @= x", "x **= 2", "x <<= b"):
    space = {"x": Loud("x"), "b": b}
    attempt(text, lambda: exec(text, space))
    print("   x is", space["x"])


class Sub(int):
    def __radd__(self, other): return f"Sub.radd {other}"
    def __rsub__(self, other): return NotImplemented
    def __eq__(self, other): return "Sub.eq"
    __hash__ = None

print(1 + Sub(2), Sub(1) + 2, 1 - Sub(2), 1 == Sub(1), 1 != Sub(2))
attempt("hash", lambda: hash(Sub(1)))


class Wrong:
    def __len__(self): return self.answer
    def __bool__(self): return self.answer
    def __index__(self): return self.answer
    def __int__(self): return self.answer
    def __float__(self): return self.answer
    def __str__(self): return self.answer
    def __repr__(self): return self.answer
    def __hash__(self): return self.answer
    def __iter__(self): return self.answer
    def __format__(self, spec): return self.answer
    def __contains__(self, x): return self.answer
    def __bytes__(self): return self.answer
    def __complex__(self): return self.answer
    def __length_hint__(self): return self.answer
    def __dir__(self): return self.answer
    def __round__(self, n=None): return ("round", n)
    def __trunc__(self): return 3
    def __ceil__(self): return 4
    def __floor__(self): return 5

w = Wrong()
for answer in (1, -1, 2.5, "text", None, 10**30, b"x", True, [3]):
    w.answer = answer
    for name in ("len", "bool", "int", "float", "str", "repr", "hash", "iter", "format", "bytes", "complex", "dir", "hex", "round", "range", "chr"):
        function = eval(name)
        attempt(f"{name} of {answer!r}", lambda: str(function(w)) if name in ("iter",) else function(w))
    attempt("in", lambda: 1 in w)
    attempt("index", lambda: "abc"[w])
    attempt("%d", lambda: "%d" % w)
    attempt("f", lambda: f"{w}")
    attempt("not", lambda: not w)


class Attributes:
    real = 1
    def __getattribute__(self, name):
        print("   getattribute", name)
        return super().__getattribute__(name)
    def __getattr__(self, name):
        print("   getattr", name)
        if name == "missing": raise AttributeError("custom missing")
        return name.upper()
    def __setattr__(self, name, value):
        print("   setattr", name, value)
        super().__setattr__(name, value)
    def __delattr__(self, name):
        print("   delattr", name)
        super().__delattr__(name)

o = Attributes()
attempt("real", lambda: o.real)
attempt("dynamic", lambda: o.dynamic)
attempt("missing", lambda: o.missing)
attempt("hasattr", lambda: hasattr(o, "missing"))
attempt("getattr default", lambda: getattr(o, "missing", 7))
o.x = 3
attempt("x", lambda: o.x)
del o.x
attempt("del again", lambda: delattr(o, "x"))
o.__dict__["direct"] = 1
attempt("direct", lambda: o.direct)


class Container:
    def __getitem__(self, key): return key
    def __setitem__(self, key, value): print("   set", key, value)
    def __delitem__(self, key): print("   del", key)
    def __missing__(self, key): return "never"
    def __call__(self, *args, **kwargs): return args, kwargs
    def __class_getitem__(cls, item): return f"{cls.__name__}[{item}]"
    def __enter__(self): print("   enter"); return "entered"
    def __exit__(self, *what): print("   exit", what[0]); return what[0] is KeyError
    def __reversed__(self): return "reversed"
    def __copy__(self): return "copied"

c = Container()
print(c[1], c[1:2], c[::3, ...], c[1, 2], c[()], c[*"ab", 1], Container[int], c(1, *[2], x=3, **{"y": 4}), reversed(c))
c[1:2] = 5; del c[-1]; c[1] += 1; c["k", 2] = 3
with c as entered: print(entered)
with c: raise KeyError("swallowed")
attempt("not swallowed", lambda: exec("with c: raise OSError(5)"))


class Default(dict):
    def __missing__(self, key): return f"<{key}>"

d = Default(a=1)
print(d["a"], d["b"], d.get("b"), "b" in d, d)


class Meta(type):
    def __instancecheck__(cls, x): return x == 5
    def __subclasscheck__(cls, x): return x is str
    def __call__(cls, *args): print("   Meta.__call__", args); return super().__call__(*args)
    def __len__(cls): return 42
    def __iter__(cls): return iter("meta")
    def __contains__(cls, x): return x == "m"
    def __getattr__(cls, name): return f"meta {name}"
    def __or__(cls, other): return "or"
    def __prepare__(name, bases, **kw): print("   prepare", name, bases, kw); return {"prepared": True}
    def __new__(m, name, bases, space, **kw): return super().__new__(m, name, bases, space)
    def __init__(cls, name, bases, space, **kw): print("   init", name, [k for k in space if not k.startswith("__")], kw)

class Made(metaclass=Meta, option=1):
    y = 2
    def __new__(cls, *args): print("   new", args); return super().__new__(cls)
    def __init__(self, *args): print("   init instance", args)

print(isinstance(5, Made), isinstance(6, Made), issubclass(str, Made), len(Made), list(Made), "m" in Made, Made.unknown, Made | int, Made.prepared, type(Made))
print(type(Made(1, 2)).__name__)
