"""A view that is released while its index, its value or its bounds are being found out; bytes that are taken away from under a method."""
def tell(what, do):
    try:
        print(what, "gave", do())
    except BaseException as error:
        print(what, "->", type(error).__name__ + ":", error)
size = 128
m = ba = None
def release():
    global ba
    m.release()
    ba = bytearray(size)
def fresh(shape=None, format="B"):
    global m, ba
    ba = None
    m = memoryview(bytearray(b"\xff" * size))
    if shape: m = m.cast("B", shape)
    elif format != "B": m = m.cast(format)
    return m
class I:
    def __index__(self):
        release()
        return 4
class F:
    def __float__(self):
        release()
        return 4.25
class B:
    def __bool__(self):
        release()
        return True
tell("get", lambda: fresh()[I()])
tell("slice", lambda: list(fresh()[:I()]))
tell("slice2", lambda: list(fresh()[I():8]))
def put(shape, key, value, format="B"):
    m = fresh(shape, format)
    try:
        m[key] = value
    finally:
        print("  ", ba and bytes(ba[:16]))
tell("put", lambda: put(None, I(), 42))
tell("put slice", lambda: put(None, slice(None, I()), b"spam"))
tell("put slice2", lambda: put(None, slice(I(), 8), b"spam"))
for f in "bBc":
    tell("put " + f, lambda: put(None, 0, I(), f))
tell("contains", lambda: I() in fresh())
class E:
    def __eq__(self, other):
        m.release()
        return False
    def __hash__(self): return 1
tell("contains e", lambda: E() in fresh())
tell("index", lambda: fresh().index(E()) )
tell("count", lambda: fresh().count(E()) )
tell("index I", lambda: fresh().index(1, I(), 7) )
tell("tolist", lambda: fresh().tolist()[:3])
tell("hex", lambda: fresh().hex(I(), 3))
tell("hex", lambda: fresh().hex("-", I())[:10])
def it():
    m = fresh()
    i = iter(m); next(i); m.release()
    return next(i)
tell("iter", it)
def it():
    m = fresh()
    i = reversed(m); next(i); m.release()
    return next(i)
tell("reversed", it)
def it():
    m = fresh()
    for x in m: m.release()
tell("for", it)
def nested():
    m = fresh()
    s = m[1:]
    m.release()
    return s[0]
tell("nested", nested)
for name in "nbytes itemsize format ndim shape strides readonly obj c_contiguous contiguous".split():
    def get():
        m = fresh(); m.release(); return getattr(m, name)
    tell(name, get)
for name in "tobytes tolist hex toreadonly __enter__ release __len__ __hash__ __repr__".split():
    def get():
        m = fresh(); m.release(); r = getattr(m, name)(); return r if isinstance(r, (str, bytes)) and "0x" not in r else type(r)
    tell(name, get)


# ---- bytearrays and arrays that change meanwhile

import array

b = None
def make(n=200):
    global b
    b = bytearray(b"abc" * n)
    return b
class I:
    def __init__(self, n, how="clear"):
        self.n, self.how = n, how
    def __index__(self):
        if self.how == "clear": b.clear()
        elif self.how == "grow": b.extend(b"x" * 5000)
        return self.n
