# Recursion over tuples: all ways to place queens, each way a tuple that grows by one.
def ways(size, row=0, columns=(), up=frozenset(), down=frozenset()):
    if row == size:
        return 1
    count = 0
    for column in range(size):
        if column in columns or row + column in up or row - column in down:
            continue
        count += ways(size, row + 1, columns + (column,), up | {row + column}, down | {row - column})
    return count


def safe(placed, column):
    for distance, other in enumerate(reversed(placed), 1):
        if other == column or abs(other - column) == distance:
            return False
    return True


def first(size, placed=()):
    if len(placed) == size:
        return placed
    for column in range(size):
        if safe(placed, column):
            found = first(size, placed + (column,))
            if found:
                return found
    return ()


print([ways(size) for size in range(1, 10)], first(18), first(19))
