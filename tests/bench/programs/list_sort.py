def insertion_sort(values):
    for i in range(1, len(values)):
        current = values[i]
        j = i - 1
        while j >= 0 and values[j] > current:
            values[j + 1] = values[j]
            j -= 1
        values[j + 1] = current


values, seed = [], 7
for _ in range(6500):
    seed = (seed * 1103515245 + 12345) % 2147483648
    values.append(seed % 10000)
insertion_sort(values)
print(values[0], values[-1])
