# The dispatch loop that tells a profile function goes on for a while when that is taken away; nothing of it is seen on the tape.
import sys
def f(n): return 1 if n<2 else f(n-1)
def name(c): return str(c)
def prof(f,e,a): pass
for i in range(4):
  sys.setprofile(prof)
  f(3)
  sys.setprofile(None)
  x=sorted([1,2], key=name)
for i in range(4):
  x=sorted([1,2], key=lambda e: name(e))
