import functools


def traced(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        print("call", function.__name__, args, kwargs)
        result = function(*args, **kwargs)
        print("gives", result)
        return result
    return wrapper


def repeat(times):
    def decorate(function):
        def wrapper(*args):
            return [function(*args) for _ in range(times)]
        return wrapper
    return decorate


@traced
def add(a, b=2):
    "Adds."
    return a + b


@repeat(3)
def hello(name):
    return "hello " + name


print(add(1), add(1, b=5), add.__name__, add.__doc__)
print(hello("you"))
