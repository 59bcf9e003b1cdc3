class ConfigError(Exception):
    """Something is wrong with the settings."""


class MissingKey(ConfigError):
    def __init__(self, key):
        super().__init__(key)
        self.key = key

    def __str__(self):
        return f"missing {self.key!r}"


def read(settings, key):
    try:
        return int(settings[key])
    except KeyError as problem:
        raise MissingKey(key) from problem
    except ValueError:
        raise ConfigError(f"bad value for {key}")


def finish(n):
    try:
        if n == 0:
            return "try"
        if n == 1:
            raise ValueError("in try")
        if n == 2:
            1 / 0
    except ValueError as problem:
        return f"except {problem}"
    else:
        return "else"
    finally:
        print("finally", n)
        if n == 2:
            return "finally wins"


settings = {"size": "10", "name": "abc"}
for key in ("size", "width", "name"):
    try:
        print(key, read(settings, key))
    except ConfigError as problem:
        print(type(problem).__name__, problem, repr(problem.__cause__), repr(problem.__context__), problem.__suppress_context__)
print([finish(n) for n in range(4)])
for i in range(3):
    try:
        if i == 1:
            continue
        print("body", i)
    finally:
        print("cleanup", i)
try:
    raise ExceptionGroup("several", [ValueError(1), TypeError("t")])
except* ValueError as group:
    print("values", group.exceptions)
except* TypeError as group:
    print("types", group.exceptions)
problem = ValueError("noted")
problem.add_note("remember")
try:
    raise problem
except ValueError as caught:
    print(caught.__notes__, caught is problem)
raise MissingKey("end") from None
