def f():
    try:
        f()
    finally:
        f()
import sys
sys.setrecursionlimit(12)
try: f()
except RecursionError as e:
    n = 0
    while e: n += 1; e = e.__context__
    print(n)
