"""An __init__ with a yield or an await in it gives a generator, which is not None."""


class Yields:
    def __init__(self, n=0):
        yield n


class Awaits:
    async def __init__(self):
        pass


class YieldsAwaiting:
    async def __init__(self):
        yield


class Returns:
    def __init__(self, what):
        return what


def tell(make, *args):
    try:
        print(make(*args))
    except TypeError as e:
        print(e)


for i in range(4):
    for make in Yields, YieldsAwaiting:
        tell(make)
    tell(Yields, i)
    tell(Returns, i)
    tell(Returns, type("Local", (), {})())
    tell(lambda: Yields(n=i))
coroutine = Awaits.__init__(None)
coroutine.close()


def deep(n):
    if n:
        try:
            Yields(n)
        except TypeError:
            deep(n - 1)


for i in range(30):
    deep(100)
try:
    Yields()
finally:
    print("finally")
