# Small functions in great number: closures, keywords and defaults, functions passed on, decorators, partial results kept.
def counted(function):
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return function(*args, **kwargs)
    wrapper.calls = 0
    return wrapper


def adder(amount):
    def add(value):
        return value + amount
    return add


def compose(*functions):
    def composed(value):
        for function in functions:
            value = function(value)
        return value
    return composed


@counted
def scale(value, *, factor=2, offset=0):
    return value * factor + offset


def apply(function, values):
    return [function(value) for value in values]


def memory():
    known = {}

    def steps(n):
        if n == 1:
            return 0
        if n not in known:
            known[n] = 1 + steps(n // 2 if n % 2 == 0 else 3 * n + 1)
        return known[n]
    return steps


pipeline = compose(adder(1), adder(2), lambda value: value * 3, adder(-4))
total = 0
for turn in range(1100):
    total += sum(apply(pipeline, range(400)))
    for value in range(400):
        total += scale(value, factor=turn, offset=1)
    steps = memory()
    total += max(steps(n) for n in range(1, 150))
print(total, scale.calls)
