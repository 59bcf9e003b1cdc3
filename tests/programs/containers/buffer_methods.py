"""__buffer__ and __release_buffer__ (PEP 688), and what isinstance of collections.abc says by them."""
import array
import collections.abc
import io
import pickle


def tell(function):
    try:
        r = function()
        print(r if not isinstance(r, memoryview) else (r.tolist(), r.readonly))
    except Exception as error:
        print(type(error).__name__, error)


for o in (b"abc", bytearray(b"abc"), memoryview(b"abc"), memoryview(bytearray(b"abc")), array.array("h", [1, 2])):
    print(type(o).__name__, isinstance(o, collections.abc.Buffer), isinstance(o, collections.abc.Sequence))
    for flags in (0, 1, 2**40, 2**70, "a", True):
        tell(lambda: o.__buffer__(flags))
    if not hasattr(o, "__release_buffer__"):
        continue
    view = o.__buffer__(0)
    tell(lambda: o.__release_buffer__(view))
    tell(view.tolist)
    tell(lambda: o.__release_buffer__(view))
    tell(lambda: o.__release_buffer__(memoryview(b"q")))
    tell(lambda: o.__release_buffer__(3))
    tell(lambda: memoryview._from_flags(object=o, flags=0))
tell(lambda: memoryview._from_flags(3, 0))
tell(lambda: memoryview._from_flags(b""))
print([isinstance(x, collections.abc.Buffer) for x in ("", 1, [], io.BytesIO().getbuffer(), pickle.PickleBuffer(b"a"))])
print(issubclass(bytes, collections.abc.Buffer), issubclass(str, collections.abc.Buffer))
