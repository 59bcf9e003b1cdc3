# What cannot be pickled, and what is no pickle: CPython's native pickle says so in words of its own, and leaves no frames of the library in a traceback.
import io
import pickle
import traceback


def local():
    class Inner:
        pass

    return [lambda: 0, Inner, Inner()]


class Reduced:
    def __init__(self, value):
        self.value = value

    def __reduce__(self):
        return self.value


class Stated:
    def __getstate__(self):
        raise IndexError("no state")


named = lambda: 0
for what in [named, *local(), Reduced(1), Reduced((1, 2)), Reduced((int,)), Reduced("nowhere"), Stated(), (n for n in ())]:
    for protocol in (0, 2, 5):
        try:
            pickle.dumps(what, protocol)
        except Exception as error:
            frames = [frame.name for frame in traceback.extract_tb(error.__traceback__)]
            print(type(error).__module__, type(error).__name__, str(error).split(" at 0x")[0], frames)

for data in [b"", b".", b"junk", b"\x80", b"\x80\x09.", b"I12", b"0.", b"(.", b"csys\nnope\n.", b"cnowhere\nx\n.", b"\x8c\x05ab", b"h\x01.", b"NNR.", b"}u.", b"N}b.",
             b"P1\n.", b"\x82\x01.", b"S'a\n.", b"F1x\n.", b"I2x\n.", b"\x97.", b"NN\x93.", b"(Nd.", b"N)\x81.", b"\xff.", b"\x80\x04\x95\xff\xff\xff\xff\xff\xff\xff\x7f",
             b"\x8e\xff\xff\xff\xff\xff\xff\xff\xff.", b"L1x\n.", b"p-1\n.", b"Np-1\n."]:
    for load in (pickle.loads, lambda data: pickle.load(io.BytesIO(data))):
        try:
            print(data, load(data))
        except Exception as error:
            print(data, type(error).__module__, type(error).__name__, error)
