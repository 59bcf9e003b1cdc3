def f(): f()
try: f()
except RecursionError: print('deep')
