# _lsprof and cProfile: how often functions are called, by whom, and how long that takes by a clock of the program's own.
import _lsprof
import cProfile
import io
import pstats
import sys


def attempt(function, *args, **keywords):
    try:
        print(args, keywords, type(function(*args, **keywords)).__name__)
    except Exception as error:
        print(args, keywords, type(error).__name__, error)


def name(code):
    return getattr(code, "co_qualname", code)


def show(profiler):
    for entry in sorted(profiler.getstats(), key=lambda entry: name(entry.code)):
        calls = entry.calls and sorted((name(call.code), call.callcount, call.reccallcount) for call in entry.calls)
        print(" ", name(entry.code), entry.callcount, entry.reccallcount, calls)


def count_down(n):
    return 1 if n < 2 else count_down(n - 1)


def same(x):
    return x


def generate():
    items = []
    items.append(len("a"))
    count_down(3)
    sum(map(abs, [1, 2]))
    dict.fromkeys("a")
    "a".join([])
    sorted([2, 1], key=same)
    list.append(items, 1)
    str(3)
    "".upper()
    yield 1
    yield 2


def fail():
    raise ValueError


print("calls, recursion, callers, generators, natives")
profiler = _lsprof.Profiler()
profiler.enable()
print(sys.getprofile())
list(generate())
profiler.disable()
print(sys.getprofile())
show(profiler)
profiler.clear()
print(profiler.getstats())

print("without natives and pairs")
profiler = _lsprof.Profiler(subcalls=False, builtins=False)
profiler.enable()
list(generate())
profiler.disable()
show(profiler)
profiler.enable(subcalls=True)
list(generate())
profiler.disable()
show(profiler)

print("exceptions")
profiler = _lsprof.Profiler()
profiler.enable()
for function in fail, [].pop:
    try:
        function()
    except (ValueError, IndexError):
        pass
profiler.disable()
show(profiler)

print("a clock of one's own")
ticks = 0


def clock():
    global ticks
    ticks += 1
    return ticks


for unit in 0.5, 2, 0.0:
    profiler = _lsprof.Profiler(clock, unit)
    profiler.enable()
    count_down(3)
    same(len(""))
    profiler.disable()
    for entry in sorted(profiler.getstats(), key=lambda entry: name(entry.code)):
        print(" ", name(entry.code), entry[1:5], entry.calls and [tuple(call)[1:] for call in entry.calls])


for what in "enable", "disable", "clear", "getstats":

    class Meddling:
        isFirst = True

        def __call__(self):
            if self.isFirst:
                self.isFirst = False
                attempt(getattr(self.profiler, what))
            return 1

    meddling = Meddling()
    meddling.profiler = _lsprof.Profiler(meddling)
    meddling.profiler.enable()
    count_down(2)
    meddling.profiler.disable()
    show(meddling.profiler)

print("wrong arguments")
attempt(_lsprof.Profiler, 3)
attempt(_lsprof.Profiler, None, "a")
attempt(_lsprof.Profiler, None, 1, 2, 3, 4)
attempt(_lsprof.Profiler, foo=1)
attempt(_lsprof.Profiler().enable, 1, 2, 3)
attempt(_lsprof.Profiler().enable, foo=1)
attempt(_lsprof.Profiler().getstats, 1)
attempt(_lsprof.Profiler().disable)
attempt(_lsprof.Profiler().clear)
profiler = _lsprof.Profiler()
profiler.enable()
attempt(profiler.enable)
attempt(_lsprof.Profiler().enable)
_lsprof.Profiler().disable()
profiler.disable()

print("cProfile")
with cProfile.Profile(clock, 1) as profile:
    count_down(5)
    sorted([2, 1], key=lambda x: -x)
out = io.StringIO()
pstats.Stats(profile, stream=out).strip_dirs().sort_stats("stdname").print_stats()
print("\n".join(line for line in out.getvalue().splitlines() if "__exit__" not in line))
