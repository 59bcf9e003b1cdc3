from functools import lru_cache

calls = 0


def fibonacci(n, known={0: 0, 1: 1}):
    global calls
    calls += 1
    if n not in known:
        known[n] = fibonacci(n - 1) + fibonacci(n - 2)
    return known[n]


print(fibonacci(30), calls)


@lru_cache(maxsize=4)
def square(n):
    print("computing", n)
    return n * n


print(square(2), square(3), square(2))
print(square.cache_info())
