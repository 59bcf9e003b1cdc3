"""struct: a value that runs code while it is packed sees what has been written before it."""
import struct

buffer = bytearray(b"\xff" * 8)


class Looks:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        seen = bytes(buffer)
        print("packing", self.value, "sees", seen.hex())
        return self.value


struct.pack_into("<4h", buffer, 0, 1, Looks(2), 3, Looks(4))
print(buffer.hex())
print(struct.pack("<4h", 1, Looks(2), 3, Looks(4)).hex())


class Fails:
    def __index__(self):
        print("failing sees", buffer.hex())
        raise KeyError("no number")


try:
    struct.pack_into("<2h", buffer, 4, 7, Fails())
except KeyError as e:
    print(repr(e), buffer.hex())
