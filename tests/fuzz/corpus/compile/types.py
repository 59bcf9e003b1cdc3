type T[A: int, *B, **C] = dict[A, B]
def f[T](x: T) -> T: return x
class C[T]: x: T
