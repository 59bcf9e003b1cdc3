import io


def copy_lines(source, target, prefix=""):
    count = 0
    for line in source:
        target.write(prefix + line)
        count += 1
    return count


source = io.StringIO("first\nsecond\nthird")
target = io.StringIO()
print(copy_lines(source, target, "> "))
print(target.getvalue().splitlines())
source.seek(0)
print(source.readline(), source.read(3), source.tell(), source.readlines(), source.read() == "")

with io.StringIO() as out:
    print("x", "y", file=out)
    text = out.getvalue()
print(text.encode(), out.closed)
data = bytearray(b"abc")
data[0] = 65
data += b"\x00\xff"
print(data, bytes(data[1:3]), list(data), data.hex())
