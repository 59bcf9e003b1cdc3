numbers = [31, 8, 25]
for n in (4, 17, 12):
    numbers.append(n)
numbers.sort()
other = numbers
copied = numbers[:]
copied.pop()
other.insert(0, 99)
print(numbers, copied)
