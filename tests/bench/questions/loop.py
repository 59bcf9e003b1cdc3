# A long run in a small memory. Argument: rounds (4 steps each).
import sys


class Counter:
    def __init__(self):
        self.value = 0


def main(rounds):
    counter, items = Counter(), []
    for i in range(rounds):
        counter.value = i % 1000
        if i % 100_000 == 0:
            items.append(i)
    return items


x = 0
main(int(sys.argv[1]) if len(sys.argv) > 1 else 3_300_000)
x = 3
