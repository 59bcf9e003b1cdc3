# product, permutations, combinations.
import sys
from itertools import combinations, combinations_with_replacement, permutations, product

print(list(product("ab", [1, 2])), list(product("ab", repeat=2)), list(product()), list(product([], "a")), list(product("a", repeat=0)))
print(list(permutations("abc")), list(permutations("abc", 2)), list(permutations([], 0)), list(permutations("ab", 3)), list(permutations("ab", 0)))
print(list(combinations("abcd", 2)), list(combinations("ab", 3)), list(combinations("ab", 0)), list(combinations(range(4), 3)))
print(list(combinations_with_replacement("abc", 2)), list(combinations_with_replacement([], 1)), list(combinations_with_replacement([], 0)))
print(len(list(product(range(3), repeat=5))), sum(1 for _ in permutations(range(6))), sum(1 for _ in combinations(range(10), 5)))
for f in (lambda: combinations("ab", -1), lambda: permutations("ab", -1), lambda: permutations("ab", "x"), lambda: product(5), lambda: product("a", repeat=-1), lambda: combinations("ab"),
          lambda: combinations_with_replacement("a", -2), lambda: product("a", foo=1), lambda: combinations("a", 1.5), lambda: permutations()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, sep=": ")
ids = {id(p) for p in product(range(4), repeat=3)}
print(len(ids))
kept = [p for p in combinations("abcd", 2)]
print(kept, len({id(p) for p in kept}))
print(sys.getsizeof(combinations("abcd", 3)), sys.getsizeof(permutations("abcd")), sys.getsizeof(product("ab", "cd")))
