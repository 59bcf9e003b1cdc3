# Which operand of an operation, and which argument of a call, dies first.
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
    def __add__(self, o): return 1
    def __getitem__(self, k): return 2
    def __setitem__(self, k, v): pass
    def __delitem__(self, k): pass
    def __contains__(self, k): return True
    def __eq__(self, o): return True
    def __call__(self, *a): pass
    def __enter__(self): return 3
    def __exit__(self, *a): pass
    __hash__ = object.__hash__
print("call")
isinstance(D(1), D)
divmod
print("x", end=str(len([D(1)])))
pow.__call__
def t(f):
    try: f()
    except TypeError as e: print("TE")
t(lambda: print(D(1).n, D(2).n, D(3).n))
id.__call__(D(4))
list((D(5), D(6)))
setattr(D(7), "x", D(8))
getattr(D(9), "y", D(10))
t(lambda: isinstance(D(11), D(12)))
[].__eq__(D(13))
print("kw")
print(sorted([1], key=D(14)) if 0 else 0)
t(lambda: max(D(15), D(16), key=lambda d: 1) and None)
t(lambda: dict(a=D(17), b=D(18)) and None)
print("ex"); 
t(lambda: isinstance(*(D(19), D(20))))
t(lambda: setattr(D(21), "q", D(22)))
print("ops")
D(1) + D(2)
D(3)[D(4)]
D(5)[D(6)] = D(7)
del D(8)[D(9)]
D(10) in D(11)
D(12) == D(13)
D(14) is D(15)
D(16).x = D(17)
D(18)[D(19):D(20)]
D(21)[D(22):D(23)] = D(24)
[*(D(25),D(26))]
f"{D(27).n}{D(28).n}"
D(29)(D(30), D(31))
D(32) and D(33)
D(34) < 3 if 0 else 0
