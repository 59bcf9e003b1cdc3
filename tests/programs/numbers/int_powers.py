# Powers, with and without a modulus.
for base in (0, 1, -1, 2, -2, 3, 7, 10, -10, 12345, 2**31, 10**20, -(10**20)):
    print(base, [base**e for e in range(8)])
    print("mod", [pow(base, e, m) for e in (0, 1, 5, 100, 10**20) for m in (1, 2, 7, 1000, -7, 10**9 + 7, 2**64)])
print(2**64, 3**100, 7**77, 2**1000 % 10**20, len(str(3**5000)), (2**0.5), 4**-1, (-2)**-3, 10**-400 == 0.0, 2**-1074)
for base, modulus in ((3, 7), (10, 17), (2**100, 10**9 + 7), (-3, 7), (5, -11)):
    print(pow(base, -1, modulus), pow(base, -5, modulus))
print(0**0, (-1) ** 10**30, (-1) ** (10**30 + 1), 1**10**100, 0**10**100)
print(pow(2, 10, mod=1000), pow(base=3, exp=4), pow(3, 4, None))
print(sum(int(c) for c in str(2**4000)))
print(pow(7, 2**200 + 1, 2**200 - 1) % 10**15, pow(3, 10**300, 10**300 + 7) % 10**12)
