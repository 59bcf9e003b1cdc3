def numbers(n):
    for i in range(n):
        yield i


def evens(source):
    for n in source:
        if n % 2 == 0:
            yield n


def main():
    total = 0
    for _ in range(120):
        for n in evens(numbers(100000)):
            total += n
    print(total)


main()
