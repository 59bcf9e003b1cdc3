def build(low, high):
    if low > high:
        return None
    middle = (low + high) // 2
    return [build(low, middle - 1), middle, build(middle + 1, high)]


def flatten(tree, into):
    if tree:
        flatten(tree[0], into)
        into.append(tree[1])
        flatten(tree[2], into)
    return into


tree = build(1, 7)
flat = flatten(tree, [])
print(flat)
