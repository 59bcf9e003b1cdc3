# Short circuits, chained comparisons, conditions.
def grade(n):
    if n < 0 or n > 100:
        return None
    return "A" if n >= 90 else "B" if 70 <= n < 90 else "C"


def between(low, value, high):
    return low <= value < high


names = ["ada", "", "bob"]
for n in (95, 80, 20, -1):
    g = grade(n)
    known = g and g.lower()
    shown = known or "none"
    print(shown, between(0, n, 50), 0 < n < 90 < 200)
for name in names:
    first = name and name[0] and name[0].upper()
    if not name or len(name) > 3 and name.isalpha():
        continue
    assert name in names and name is not None, "there"
    print(first, name == "ada" or name != "bob" and 1)
x = 5
while x and x != 2:
    x -= 1
print(1 < x <= 3 == 3 != 4, x in (1, 2) in [True], not (x or names))
