# Every operator of int on small, two-digit and long operands of both signs.
values = [0, 1, -1, 2, -2, 7, -13, 255, 256, 257, -5, -6, 2**29, 2**30 - 1, 2**30, -(2**30), 2**31, 2**59, 2**60 - 1, 2**60, -(2**60) - 1,
          2**63 - 1, -(2**63), 2**64, 3**41, -(3**50), 10**30, -(10**40) + 7, 2**200 - 1, 2**200, -(2**200)]


def show(name, function):
    try:
        return f"{function()}"
    except (ArithmeticError, ValueError, TypeError) as e:
        return f"{type(e).__name__}: {e}"


checksum = 0
for a in values:
    print("unary", a, -a, +a, abs(a), ~a, bool(a), hash(a), a.bit_length(), a.bit_count())
    for b in values:
        results = [
            show("add", lambda: a + b), show("sub", lambda: a - b), show("mul", lambda: a * b),
            show("floordiv", lambda: a // b), show("mod", lambda: a % b), show("divmod", lambda: divmod(a, b)),
            show("truediv", lambda: a / b), show("and", lambda: a & b), show("or", lambda: a | b), show("xor", lambda: a ^ b),
            a < b, a <= b, a == b, a != b, a > b, a >= b,
        ]
        text = " ".join(map(str, results))
        for c in text:
            checksum = (checksum * 31 + ord(c)) % 1000000007
    print(a, checksum)

for a in values:
    for shift in (0, 1, 29, 30, 31, 59, 60, 61, 100):
        text = f"{a << shift} {a >> shift}"
        for c in text:
            checksum = (checksum * 31 + ord(c)) % 1000000007
print("shifts", checksum)
print(10**40 // 7, 10**40 % 7, -10**40 // 7, -10**40 % 7, 10**40 // -7, 10**40 % -7)
print(2**100 // 2**50, divmod(-(2**100), 2**50 + 1), (2**100) % (2**99 + 3))
print(7 // 2, -7 // 2, 7 // -2, -7 // -2, 7 % 2, -7 % 2, 7 % -2, -7 % -2)
