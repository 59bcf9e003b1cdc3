type A = int
type B[T, *Ts, **P] = dict[T, tuple[*Ts]]
def f[T: int, U: (str, bytes) = str](a: T, b: U = 1, *, c: T = 2) -> T: return a
class C[T = int](Base[T]):
    x: T
    def m[S](self, y: S) -> T: return self.z
    type L = T
    type M[K] = [K, T, x]
class D[__T](x): __y = __T
async def g[T](): pass
def h[T](*args: *T): pass
