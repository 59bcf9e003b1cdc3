# Exceptions as ordinary ways through a program: raised, passed on, turned into others, cleaned up after.
class Missing(Exception):
    def __init__(self, key):
        super().__init__(key)
        self.key = key


def look_up(table, key):
    try:
        return table[key]
    except KeyError:
        raise Missing(key) from None


def parse(text):
    try:
        return int(text)
    except ValueError:
        return None
    finally:
        parse.calls += 1


parse.calls = 0
table = {i: i * i for i in range(0, 1000, 3)}
found = missed = numbers = 0
for turn in range(2400):
    for key in range(0, 400, 2):
        try:
            found += look_up(table, key)
        except Missing as problem:
            missed += problem.key
    for text in ("12", "x1", "7", "", "3.5"):
        if parse(text) is not None:
            numbers += 1
print(found, missed, numbers, parse.calls)
