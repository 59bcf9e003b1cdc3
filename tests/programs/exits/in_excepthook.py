import sys


def hook(*a):
    print("hook", a[1])
    sys.exit(8)


sys.excepthook = hook
1 / 0
