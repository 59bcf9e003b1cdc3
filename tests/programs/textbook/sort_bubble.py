def bubble_sort(values):
    n = len(values)
    for i in range(n):
        swapped = False
        for j in range(n - i - 1):
            if values[j] > values[j + 1]:
                values[j], values[j + 1] = values[j + 1], values[j]
                swapped = True
        if not swapped:
            break
    return values


data = [5, 1, 4, 2, 8]
same = bubble_sort(data)
print(data, same is data)
