def show(a, b=2, /, c=3, *rest, d, e=5, **more):
    return a, b, c, rest, d, e, more


print(show(1, d=4))
print(show(1, 2, 3, 4, 5, d=6, z=7))
print(show(*[1, 2], **{"d": 1, "c": 9}))
for bad in (lambda: show(), lambda: show(1), lambda: show(1, d=2, a=3), lambda: show(1, b=2, d=3), lambda: max(), lambda: len(1, 2)):
    try:
        print(bad())
    except TypeError as error:
        print(error)
