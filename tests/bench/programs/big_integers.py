# Integers of many digits: products, quotients, powers with a modulus, and their decimal text.
def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


def digits_of_e(count):
    scale = 10 ** (count + 10)
    total = term = scale
    i = 1
    while term:
        term //= i
        total += term
        i += 1
    return total // 10 ** 10


checks = 0
for turn in range(420):
    checks ^= factorial(900) % (2 ** 61 - 1)
    checks ^= digits_of_e(900) % 1000003
    for base in range(2, 40):
        checks ^= pow(base, 3 ** 60, 2 ** 127 - 1) & 0xFFFF
    a, b = 3 ** 800, 7 ** 300
    for _ in range(600):
        a, b = b, a % b
        if not b:
            a, b = 3 ** 800 + turn, 7 ** 300
    checks += len(str(factorial(500)))
print(checks)
