def make_counter(start=0):
    count = start

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step


a, b = make_counter(), make_counter(10)
print(a(), a(), b(5), a(3))
late = [lambda: i for i in range(3)]
early = [lambda i=i: i for i in range(3)]
print([f() for f in late], [f() for f in early])
print(a.__closure__[0].cell_contents, a.__code__.co_freevars)
