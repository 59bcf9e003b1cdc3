class Fibonacci:
    def __init__(self, limit):
        self.limit = limit

    def __iter__(self):
        self.a, self.b = 0, 1
        return self

    def __next__(self):
        if self.a > self.limit:
            raise StopIteration
        value = self.a
        self.a, self.b = self.b, self.a + self.b
        return value


for n in Fibonacci(20):
    print(n, end=" ")
print()
it = iter([1, 2])
print(next(it), next(it), next(it, "none left"))
first, *middle, last = Fibonacci(10)
print(first, middle, last)
print(list(enumerate("ab", 1)), list(reversed([1, 2, 3])), list(map(str.upper, "xy")), list(filter(None, [0, 1, "", 2])))
