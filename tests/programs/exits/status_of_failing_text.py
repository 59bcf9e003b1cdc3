import sys


class A:
    def __str__(self):
        raise ValueError("no text")


sys.exit(A())
