towers = {"A": [3, 2, 1], "B": [], "C": []}


def move(count, start, end, spare):
    if count == 0:
        return
    move(count - 1, start, spare, end)
    towers[end].append(towers[start].pop())
    move(count - 1, spare, end, start)


move(3, "A", "C", "B")
print(towers)
