# A heap of many objects that one walks in no short way: records in a list, chained, some of them lost in cycles. Argument: records (3 objects each).
import gc
import sys

gc.disable()


class Record:
    def __init__(self, number, previous):
        self.weight = number / 2
        self.tags = [number]
        self.previous = previous


def main(count):
    kept, previous = [], None
    for number in range(count):
        record = Record(number, previous)
        if number % 10 == 0:
            record.previous = record
        else:
            kept.append(record)
            previous = record
    return kept


records = main(int(sys.argv[1]) if len(sys.argv) > 1 else 330_000)
end = 0
