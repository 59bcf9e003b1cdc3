def permute(chosen, left, found):
    if not left:
        found.append(chosen[:])
        return
    for item in left:
        rest = [other for other in left if other != item]
        permute(chosen + [item], rest, found)


found = []
permute([], ["a", "b", "c"], found)
print(len(found))
