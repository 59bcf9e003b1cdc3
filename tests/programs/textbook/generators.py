def count_down(n):
    print("begin")
    while n > 0:
        got = yield n
        if got:
            print("got", got)
        n -= 1
    print("end")
    return "done"


g = count_down(3)
print(next(g))
print(g.send("hello"))
for x in g:
    print(x)
try:
    next(g)
except StopIteration as stop:
    print("stop", stop.value)


def average():
    total = count = 0
    mean = None
    while True:
        try:
            value = yield mean
        except ValueError:
            print("reset")
            total = count = 0
            continue
        total += value
        count += 1
        mean = total / count


a = average()
next(a)
print(a.send(10), a.send(20))
a.throw(ValueError)
print(a.send(4))
a.close()


def outer():
    result = yield from count_down(1)
    yield result


print(list(outer()))
print(sum(x * x for x in range(5)), list(zip("ab", (n for n in (1, 2)))))
