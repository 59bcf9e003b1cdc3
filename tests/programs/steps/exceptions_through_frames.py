def low(n):
    return 10 // n


def middle(n):
    try:
        return low(n)
    finally:
        n = None


def high(n):
    try:
        return middle(n)
    except KeyError:
        return "key"
    except ZeroDivisionError as error:
        kept = error.args
        return kept


print(high(0))
try:
    try:
        [][1]
    except IndexError as first:
        raise ValueError("second") from first
except (TypeError, ValueError):
    pass
for value in (1, 0):
    try:
        low(value)
    except ZeroDivisionError:
        continue
low(0)
