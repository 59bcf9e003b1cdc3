"""What an exception group's own split() and derive() give need not be groups. (CPython 3.13 ends by a signal.)"""


def group(**methods):
    return type("Group", (ExceptionGroup,), methods)


def tell(kind, matched):
    try:
        try:
            raise kind("several", [ValueError(1), TypeError(2)])
        except* matched as e:
            print("caught", repr(e))
    except BaseException as e:
        print(type(e).__name__, e)


for answer in (5, 6), (None, 6), (5, None), (None, None), (), (1,), 5, [None, None], (ValueError(3), None), (None, ValueError(4)), (None, None, None), (ExceptionGroup("g", [OSError()]), None):
    for matched in ValueError, KeyError, (OSError, TypeError):
        tell(group(split=lambda self, matched: answer), matched)
for answer in 5, None, ValueError(1), ExceptionGroup("other", [KeyError(1)]):
    for matched in ValueError, OSError:
        tell(group(derive=lambda self, parts: answer), matched)
    try:
        print(group(derive=lambda self, parts: answer)("g", [ValueError(1), TypeError(2)]).split(TypeError))
    except TypeError as e:
        print(e)
