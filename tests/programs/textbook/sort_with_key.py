people = [("Kim", 31), ("Lee", 25), ("Park", 31), ("Choi", 19)]
by_age = sorted(people, key=lambda p: p[1])
print(by_age)
people.sort(key=lambda p: (-p[1], p[0]))
print(people)
print(sorted("banana"), sorted({3: "c", 1: "a"}, reverse=True))
print(max(people, key=lambda p: p[1]), min(people))
