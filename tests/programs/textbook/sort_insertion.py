def insertion_sort(values):
    for i in range(1, len(values)):
        current = values[i]
        j = i - 1
        while j >= 0 and values[j] > current:
            values[j + 1] = values[j]
            j -= 1
        values[j + 1] = current


numbers = [12, 11, 13, 5, 6]
insertion_sort(numbers)
print(numbers)
words = "the quick brown fox".split()
insertion_sort(words)
print(words)
