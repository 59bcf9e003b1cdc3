def binary_search(values, wanted):
    low, high = 0, len(values) - 1
    while low <= high:
        middle = (low + high) // 2
        if values[middle] == wanted:
            return middle
        if values[middle] < wanted:
            low = middle + 1
        else:
            high = middle - 1
    return -1


primes = [2, 3, 5, 7, 11, 13, 17, 19]
for n in (7, 2, 19, 4):
    print(n, binary_search(primes, n))
