numbers = [3, 1, 2]
for number in numbers:
    if number == 1:
        continue
    doubled = number * 2
else:
    number = None
for i, (left, right) in enumerate(zip("ab", (1, 2))):
    pair = left, right
first, *rest = numbers
squares = {n: n * n for n in rest}
while rest:
    rest.pop()
for key in squares:
    break
ordered = sorted(numbers, key=lambda n: -n)
print(max(numbers, key=lambda n: n % 3), list(map(lambda n: n + 1000, ordered)))
match ordered:
    case [top, *_]:
        best = top
