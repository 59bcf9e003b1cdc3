import sys
class W:
    def write(s, t): print('a')
    def flush(s): pass
sys.stdout = W()
try: print('x')
except RecursionError: sys.stdout = sys.__stdout__; print('rec')
