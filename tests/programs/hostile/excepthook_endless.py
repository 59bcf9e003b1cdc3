import sys
def h(*a): raise ValueError
sys.excepthook = h
1 / 0
