def make_counter(step):
    count = 0
    history = []

    def increase():
        nonlocal count
        count += step
        history.append(count)
        return count

    def reset():
        nonlocal count
        count = 0

    return increase, reset


by_one, reset_one = make_counter(1)
by_ten, reset_ten = make_counter(10)
for _ in range(3):
    by_one()
by_ten()
reset_one()
print(by_one(), by_ten())
