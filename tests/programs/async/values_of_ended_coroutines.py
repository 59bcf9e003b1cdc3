# What a coroutine and a sub-generator return, as the tracer meets it.
class Answer:
    def __await__(self):
        return (yield self)


async def pair(name):
    return name, await Answer()


async def failure():
    return StopIteration("as it is")


async def nothing():
    await Answer()


async def main():
    print(await pair("w"))
    print(repr(await failure()))
    print(await nothing())
    return []


def run(coroutine):
    value = None
    while True:
        try:
            coroutine.send(value)
        except StopIteration as end:
            return end.value
        value = 10


def inner():
    yield 1
    return (1, [2])


def outer():
    got = yield from inner()
    print(got)


print(run(main()))
print(list(outer()))
