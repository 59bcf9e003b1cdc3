# Signals that come while a pipe is written or read: what was taken until then counts, and the handler may do what is waited for.
import os, signal, threading, io, time
def handler(*a):
    global hits
    hits += 1
hits = 0
signal.signal(signal.SIGALRM, handler)

# a write that a handler interrupts gives out what was taken until then
r, w = os.pipe()
signal.setitimer(signal.ITIMER_REAL, 0.05)
print(os.write(w, b"x" * 100000), hits)
# and one that takes all when somebody reads
def drain():
    n = 0
    while n < 200000:
        n += len(os.read(r, 4096))
    print("read", n)
t = threading.Thread(target=drain)
t.start()
rest = os.write(w, b"y" * (200000 - 65536))
t.join()
print(rest)

# a handler does what its reader waits for
def feed(*a):
    os.write(w, b"bar")
signal.signal(signal.SIGALRM, feed)
os.write(w, b"foo")
signal.setitimer(signal.ITIMER_REAL, 0.05)
with open(r, "rb", closefd=False) as f:
    print(f.read(6))

# and a handler may raise
def fail(*a):
    1/0
signal.signal(signal.SIGALRM, fail)
for buffering in 0, -1:
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    f = open(w, "wb", closefd=False, buffering=buffering)
    try:
        f.write(b"ab" * 100000)
    except ZeroDivisionError as e:
        print("raised", e)
    print(len(os.read(r, 100000)))
    f.close()
# short writes are whole
os.set_blocking(w, False)
print(os.write(w, b"z" * 65000))
try:
    print(os.write(w, b"z" * 1000))
except BlockingIOError as e:
    print(e)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    os.read(r, 100000)
    os.read(r, 10)
except ZeroDivisionError as e:
    print("raised", e)
os.close(r)
try:
    os.write(w, b"1")
except OSError as e:
    print(e)
