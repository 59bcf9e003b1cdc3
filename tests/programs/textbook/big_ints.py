def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


f = factorial(50)
print(f, len(str(f)), f.bit_length())
print(2 ** 200 - 1, -(7 ** 60) // 3 ** 20, (10 ** 30) % 97, pow(3, 1000, 10 ** 9 + 7))
print(hex(2 ** 70), int("123456789" * 4), 10 ** 20 == 1e20, hash(2 ** 61 - 1), hash(2 ** 100))
a, b = f, f + 1
print(a < b, a == f, b - a, a is f, divmod(f, 10 ** 15), round(12345678901234567890, -10))
