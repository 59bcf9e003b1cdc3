import sys


def g():
    yield 1
    sys.exit(7)


for i in g():
    print(i)
