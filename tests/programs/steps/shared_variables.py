def counter(start):
    count = start
    history = []

    def step(by=1):
        nonlocal count
        count += by
        history.append(count)
        return count

    return step


step = counter(10)
step()
other = counter(0)
other(5)
step(2)
del step
functions = [lambda: i for i in range(3)]
print([f() for f in functions])
