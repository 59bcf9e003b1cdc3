def find(items, wanted):
    for index, item in enumerate(items):
        if item == wanted:
            break
    else:
        return None
    return index


print(find("memory", "o"), find([1, 2, 3], 9))
