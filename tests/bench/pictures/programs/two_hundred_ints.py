numbers = []
for n in range(200):
    numbers.append(n * n % 1009)
small = [n for n in numbers if n < 50]
numbers[100] = -1
del numbers[50:150]
print(len(small))
