def t(s):
    try: print(s,'->',repr(eval(s)))
    except Exception as e: print(s,'->',type(e).__name__, e)
for s in r'''b"abc".upper(), b"aBc".swapcase(), b"hello world".title(), b"abc".capitalize()
b"abc".center(9,b"*"), b"ab".ljust(4), b"ab".rjust(4), b"-5".zfill(4)
b" a b ".split(), b"a,b".split(b","), b"a,b,c".rsplit(b",",1), b"a\nb\r\nc".splitlines(), b"a=b".partition(b"="), b"a=b=c".rpartition(b"=")
b"xxax".strip(b"x"), b" a ".lstrip(), b" a ".rstrip()
b"banana".replace(b"a",b"o"), b"banana".count(b"a"), b"banana".find(b"n"), b"banana".find(110), b"banana".rfind(b"a"), b"banana".index(b"x")
b"abc".startswith(b"a"), b"abc".endswith((b"c",b"d")), b"abc".removeprefix(b"a"), b"abc".removesuffix(b"c")
b"abc".isalpha(), b"123".isdigit(), b"ab1".isalnum(), b" ".isspace(), b"Ab".istitle(), b"ab".islower(), b"AB".isupper(), b"\xff".isascii()
b"abc".hex(), b"abc".hex("-"), b"abcde".hex(":",2), b"abcde".hex(":",-2), bytes.fromhex("61 62 63"), bytearray.fromhex("6162")
bytes(3), bytes([1,2,255]), bytes("é","utf-8"), bytes(b"ab"), bytes(bytearray(b"x")), bytes(range(5)), bytes()
b"abc"[0], b"abc"[-1], b"abc"[1:], b"abc"[::-1], b"abc"[::2], list(b"abc")
b"ab"+b"cd", b"ab"*3, b"ab"+bytearray(b"c"), bytearray(b"c")+b"ab", 97 in b"abc", b"bc" in b"abc", b"a"<b"b", b"a"==b"a", b"a"=="a"
b"%s %d %x %c %r" % (b"a",3,255,65,"é"), b"%5d|%-5d|" % (1,2), b"%b" % b"z", b"%a" % "é", b"%.2f" % 3.14159
repr(b"a'b"), repr(b'a"b'), repr(b"\x00\n\t\r\\\xff"), str(b"x")
hash(b"abc"), hash(b""), b"a".__hash__()==hash(b"a")
b"abc".translate(bytes.maketrans(b"ab",b"xy")), b"abc".translate(None,b"b"), b"a\tb".expandtabs(4)
b",".join([b"a",b"b"]), b"".join([]), b",".join([bytearray(b"x")])
b"abc".decode(), b"\xff".decode("latin-1")
b"a"+"b"
b"a".join(["x"])
b"abc".find("a")
bytes("a")
bytes(-1)
bytes([256])
bytes(["a"])
b"abc"[9]
int.from_bytes(b"\x01\x02","big"), (258).to_bytes(2,"little")
bytearray(b"abc"), bytearray(3), bytearray("é","utf-8"), bytearray([1,2])
[(a:=bytearray(b"abc")), a.append(100), a.extend(b"ef"), a.insert(0,65), a.pop(), a.pop(0), a.remove(98), a.reverse(), a]
[(a:=bytearray(b"hello")), a.__setitem__(0,72), a.__setitem__(slice(1,3),b"XYZ"), a.__delitem__(0), a.__delitem__(slice(0,2)), a]
[(a:=bytearray(b"abcdef")), a.__delitem__(slice(None,None,2)), a]
[(a:=bytearray(b"abcdef")), a.__setitem__(slice(None,None,2),b"XYZ"), a]
[(a:=bytearray(b"ab")), a.__iadd__(b"cd"), a.__imul__(2), a.copy(), a.clear(), a]
bytearray(b"abc").upper(), bytearray(b"a,b").split(b","), bytearray(b"abc")[1:], bytearray(b"abc")[0], bytearray(b"a")==b"a", bytearray(b"x").isalpha()
hash(bytearray())
bytearray([300])
bytearray(b"a").append(300)
bytearray().pop()
bytearray(b"a").remove(5)
[(m:=memoryview(b"hello")), m[0], m[1:3].tobytes(), m.tolist(), len(m), m.readonly, m.nbytes, m.format, m.shape, bytes(m), m==b"hello", m.obj][1:]
[(a:=bytearray(b"abc")), (m:=memoryview(a)), m.__setitem__(0,65), a, m.release(), a.append(1), a][2:]
[(a:=bytearray(b"abc")), (m:=memoryview(a)), a.append(1)]
memoryview(b"ab").__setitem__(0,1)
b"abc".__class__, type(bytearray()).__name__, bytes.__mro__
import_ok if False else 1
__import__("sys").getsizeof(b""), __import__("sys").getsizeof(b"abc"), __import__("sys").getsizeof(bytearray()), __import__("sys").getsizeof(bytearray(b"abc")), __import__("sys").getsizeof("abc"), __import__("sys").getsizeof("é"), __import__("sys").getsizeof("中"), __import__("sys").getsizeof("😀")
[__import__("sys").getsizeof(a) for a in [bytearray(range(n)) for n in range(0,30,3)]]
[(a:=bytearray(),[a.append(i%256) or __import__("sys").getsizeof(a) for i in range(40)])[1]]
[b for b in b"ab"], [*bytearray(b"ab")], next(iter(b"z"))
b"abc".count(b""), b"aaa".replace(b"",b"-"), b"aaa".replace(b"a",b"bb",2), b"".split(b","), b"".split()'''.split('\n'): t(s)
class S(str):
    x=1
s=S("héllo"); s.y=5
print(s, repr(s), type(s), s.upper(), type(s.upper()), s.y, len(s), s=="héllo", hash(s)==hash("héllo"), {s:1}["héllo"], s+"a", type(s+""), s[1:], str(s), type(str(s)))
class B(bytes): pass
b=B(b"abc"); b.z=1; print(b,type(b),b.z,b[0],b+b"d",len(b))
class BA(bytearray): pass
b=BA(b"abc"); b.z=1; print(b,type(b),b.z); b+=b"d"; print(b,type(b))
import sys
print(sys.getsizeof(s), sys.getsizeof(S("abc")), sys.getsizeof(S("")))
