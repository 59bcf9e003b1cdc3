import json
class D(dict):
    def items(self):
        yield 'a', 1
        self.clear()
        yield 'b', 2
print(json.dumps(D(a=1, c=3)))
L = [1, 2, 3]
class X:
    pass
def default(o):
    L.clear(); return 'x'
L[:] = [X() for i in range(10)]
print(json.dumps(L, default=default))
d = {}
def default2(o):
    d.clear(); return 'x'
d.update({str(i): X() for i in range(10)})
print(json.dumps(d, default=default2))
def hook(pairs):
    pairs.clear(); return pairs
print(json.loads('{"a": [1, {"b": 2}], "c": 3}', object_pairs_hook=hook))
class F(float):
    def __repr__(s): return 'evil'
print(json.dumps(F(1)), )
class S(str):
    def __str__(s): return 1
print(json.dumps(S('x')))
try: json.dumps({S('k'): [S('z')]}, indent=S('  '))
except Exception as e: print(type(e), e)
