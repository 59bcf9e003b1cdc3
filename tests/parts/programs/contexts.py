# with, try, raise, except, finally.
class Lock:
    held = 0

    def __init__(self, name, swallows=False):
        self.name, self.swallows = name, swallows

    def __enter__(self):
        Lock.held += 1
        return self.name.upper()

    def __exit__(self, kind, error, trace):
        Lock.held -= 1
        return self.swallows and kind is not None


def risky(n):
    try:
        return 10 / n + [1, 2][n]
    except ZeroDivisionError as error:
        return str(error)
    except (IndexError, KeyError):
        raise ValueError(f"no {n}") from None
    finally:
        log.append(n * 2)


log = []
with Lock("a") as a, Lock("b", True) as b:
    print(a + b, Lock.held)
    raise KeyError(a.lower())
for n in range(3):
    try:
        print(risky(n), -n)
    except ValueError as error:
        print(error.args[0], isinstance(error, Exception) and len(log))
    else:
        log += [n]
print(log, Lock.held)
match log:
    case [first, *others] if first == 0:
        print(first, len(others))
match {"kind": "circle", "r": 2}:
    case {"kind": "circle", "r": r}:
        print(r * r)
print([][len(log)])
