parents = list(range(8))


def root(item):
    while parents[item] != item:
        item = parents[item]
    return item


groups = {}
for a, b in [(0, 1), (2, 3), (1, 3), (5, 6), (6, 7)]:
    parents[root(a)] = root(b)
for item in parents:
    groups.setdefault(root(item), []).append(item)
print(groups)
