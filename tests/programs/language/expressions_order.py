"""Evaluation order, made visible: each operand tells when it is evaluated."""


def t(value, label=None):
    print(label if label is not None else value, end=" ")
    return value


def line(what):
    print("|", what)

line(t(1) + t(2) * t(3) - t(4))
line(t(2) ** t(3) ** t(2))
line((t(1), t(2), [t(3), {t(4): t(5)}, {t(6)}]))
d = {t("k1"): t("v1"), **t({"a": 1}), t("k2"): t("v2")}; line(d)
def f(*args, **kwargs): return args, kwargs
line(t(f, "f")(t(1), *t([2, 3]), t(4), k=t(5), *t([6]), **t({"z": 7}), m=t(8)))
line(t(1) < t(3) < t(2) < t(9))
line(t(0) or t("") or t("x") or t("never"))
line(t(1) and t([]) and t("never"))
line(t("yes") if t(0) else t("no"))
line(not t(1) == t(2))
lst = [0, 1, 2]
t(lst, "target")[t(0)], t(lst, "target2")[t(1)] = t(10), t(20); line(lst)
t(lst, "obj")[t(2, "index")] += t(5, "value"); line(lst)
a = b = t(3); line((a, b))
i = 0
i, lst[i] = 1, "i was set first"; line(lst)
x = t([1], "list"); x += t([2]); line(x)
class O: pass
o = O()
t(o, "o").attr = t(5, "five"); line(o.attr)
t(o, "o").attr, t(o, "o2").other = t(1), t(2); line(vars(o))
line(t(lst, "seq")[t(0, "lo"):t(2, "hi"):t(1, "step")])
line([t(v) for v in t([1, 2], "iter") if t(v > 1, f"cond{v}")])
line({t(k): t(v) for k, v in t({"p": "q"}, "items").items()})
g = (t(v) for v in t([1, 2], "now")); print("/", end=" "); line(list(g))
line(f"{t(1)} {t('w')!r:>{t(5)}}")
line((lambda p=t("default"): p)())
def deco(label):
    print("deco", label, end=" ")
    def wrap(fn): print("apply", label, end=" "); return fn
    return wrap
@deco("outer")
@deco("inner")
def decorated(a=t("dflt"), *, k=t("kw")) -> t("ann"): pass
line(decorated.__name__)
@deco("class")
class Decorated(t(object, "base"), metaclass=t(type, "meta")):
    print("body", end=" ")
line(Decorated.__name__)
with t(open(__file__), "ctx1") as c1, t(open(__file__), "ctx2") as c2: line("with")
del t(lst, "del1")[t(0)], t(lst, "del2")[t(0)]; line(lst)
assert t(True, "assert"), t("message")
line("")
try: assert t(False, "assert"), t("message")
except AssertionError as e: line(e)
try: raise t(ValueError("v"), "exc") from t(KeyError("k"), "cause")
except ValueError as e: line((e, e.__cause__))
try: f(t(1), undefined, t(2))
except NameError as e: line(e)
try: t(1) + t("a")
except TypeError as e: line(e)
try: t({}, "d")[t("key")]
except KeyError as e: line(e)
print((y := t(5)) + y, [z := 1, z + 1], end=" "); line("")
match t((1, [2, 3], {"k": "v"}), "subject"):
    case (0, *_): line("no")
    case (a, [b, *rest], {"k": v, **others}) if t(True, "guard"): line((a, b, rest, v, others))
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
def classify(p):
    match p:
        case Point(0, 0): return "origin"
        case Point(x=0, y=yy): return f"on y at {yy}"
        case Point(xx, 0): return f"on x at {xx}"
        case Point(): return "elsewhere"
        case [Point() as first, *_]: return f"list from {first.x}"
        case str() | bytes(): return "text"
        case {"type": "a" | "b" as kind}: return kind
        case {}: return "mapping"
        case -1 | 1.5 | 2j | "never": return "literal"
        case None | True: return "singleton"
        case [[a, b], (c, *d)]: return (a, b, c, d)
        case []: return "empty"
        case int(n) if n > 100: return "big"
        case _: return "other"
for subject in (Point(0, 0), Point(0, 2), Point(3, 0), Point(1, 1), [Point(5, 6), 1], "s", {"type": "b"}, {"q": 1}, -1, 1.5, None, True, [[1, 2], [3, 4, 5]], (), 101, 50, {1}, range(0), b"x", 2j):
    print(classify(subject), end="; ")
print()
class Bad: __match_args__ = 5
for pattern in ("Bad(1)", "Point(1, 2, 3)", "Point(1, x=1)", "int(1, 2)", "print()"):
    try:
        subject = Bad() if "Bad" in pattern else Point(1, 2) if "Point" in pattern else 5
        exec(f"match subject:\n case {pattern}: print('yes')\n case _: print('no')")
    except Exception as e: print(type(e).__name__, e)
