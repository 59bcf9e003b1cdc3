import sys


def g():
    try:
        yield
    except GeneratorExit:
        sys.exit(3)


x = g()
next(x)
try:
    x.close()
except SystemExit as e:
    print(e.code)
