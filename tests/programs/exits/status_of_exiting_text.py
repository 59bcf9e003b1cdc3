import sys


class A:
    def __str__(self):
        sys.exit(4)


sys.exit(A())
