def risky(n):
    try:
        print("try", n)
        if n == 1:
            raise ValueError("one")
        if n == 2:
            return "returned"
        if n == 3:
            {}["missing"]
    except ValueError as error:
        print("except", error)
        return "handled"
    else:
        print("else")
    finally:
        print("finally", n)
    return "end"


for n in range(3):
    print(risky(n))
try:
    risky(3)
except KeyError as error:
    print("outside", error, error.args)


class TooSmall(Exception):
    def __init__(self, size):
        super().__init__(f"size {size} is too small")
        self.size = size


try:
    try:
        raise TooSmall(3)
    except TooSmall as small:
        raise RuntimeError("wrapped") from small
except RuntimeError as error:
    print(error, "<-", error.__cause__, error.__cause__.size)


def loop():
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            print("body", i)
        finally:
            print("leave", i)


loop()
