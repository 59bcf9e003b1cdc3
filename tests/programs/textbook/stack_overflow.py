def down(n):
    return down(n + 1)


try:
    down(0)
except RecursionError as error:
    print(type(error).__name__, error)


def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


print(depth(1) > 900)
down(0)
