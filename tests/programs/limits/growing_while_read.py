x = [1]
for i in x:
    x.append(i)
    if len(x) > 1000:
        break
print(len(x))
d = {1: 1}
try:
    for k in d:
        d[k + 1] = 1
except RuntimeError as e:
    print(e)
s = {1}
try:
    for k in s:
        s.add(k + 1)
except RuntimeError as e:
    print(e)
d = {i: i for i in range(10)}
try:
    for k in d:
        del d[k]
except RuntimeError as e:
    print(e)
x = list(range(10))
for i in x:
    x.remove(i)
print(x)
x = [3, 1, 2]
try:
    x.sort(key=lambda v: x.append(v) or v)
except ValueError as e:
    print(e, x)


class Clears:
    def __eq__(self, other):
        x.clear()
        return False

    def __lt__(self, other):
        x.clear()
        return True

    def __repr__(self):
        x.clear()
        return "Clears"

    def __hash__(self):
        return 1


for action in (lambda: Clears() in x, lambda: x.index(Clears()), lambda: x.count(Clears()), lambda: x.remove(Clears()), lambda: x.sort(), lambda: repr(x),
               lambda: x == [1, 2, 3, 4, 5], lambda: x < [1, 2, 3, 4, 5], lambda: max(x), lambda: sorted(x), lambda: x.extend(y for y in [Clears()] if x.clear() or 1)):
    x = [1, Clears(), 2, Clears(), 3]
    try:
        print(action(), x)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
