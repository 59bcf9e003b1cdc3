# Names of a module that are bound, deleted and bound again while the same lines use them; builtins hidden and uncovered.
def largest(values):
    return max(values)


def count():
    global counter
    counter += 1
    return counter


counter, log = 0, []
for turn in range(60):
    try:
        if turn % 2:
            raise KeyError(turn)
        len([])
    except KeyError as problem:
        log.append(problem.args[0])
    if turn == 20:
        def max(values):
            return "hidden"
    if turn == 40:
        del max
    if turn in (19, 20, 39, 40):
        print(turn, largest([1, 2]), max([3, 4]), "max" in globals())
    count()
    if turn == 30:
        del counter
        try:
            count()
        except NameError as missing:
            print(missing)
        counter = 100
print(counter, len(log), log[-1])

# A name whose entry moves: the table is filled, emptied and made anew.
for turn in range(200):
    globals()["extra%d" % turn] = turn
    moved = turn
    if turn % 50 == 49:
        for other in range(turn - 49, turn + 1):
            del globals()["extra%d" % other]
        del moved
        moved = -turn
print(moved)

# A key that is equal to the name and another object; a key that is no text.
name = "".join(["late", "r"])
globals()[name] = 1
for turn in range(10):
    later = turn
    if turn == 5:
        del globals()["later"]
        globals()["".join(["la", "ter"])] = 50
        print(later)
    later += 1
globals()[17] = "no text"
later += 1
print(later, globals()[17])
del globals()[17]


# The same code in other namespaces.
code = compile("a = a + 1\nb = len(c) if c else 0\nc = c + [a]", "<text>", "exec")
spaces = [{"a": 0, "c": []}, {"c": [1], "z": 0, "a": 5}, {"a": 0.5, "len": lambda values: "mine", "c": [2]}]
for turn in range(30):
    for space in spaces:
        exec(code, space)
print([(space["a"], space["b"], len(space["c"])) for space in spaces])


class Chained(dict):
    def __missing__(self, key):
        return 40


given = Chained(c=[])
exec(code, {}, given)
print(given["a"], given["b"], given["c"])


# Class bodies: names of the body, of the module, of builtins.
def made(turn):
    class Body:
        first = turn
        second = first + counter
        if turn % 3 == 0:
            len = "of the body"
        third = len
        first = second
    return Body


bodies = [made(turn) for turn in range(12)]
print([body.third == "of the body" for body in bodies], bodies[-1].first)


# What a stored name replaces has a last word, in which it sees the new one.
class Last:
    def __init__(self, number):
        self.number = number

    def __del__(self):
        words.append((self.number, kept and kept.number))


words, kept = [], None
for turn in range(30):
    kept = Last(turn)
kept = None
print(words[:3], words[-1], len(words))
import builtins
builtins.added = "of builtins"
for turn in range(5):
    print(added, end=" ")
    if turn == 2:
        builtins.added = "changed"
    if turn == 3:
        added = "of the module"
print()
del builtins.added
