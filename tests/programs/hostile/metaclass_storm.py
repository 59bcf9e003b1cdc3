class M(type):
    def __getattribute__(c, n):
        return type.__getattribute__(c, n)
    def __call__(c, *a): return M('X', (c,), {})
    def __prepare__(n, b): return P()
class P(dict):
    def __getitem__(s, k):
        if len(s) > 3: s.clear()
        return dict.__getitem__(s, k)
class A(metaclass=M):
    a = 1
    b = a
    c = b
x = A
for i in range(50): x = x()
print(x.__name__)
