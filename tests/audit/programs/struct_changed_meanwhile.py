"""struct: a value that gives the Struct another format while it is being packed; CPython reads freed memory then."""
import _struct


class Changes:
    def __index__(self):
        packed.__init__('100q')
        return 1


packed = _struct.Struct('<2h')
print(packed.pack(Changes(), 2), packed.size)
try:
    packed.pack_into(bytearray(8), Changes(), 1)
except _struct.error as e:
    print(e)
