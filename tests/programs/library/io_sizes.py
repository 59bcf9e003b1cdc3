# What files in memory and on the disk weigh, how they grow, what they hold, and that they pickle and copy.
import copy
import gc
import io
import os
import pickle
import sys
import tempfile
import weakref

for kind in (io.BytesIO, io.StringIO, io.FileIO, io.BufferedReader, io.BufferedWriter, io.BufferedRandom, io.BufferedRWPair, io.TextIOWrapper,
             io.IncrementalNewlineDecoder, io.IOBase.__base__):
    print(kind.__name__, kind.__basicsize__, kind.__dictoffset__, kind.__weakrefoffset__, [base.__name__ for base in kind.__mro__])

print("-- BytesIO grows")
b = io.BytesIO()
sizes = [sys.getsizeof(b)]
for i in range(300):
    b.write(b"x")
    if sys.getsizeof(b) != sizes[-1]:
        sizes.append(sys.getsizeof(b))
print(sizes)
whole = b.getvalue()
print(sys.getsizeof(b), b.getvalue() is whole, sys.getrefcount(whole), b.write(b"y"), sys.getsizeof(b), b.getvalue() is whole)
print(b.truncate(10), sys.getsizeof(b), b.seek(0, 2), b.seek(1000), b.write(b"z"), sys.getsizeof(b), b.close(), sys.getsizeof(b))
data = b"shared bytes"
b = io.BytesIO(data)
print(sys.getsizeof(b), b.getvalue() is data, b.read() is data, b.seek(0), b.write(b"S"), b.getvalue(), data)

print("-- others")
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "f")
    with open(path, "w", buffering=1000) as f:
        print([sys.getsizeof(part) for part in (f, f.buffer, f.buffer.raw)])
    print([sys.getsizeof(part) for part in (f, f.buffer, f.buffer.raw)])
    with open(path, "rb", 100) as f:
        print(sys.getsizeof(f), f.__sizeof__())
s = io.StringIO("text" * 100)
print(sys.getsizeof(s), gc.is_tracked(s), sys.getsizeof(io.BufferedReader(io.BytesIO(), 5000)))

print("-- pickle, copy")
for made in (io.BytesIO(b"abc"), io.StringIO("añb\r\n", newline=None)):
    made.read(2)
    made.more = [1]
    for other in (pickle.loads(pickle.dumps(made)), copy.copy(made), copy.deepcopy(made)):
        print(type(other).__name__, other.tell(), other.getvalue() == made.getvalue(), other.more, other.__dict__)

print("-- lives and dies")
for make in (io.BytesIO, io.StringIO, lambda: io.TextIOWrapper(io.BytesIO()), lambda: io.BufferedReader(io.BytesIO()),
             lambda: io.BufferedRWPair(io.BytesIO(), io.BytesIO())):
    made = make()
    made.itself = made
    reference = weakref.ref(made)
    del made
    gc.collect()
    print(reference())


class Closing(io.StringIO):
    def close(self):
        print("close", self.closed)
        super().close()


c = Closing()
del c
c = Closing()
c.itself = c
del c
print(gc.collect() > 0)
with Closing() as c:
    print("in")
print(c.closed)
