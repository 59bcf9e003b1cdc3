def f(n):
    try:
        return f(n - 1) if n else 1 / 0
    except ZeroDivisionError as e:
        raise ValueError(n) from e
try: f(2)
except ValueError as e: print(e.__cause__)
f(1)
