# The value of a whole conditional expression, and of a whole chain of comparisons.
class Tide:
    def __init__(self, height):
        self.height = height

    def __lt__(self, other):
        return [self.height] if self.height < other.height else []

    def say(self):
        return f"{'low' if self.height < 3 else 'high'} at {self.height if self.height else 'nought'}"


def sizes(values):
    for value in values:
        yield len(value) if value else 0
    got = (yield -1) if values else (yield -2)
    return got if got else "nothing"


def last(values):
    try:
        return values[-1] if 0 < len(values) < 9 else None
    finally:
        values.append(1 if len(values) == 1 else 2)


low, high, higher = Tide(1), Tide(5), Tide(9)
for tide in (low, high, Tide(0)):
    tide.say().upper() if tide.height else print("flat")
    print(tide.say(), (tide.height if tide is low else (tide.height * 2 if tide is high else tide.say().split())))
print(low < high < higher, higher < high < low, low < higher < high)
squares = [n * n if n % 2 else -n for n in range(4)]
pick = lambda n: "small" if -1 < n < 3 else "large" if n < 10 else [n for n in range(n) if n > 8]
print(squares, pick(2), pick(5), pick(11), max(squares[0] if squares else 0, squares[1] if len(squares) > 1 else 9))
kept = {name: (len(name) if name else None) for name in ("a", "", "abc")}
walk = sizes(["ab", ""] if kept else [])
print(next(walk), next(walk), next(walk), last([7]), last([]))
chosen = (first := low if high is low else higher).height
a = b = 3 if chosen < 0 else low.height or 4
while 0 < a < 5 != b:
    a += 1 if a < 3 else 2
if low.height < high.height > higher.height:
    print("never")
elif 1 == low.height < 2 < high.height:
    print("yes" if low.height in (1, 2) in ([1, 2], (1, 2)) else "no", a)
try:
    print((1 if a else 2) / (0 if a else 1))
except ZeroDivisionError as error:
    print("caught" if error.args else "empty")
assert 0 < a <= 9 if a else False, "no"
