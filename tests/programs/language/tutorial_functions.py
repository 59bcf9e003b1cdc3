"""Control flow and functions: every kind of parameter, and each mistake in a call."""


def attempt(action, *args, **kwargs):
    try:
        print("->", action(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


def fib(n):
    """Print a Fibonacci series."""
    a, b = 0, 1
    while a < n:
        print(a, end=" ")
        a, b = b, a + b
    print()

fib(50)
print(fib.__doc__, fib.__name__, fib(0))
for n in range(2, 10):
    for x in range(2, n):
        if n % x == 0:
            print(n, "equals", x, "*", n // x)
            break
    else:
        print(n, "is prime")


def standard(arg): return arg
def pos_only(arg, /): return arg
def kwd_only(*, arg): return arg
def combined(pos, /, std, *, kwd): return pos, std, kwd
def defaults(a, b=2, *args, c, d=4, **rest): return a, b, args, c, d, rest
def names(name, /, **kwds): return name, kwds
def many(a, b, c, d): return a
def two_kw(*, x, y, z): return x
def mixed(a, b=1, /, c=2, *, d=3): return a, b, c, d


for function in (standard, pos_only, kwd_only):
    attempt(function, 1)
    attempt(function, arg=1)
    attempt(function)
    attempt(function, 1, 2)
    attempt(function, wrong=1)
attempt(combined, 1, 2, 3)
attempt(combined, 1, 2, kwd=3)
attempt(combined, 1, std=2, kwd=3)
attempt(combined, pos=1, std=2, kwd=3)
attempt(combined)
attempt(defaults, 1)
attempt(defaults, 1, c=3)
attempt(defaults, 1, 2, 3, 4, c=5, d=6, e=7)
attempt(defaults, *range(5), **{"c": 1, "z": 2})
attempt(defaults, 1, a=2, c=3)
attempt(names, "foo", name=2)
attempt(many)
attempt(many, 1)
attempt(many, 1, 2, d=4)
attempt(many, 1, 2, 3, 4, 5)
attempt(two_kw)
attempt(two_kw, x=1)
attempt(two_kw, 1, x=1, y=2, z=3)
attempt(mixed)
attempt(mixed, 1, 2, 3, 4)
attempt(mixed, 1, 2, 3, d=4, e=5)
attempt(mixed, a=1)
attempt(lambda x, y=1: x + y, 1, 2, 3)
attempt(standard, *[1], *[2])
for text in ("standard(*3)", "standard(**3)", "standard(**{'arg': 1}, **{'arg': 2})", "standard(**{1: 2})", "standard(*[1, 2, 3])", "len()", "len(1, 2)", "len(obj=[])", "int('1', base=10, x=2)",
             "print(1, sepp='')", "sorted()", "sorted([1], 2)", "[].append()", "[].append(1, 2)", "''.join()", "{}.get()", "dict.get()", "str.upper(5)", "range()", "range('a')",
             "isinstance(1, 2)", "isinstance(1)", "max()", "max([])", "max(1)", "min([], default='none')", "sum(['a'])", "sum([[1], [2]], [])", "abs('a')", "chr('a')", "pow(2, 3, 0)",
             "pow(2, -1, 7)", "pow(2, -1, 4)", "open()", "iter(1)", "next([])", "next(iter([]))", "next(iter([]), 'end')", "list(zip([1], [1, 2], strict=True))",
             "list(zip([1, 2], [1], strict=True))", "list(map(len, 3))", "map()", "filter(None)", "list(filter(None, [0, 1, '', 'a']))", "enumerate()", "list(enumerate('ab', start=5))",
             "reversed({1})", "type()", "type(1, 2)", "object(1)", "super()", "vars(1)", "dir(5)[:1]", "hash([])", "hash(slice(1))", "id()", "input(1, 2)", "callable(1)",
             "getattr(1, 'x')", "getattr(1, 2)", "setattr(1, 'x', 2)", "delattr(1, 'x')", "hasattr(1, 'real')", "format(1, 2)", "format(1, 'q')", "eval('1 +')", "exec('x = ')", "compile('1', 'f', 'wrong')",
             "divmod(1)", "round('a')", "round()", "bytes(-1)", "bytes('a')", "bytes([256])", "bytearray(3)", "frozenset([[]])", "set([[]])", "{[]: 1}", "{[]}", "dict([1])", "dict([[1]])", "dict(1)", "tuple(1)",
             "complex('a')", "slice()", "memoryview(1)", "property(1, 2, 3, 4, 5)", "staticmethod()", "issubclass(1, int)", "any(1)", "all(iter([1, 0]))", "__import__('nonexistent')"):
    attempt(eval, text)


def f(a, L=[]):
    L.append(a)
    return L

print(f(1), f(2), f(3))
i = 5
def g(arg=i): print(arg)
i = 6
g()
def annotated(ham: str, eggs: str = "eggs", *more: int, k: "later" = 1) -> str: return ham + eggs
print(annotated.__annotations__, annotated.__defaults__, annotated.__kwdefaults__)
print((lambda n: lambda x: x + n)(42)(1), sorted([(1, "one"), (2, "two"), (3, "three")], key=lambda p: p[1]))


def http_error(status):
    match status:
        case 400: return "Bad request"
        case 401 | 403 | 404: return "Not allowed"
        case int() as n if n > 500: return f"server {n}"
        case _: return "?"

print([http_error(s) for s in (400, 403, 503, 500, "a")])
