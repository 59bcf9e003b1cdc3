# A run of many steps over many live objects in which each stretch of steps writes to few of them. Arguments: objects, rounds (3 steps each).
import sys


class Cell:
    def __init__(self, value):
        self.value = value
        self.next = None


def main(objects, rounds):
    cells = [Cell(i) for i in range(objects)]
    at = 0
    for i in range(rounds):
        cells[(at + i % 50) % objects].value = i
        at += i % 1000 == 0


main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000, int(sys.argv[2]) if len(sys.argv) > 2 else 200_000)
