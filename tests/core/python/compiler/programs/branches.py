def f(a, b, c):
    if a and not b or c:
        return 1
    elif a < b < c:
        return 2
    elif a is None:
        x = a if b else c
    elif a is not None and b in c:
        pass
    else:
        x = a or b and c
    y = not a, a < b <= c != d, a and b
    if (a if b else c) and not (a or b):
        return x
    if 1: return 3
    if "": return 4
    while 0: return 5
    assert a, "text"
    assert (a, b) == c
    return a == b if not c else None
