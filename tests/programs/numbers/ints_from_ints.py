# Ints beyond 64 bits that come from each other, by every operation, with both signs; sums that grow for long.
a, b = 3 ** 200, -(7 ** 150)
for i in range(3):
    a, b = a * 5 - b + i, (b << i) - a
    both = [a + b, a - b, a * b, a // b, a % b, b % a, a & b, a | b, a ^ b]
    one = [a << i, a >> 50, b >> 3, 2 ** (100 + i), (-3) ** (101 + i), -a, ~b, abs(b), pow(a, 3), pow(a, 5, b)]
    quotient, rest = divmod(a * b, 10 ** 40)
print(sum(both) % 10 ** 18, sum(one) % 10 ** 18, quotient % 10 ** 18, rest)


class Number(int):
    pass


n = Number(3 ** 300)
more = [n + 1, n * n, -n, n // 7, n - 3 ** 299]
print(sum(more) % 10 ** 18)

total = term = scale = 10 ** 60
i = 1
while term:
    term //= i
    total += term
    i += 1
print(total // 10 ** 10, i)

product = 1
for i in range(2, 60):
    product *= i
print(product)
large = 1 << 40000
print((large - 1) >> 39900, large % 10 ** 20, (large | 1) & 0xFFFF)

# Where CPython gives one of the operands itself.
import math

numbers = [300, -300, 2 ** 35, -2 ** 35, 2 ** 61, -2 ** 61, 2 ** 70, 2 ** 70 + 1, -2 ** 70, 3 ** 80, -3 ** 80, 2 ** 119, n]
for i, a in enumerate(numbers):
    same = []
    for j, b in enumerate(numbers):
        quotient, rest = divmod(a, b)
        common = math.gcd(a, b)
        same.append((a % b is a) + 2 * (rest is a) + 4 * (common is a) + 8 * (common is b))
    shifted = a >> 0
    one = [shifted is a, math.gcd(a) is a, math.lcm(a) is a, math.gcd(a, 0) is a]
    print(i, same, one, a > 0 and [math.comb(a, 1) is a, math.perm(a, 1) is a, math.comb(a, 2) is a])
print(math.gcd(), math.lcm(), type(math.gcd(True)), math.gcd(12, 18, 8), math.gcd(2 ** 100, 2 ** 80 * 3, 0), math.lcm(4, 6, 2 ** 70))
