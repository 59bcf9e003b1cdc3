import io,sys,os
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__module__, type(e).__name__, e)
s=io.StringIO("line1\nline2\nline3")
print(s.read(3), repr(s.readline()), s.readlines(), s.read(), s.tell()); s.seek(0); print(list(s)); s.seek(0,2); s.write("X"); print(s.getvalue())
t(lambda: s.write(5)); t(lambda: s.seek(-1)); t(lambda: s.seek(1,1)); s.seek(2); s.truncate(); print(s.getvalue()); s.seek(5); s.write('z'); print(repr(s.getvalue()))
with io.StringIO() as f:
    print("hi",1,file=f,end=''); print(f.getvalue(), f.closed)
t(lambda: f.read()); print(f.closed)
b=io.BytesIO(b"ab\ncd"); print(b.read(1),b.readline(),b.read(),b.tell(),b.seek(0),list(b),b.getvalue()); t(lambda: b.write("x")); b.write(b"zz"); print(b.getvalue())
t(lambda: open("nope.txt")); t(lambda: open("x","q")); t(lambda: open("x","rw")); t(lambda: open("x","rbt")); t(lambda: open("x","rb",encoding="u8")); t(lambda: open(None)); t(lambda: open("x",5)); t(lambda: open("."))
with open(__file__) as f:
    print(f.readline(), f.name=="x", f.mode, f.encoding, f.closed, f.readable(), f.writable(), f.seekable(), repr(f).replace(__file__,'F')); f.seek(0); print(f.read(6), f.tell())
    print(len(f.readlines())>3); t(lambda: f.write("x"))
t(lambda: f.read())
with open(__file__,"rb") as f: print(f.readline(), f.read(3))
for i,line in enumerate(open(__file__)):
    if i<2: print(line.rstrip())
print(sys.stdout, sys.stderr, sys.stdin, sys.stdout.encoding, sys.stdout.fileno(), sys.stdout.isatty(), sys.stdout.name, sys.stdout.writable(), sys.stdout.readable(), sys.stderr.errors)
print(sys.stdout.write("abc\n")); sys.stdout.flush(); sys.stderr.write("err\n"); print("é中😀"); sys.stdout.buffer.write(b"raw\n") if 0 else None
old=sys.stdout; sys.stdout=io.StringIO(); print("captured"); x=sys.stdout.getvalue(); sys.stdout=old; print(repr(x))
class W:
    def write(self,s): old.write('['+s+']')
print("a","b",file=W()); print(); t(lambda: print("a",file=W(),flush=True)); print()
class Ch:
    def __str__(self): print("in str"); return "Ch"
print("before",Ch(),"after")
sys.stdout=None; print("nothing"); sys.stdout=old
t(lambda: input()); t(lambda: sys.stdin.readline()); t(lambda: sys.stdin.read())
print(os.path.join("a","b","/c","d"), os.path.basename("/a/b.txt"), os.path.dirname("/a/b.txt"), os.path.splitext("a/b.tar.gz"), os.path.splitext(".x"), os.path.normpath("a//b/../c/."), os.path.split("/a/b/"), os.path.isabs("/a"), os.sep, os.linesep, os.path.exists(__file__), os.path.isfile(__file__), os.path.commonpath(["/a/b","/a/c"]), os.path.relpath("/a/b","/a/c"))
print(io.DEFAULT_BUFFER_SIZE, io.UnsupportedOperation.__mro__, isinstance(sys.stdout,io.TextIOBase), isinstance(io.BytesIO(),io.BufferedIOBase), isinstance(sys.stdout,io.IOBase))
sys.stderr.write("x\n"); print("to stderr",file=sys.stderr)
try: sys.exit(3)
except SystemExit as e: print(e.code, repr(e))
t(lambda: sys.exit("msg")) if 0 else None
print(sys.version_info[:2], sys.maxsize, sys.byteorder, sys.getrecursionlimit(), sys.float_info.max, sys.float_info.epsilon, sys.int_info, sys.hash_info.width, sys.implementation.name, sys.platform, sys.maxunicode, sys.version_info, sys.flags.optimize)
print(sys.getrefcount(None)>1000, sys.exc_info(), sys.intern("abc") is sys.intern("abc"))
try: 1/0
except ZeroDivisionError: print(sys.exc_info()[0], sys.exception(), sys.exc_info()[1] is sys.exception())
t(lambda: sys.setrecursionlimit(0)); t(lambda: sys.getsizeof()); t(lambda: sys.intern(5)); print(sys.argv[1:], sys.getsizeof([]), sys.getsizeof({}), sys.getsizeof(()), sys.getsizeof(set()), sys.getsizeof(1), sys.getsizeof(2**70), sys.getsizeof(1.5), sys.getsizeof(None), sys.getsizeof(object()), sys.getsizeof(lambda:1), sys.getsizeof(int)>0)
class S:
    def __sizeof__(self): return 10
print(sys.getsizeof(S()))
class T: pass
print(sys.getsizeof(T()), sys.getsizeof(S(),0))
class U: __slots__=('a','b')
print(sys.getsizeof(U())); sys.displayhook(5); sys.displayhook(None); print(_)
import time; print(time.gmtime(0), time.strftime("%Y-%m-%d %H:%M:%S",time.gmtime(86400*365)), time.time()>1e9, time.perf_counter()>0, time.asctime(time.gmtime(0)), time.mktime(time.gmtime(0)) if 0 else '', time.strptime("2020-01-02","%Y-%m-%d")[:6], time.gmtime(0).tm_year, time.gmtime(1.5)[:]); t(lambda: time.sleep(-1)); t(lambda: time.sleep("a")); time.sleep(0.001); t(lambda: time.strptime("x","%Y"))
