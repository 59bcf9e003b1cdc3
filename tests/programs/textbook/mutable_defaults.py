def remember(item, seen=[]):
    seen.append(item)
    return seen


def fresh(item, seen=None):
    if seen is None:
        seen = []
    seen.append(item)
    return seen


print(remember(1), remember(2), remember.__defaults__)
print(fresh(1), fresh(2))


def keyword_only(*, table={}):
    table[len(table)] = "x"
    return table


keyword_only()
print(keyword_only(), keyword_only.__kwdefaults__)
