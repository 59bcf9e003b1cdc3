def dive(depth):
    level = [depth]
    if depth < 50:
        below = dive(depth + 1)
        level.append(len(below))
    return level


print(dive(1))
