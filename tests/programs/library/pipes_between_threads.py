# A pipe within the process: who reads from an empty one, or writes to a full one, waits for another thread.
import os
import threading

low, high = os.pipe()


def send():
    with open(high, "wb") as f:
        for i in range(3):
            f.write(b"line %d\n" % i)
            f.flush()
        f.write(bytes(200000))


thread = threading.Thread(target=send)
thread.start()
with open(low, "rb") as f:
    print(f.readline(), f.readline(), f.readline(), len(f.read()), f.read())
thread.join()

low, high = os.pipe()
got = []
thread = threading.Thread(target=lambda: got.append(os.read(low, 10)))
thread.start()
os.write(high, b"bytes")
thread.join()
print(got, os.close(high), os.read(low, 1), os.close(low))
os.set_blocking((pair := os.pipe())[0], False)
try:
    os.read(pair[0], 1)
except BlockingIOError as error:
    print(error)
with open(pair[0], "rb", 0) as f:
    print(f.read(5))
os.close(pair[1])
