"""More defaults than parameters, set afterwards: the last ones count."""


def one(a):
    return a


def none():
    return "nothing"


def three(a, b, *, c=4):
    return a, b, c


def tell(function, *args, **keywords):
    try:
        print(function.__name__, args, keywords, function(*args, **keywords))
    except TypeError as e:
        print(function.__name__, args, keywords, e)


one.__defaults__ = 1, 2
none.__defaults__ = 1, 2
three.__defaults__ = 1, 2, 3
for function in one, none, three:
    for args in (), (7,), (7, 8), (7, 8, 9):
        for i in range(3):
            tell(function, *args)
tell(one, a=5)
tell(three, b=5)
three.__kwdefaults__ = {}
tell(three, 7)
tell(three, 7, c=1)
one.__defaults__ = tuple(range(1000))
tell(one)
one.__defaults__ = None
tell(one)
