import io
s = io.BytesIO(b'x' * 1000)
class I:
    def __index__(self):
        s.close(); return 5
class J:
    def __index__(self):
        s.truncate(0); return 500
def go(f):
    global s
    s = io.BytesIO(b'x' * 1000)
    try: r = f(); print(r if not isinstance(r, memoryview) else 'view')
    except Exception as e: print(type(e).__name__, e)
for K in I, J:
    go(lambda: s.read(K())); go(lambda: s.seek(K())); go(lambda: s.truncate(K())); go(lambda: s.readline(K())); go(lambda: s.seek(K(), K())); go(lambda: s.readlines(K())); go(lambda: s.read1(K()))
def w():
    v = s.getbuffer()
    try: s.write(b'y' * 5000)
    finally: v.release()
go(w)
class Wr:
    def __iter__(self):
        s.close(); return iter([b'a'])
go(lambda: s.writelines(Wr()))
s = io.StringIO('x' * 1000)
for K in I, J:
    for f in (lambda: s.read(K()), lambda: s.seek(K()), lambda: s.truncate(K()), lambda: s.readline(K())):
        s = io.StringIO('x' * 1000)
        try: print(f())
        except Exception as e: print(type(e).__name__, e)