for how in "clear",:
    for n in 0, 5, -1, 590, 97:
        i = I(n, how)
        tell(f"get {n} {how}", lambda: make()[i])
        tell(f"slice {n} {how}", lambda: make()[i:])
        tell(f"slice2 {n} {how}", lambda: make()[:i])
        tell(f"slice3 {n} {how}", lambda: make()[::i] if n else 0)
        def put(k, v):
            o = make()
            try:
                o[k] = v
            finally:
                print("  ", len(o))
            return len(o), o[:8]
        def delete(k):
            o = make()
            try:
                del o[k]
            finally:
                print("  ", len(o))
            return len(o), o[:8]
        tell(f"put {n} {how}", lambda: put(i, 1))
        tell(f"put value {n} {how}", lambda: put(5, i))
        tell(f"put last {n} {how}", lambda: put(599, i))
        tell(f"put minus {n} {how}", lambda: put(-3, i))
        tell(f"put slice {n} {how}", lambda: put(slice(i, 20), b"zz"))
        tell(f"put slice b {n} {how}", lambda: put(slice(2, i), b"zz"))
        tell(f"put slice step {n} {how}", lambda: put(slice(2, i, 2), b"zz"))
        tell(f"put slice of list {n} {how}", lambda: put(slice(2, 8), [i]))
        tell(f"put slice of list 2 {n} {how}", lambda: put(slice(500, 508), [1, i, 2]))
        tell(f"put slice of itself {n} {how}", lambda: put(slice(i, 20), b))
        tell(f"del {n} {how}", lambda: delete(i))
        tell(f"del slice {n} {how}", lambda: delete(slice(i, 10)))
        tell(f"del slice step {n} {how}", lambda: delete(slice(i, 10, 2)))
        tell(f"append {n} {how}", lambda: (make().append(i), b[-5:]))
        tell(f"extend {n} {how}", lambda: (make().extend([i, 1]), len(b)))
        tell(f"insert {n} {how}", lambda: (make().insert(i, 1), len(b)))
        tell(f"insert v {n} {how}", lambda: (make().insert(3, i), len(b)))
        tell(f"pop {n} {how}", lambda: (make().pop(i), len(b)))
        tell(f"remove {n} {how}", lambda: (make().remove(i), len(b)))
        tell(f"mul {n} {how}", lambda: len(make(2) * i))
        def imul():
            o = make(2); o *= i; return len(o)
        tell(f"imul {n} {how}", imul)
        def iadd():
            o = make(2); o += [i]; return len(o)
        tell(f"iadd {n} {how}", iadd)
        for name in "find", "rfind", "index", "rindex", "count":
            tell(f"{name} {n} {how}", lambda: getattr(make(), name)(b"c", i))
            tell(f"{name} end {n} {how}", lambda: getattr(make(), name)(b"c", 0, i))
            tell(f"{name} itself {n} {how}", lambda: getattr(make(), name)(b, i))
            tell(f"{name} itself in bytes {n} {how}", lambda: getattr(b"abc" * 300, name)(make(), i))
        for name in "startswith", "endswith":
            tell(f"{name} {n} {how}", lambda: getattr(make(), name)(b"abc", i))
            tell(f"{name} end {n} {how}", lambda: getattr(make(), name)(b"abc", 0, i))
            tell(f"{name} itself {n} {how}", lambda: getattr(b"abc" * 300, name)(make(), i))
        # where the bytes are gone CPython looks into memory that it has given back, so that its answer means nothing there
        tell(f"contains {n} {how}", lambda: isinstance(i in make(), bool) if how == "clear" else i in make())
        for name in "center", "ljust", "rjust", "zfill", "expandtabs":
            tell(f"{name} {n} {how}", lambda: len(getattr(make(), name)(i)))
        tell(f"center with {n} {how}", lambda: len(b"abc".center(i, make(1)[:1])))
        tell(f"split {n} {how}", lambda: len(make().split(b"c", i)))
        tell(f"rsplit {n} {how}", lambda: len(make().rsplit(b"c", i)))
        tell(f"split itself {n} {how}", lambda: len((b"abc" * 300).split(make(1), i)))
        tell(f"rsplit itself {n} {how}", lambda: len((b"abc" * 300).rsplit(make(1), i)))
        tell(f"splitlines {n} {how}", lambda: len(make().splitlines(i)))
        tell(f"replace {n} {how}", lambda: len(make().replace(b"c", b"dd", i)))
        tell(f"replace itself {n} {how}", lambda: len((b"abc" * 300).replace(make(1), b"dd", i)))
        tell(f"hex {n} {how}", lambda: len(make().hex("-", i)))
        tell(f"format {n} {how}", lambda: len(make() % i))
        tell(f"format 2 {n} {how}", lambda: (make(), b.extend(b"%d %c %s"), len(b % (i, i, b"a")))[2])
        tell(f"bytes {n} {how}", lambda: bytes([i, 2]))
        tell(f"bytearray {n} {how}", lambda: bytearray([i, 2]))
        tell(f"int.from_bytes {n} {how}", lambda: int.from_bytes([i, 2]))
        tell(f"hex sep {n} {how}", lambda: b"abcdef".hex(make(1)[:1].decode(), i))
class Join:
    def __iter__(self):
        yield b"1"
        b.clear()
        yield b"2"
        b.extend(b"q" * 1000)
        yield b"3"
tell("join", lambda: make(3).join(Join()))
def items():
    a = make(3)
    yield a
    a.clear()
    a.extend(b"1" * 10000)
    yield a
tell("join of itself", lambda: len(b"-".join(items())))
class Bytes:
    def __bytes__(self):
        b.clear()
        return b"xyz"
tell("bytes of", lambda: make() % Bytes() if 0 else bytes(Bytes()))
make()
it = iter(b)
next(it)
b.clear()
print(list(it))
def exported(do):
    o = make()
    m = memoryview(o)
    try:
        return do(o)
    finally:
        m.release()
for name, do in dict(clear=lambda o: o.clear(), append=lambda o: o.append(1), pop=lambda o: o.pop(), extend=lambda o: o.extend(b"1"), delete=lambda o: o.__delitem__(0), insert=lambda o: o.insert(0, 1),
        remove=lambda o: o.remove(97), imul=lambda o: o.__imul__(2), iadd=lambda o: o.__iadd__(b"1"), slice=lambda o: o.__setitem__(slice(0, 2), b"123"), same=lambda o: o.__setitem__(slice(0, 2), b"12"), init=lambda o: o.__init__(b"1"), reverse=lambda o: o.reverse()).items():
    tell("exported " + name, lambda: exported(do))
class Eq:
    def __eq__(self, other):
        b.clear(); return True
tell("compare", lambda: make() == Eq())
for do in dict(pack=lambda: memoryview(make())[3:9].tolist(), ).values(): print(do())
a = None
def arr():
    global a
    a = array.array("i", range(100))
    return a
class J:
    def __init__(self, n): self.n = n
    def __index__(self):
        del a[:]
        return self.n
for n in 0, 5, -1, 99:
    j = J(n)
    tell("a get", lambda: arr()[j]); tell("a slice", lambda: arr()[j:]); tell("a put", lambda: (arr().__setitem__(j, 1), len(a)))
class Q:
    def __eq__(self, o):
        del a[:]
        return False
tell("a index", lambda: arr().index(Q())); tell("a count", lambda: arr().count(Q())); tell("a in", lambda: Q() in arr()); tell("a remove", lambda: arr().remove(Q()))
