# A run of many steps over many live objects that are written to in no order. Arguments: objects, rounds (3 steps each).
import sys


class Cell:
    def __init__(self, value):
        self.value = value
        self.next = None


def main(objects, rounds):
    cells = [Cell(i) for i in range(objects)]
    seed = 12345
    for i in range(rounds):
        seed = (seed * 1103515245 + 12345) % 2147483648
        cells[seed % objects].value = i


main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000, int(sys.argv[2]) if len(sys.argv) > 2 else 200_000)
