# Which pairs list.sort() compares, and in which order; and how it leaves the list where a comparison raises.
SIZES = [0, 1, 2, 3, 17, 40, 63, 64, 65, 100, 150, 270]

state = 20


def below(n):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 18446744073709551616
    return (state >> 33) % n


def shuffled(n):
    return [below(1000000) for _ in range(n)]


def few_distinct(n):
    return [below(4) for _ in range(n)]


def all_equal(n):
    return [7] * n


def ascending(n):
    return list(range(n))


def reverse_order(n):
    return list(range(n, 0, -1))


def reversed_with_equals(n):
    return [(n - i) // 3 for i in range(n)]


def sawtooth(n):
    tooth = 1 + below(40)
    return [i % tooth for i in range(n)]


def organ_pipe(n):
    return list(range(n // 2)) + list(range(n - n // 2, 0, -1))


def mixed_runs(n):
    values = []
    while len(values) < n:
        length, first = 1 + below(1 + below(150)), below(1000)
        step = (-1, 0, 1, 3)[below(4)]
        values += [first + step * i for i in range(length)]
    return values[:n]


def nearly_sorted(n):
    values = list(range(n))
    for _ in range(n // 20):
        i, j = below(n), below(n)
        values[i], values[j] = values[j], values[i]
    return values


def sorted_with_tail(n):
    return list(range(0, 3 * (n - n // 8), 3)) + [below(3 * n + 1) for _ in range(n // 8)]


def two_interleaved(n):
    return list(range(0, n, 2)) + list(range(1, n, 2))


def blocks_swapped(n):
    return list(range(n // 3, n)) + list(range(n // 3))


PATTERNS = [shuffled, few_distinct, all_equal, ascending, reverse_order, reversed_with_equals, sawtooth, organ_pipe, mixed_runs,
            nearly_sorted, sorted_with_tail, two_interleaved, blocks_swapped]


class Stop(Exception):
    pass


class Item:
    __slots__ = ("value", "place")
    compared = digest = 0
    last = -1

    def __init__(self, value, place):
        self.value = value
        self.place = place

    def __lt__(self, other):
        Item.compared += 1
        Item.digest = (Item.digest * 1000003 + self.place * 4099 + other.place) % 2305843009213693951
        if Item.compared == Item.last:
            raise Stop
        return self.value < other.value


def watch(values, last=-1, **options):
    Item.compared = Item.digest = 0
    Item.last = last
    items = [Item(value, place) for place, value in enumerate(values)]
    try:
        items.sort(**options)
    except Stop:
        pass
    else:
        expected = sorted(zip(values, range(len(values)) if not options.get("reverse") else range(len(values), 0, -1)))
        assert [i.value for i in items] == ([v for v, _ in expected][::-1] if options.get("reverse") else [v for v, _ in expected])
        for a, b in zip(items, items[1:]):
            assert a.value != b.value or a.place < b.place, "not stable"
    left = 0
    for item in items:
        left = (left * 31 + item.place) % 2305843009213693951
    return Item.compared, Item.digest, left


def mix(total, result):
    for number in result:
        total = (total * 8191 + number) % 2305843009213693951
    return total


for pattern in PATTERNS:
    compared = total = 0
    for size in SIZES:
        values = pattern(size)
        result = watch(values, reverse=size % 5 == 2)
        compared += result[0]
        total = mix(total, result)
        # Stopped at some comparison of those.
        if result[0]:
            total = mix(total, watch(values, 1 + below(result[0]), reverse=below(2) == 1))
            total = mix(total, watch(values, 1 + below(result[0]), key=lambda item: item))
    print(pattern.__name__, compared, total)


# What a comparison does to the list meanwhile is noticed, and undone; while it is sorted the list is empty.
class Meddling:
    def __init__(self, value, place):
        self.value = value
        self.place = place

    def __lt__(self, other):
        global left
        left -= 1
        if left == 0:
            print(len(meddled), end=" ")
            meddled.extend([self, other])
        return self.value < other.value


for left in (1, 4, 150):
    meddled = [Meddling(value, place) for place, value in enumerate(sawtooth(90))]
    try:
        meddled.sort()
    except ValueError as problem:
        print(problem, len(meddled), mix(0, [item.place for item in meddled]))
