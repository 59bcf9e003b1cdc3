"""An exception given as a class is called, and what the call gives need not be an exception: wherever a class stands for one."""
import warnings

warnings.simplefilter("ignore", DeprecationWarning)  # throw() with three arguments


def tell(what, do, *arguments):
    try:
        result = do(*arguments)
    except BaseException as error:
        cause = error.__cause__
        print(what, "->", type(error).__name__ + ":", error, "" if cause is None else "cause %r" % (cause,))
    else:
        print(what, "gave", repr(result))


class Number(BaseException):
    def __new__(cls, *arguments):
        return 1


class Other(Exception):
    def __new__(cls, *arguments):
        return ValueError("another")


class Failing(BaseException):
    def __new__(cls, *arguments):
        raise KeyError("no instance")


class BadInit(Exception):
    def __init__(self, *arguments):
        raise LookupError("no init")


class Itself(Exception):
    def __new__(cls, *arguments):
        return cls


class Nothing(Exception):
    def __new__(cls, *arguments):
        return None


classes = Number, Other, Failing, BadInit, Itself, Nothing


def generator():
    try:
        yield 1
    except GeneratorExit:
        raise
    except BaseException as error:
        print("   inside:", type(error).__name__, error)
        raise


class Later:
    def __await__(self):
        yield 1


async def coroutine():
    await Later()


async def asyncGenerator():
    yield 1


def raiseIt(c):
    raise c


def raiseFrom(c):
    raise ValueError("first") from c


def raiseClassFrom(c):
    raise ValueError from c


def throwFresh(c):
    generator().throw(c)


def throwStarted(c):
    g = generator()
    next(g)
    g.throw(c)


def throwTriple(c):
    g = generator()
    next(g)
    g.throw(c, "value")


def throwTupleValue(c):
    g = generator()
    next(g)
    g.throw(c, (1, 2))


def throwNoneValue(c):
    g = generator()
    next(g)
    g.throw(c, None, None)


def throwEnded(c):
    g = generator()
    list(g)
    g.throw(c)


def throwDelegated(c):
    def outer():
        yield from generator()
    g = outer()
    next(g)
    g.throw(c)


def throwToOwnThrow(c):
    class Inner:
        def __iter__(self):
            return self
        def __next__(self):
            return 1
        def throw(self, *arguments):
            print("   given", len(arguments))
            raise arguments[0]
    def outer():
        yield from Inner()
    g = outer()
    next(g)
    g.throw(c)


def throwCoroutine(c):
    k = coroutine()
    k.send(None)
    k.throw(c)


def throwFreshCoroutine(c):
    coroutine().throw(c)


def throwWrapper(c):
    k = coroutine().__await__()
    k.send(None)
    k.throw(c)


def athrowFresh(c):
    asyncGenerator().athrow(c).send(None)


def athrowStarted(c):
    g = asyncGenerator()
    try:
        g.asend(None).send(None)
    except StopIteration:
        pass
    g.athrow(c).send(None)


def throwAtAsend(c):
    g = asyncGenerator()
    g.asend(None).throw(c)


def throwAtAthrow(c):
    g = asyncGenerator()
    g.athrow(ValueError).throw(c)


def throwAtAclose(c):
    g = asyncGenerator()
    g.aclose().throw(c)


def throwAtAnext(c):
    g = asyncGenerator()
    anext(g, 5).throw(c)


def starGroup(c):
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError:
        raise c


def inManager(c):
    class Manager:
        def __enter__(self):
            return self
        def __exit__(self, *arguments):
            return False
    with Manager():
        raise c


def matchClass(c):
    try:
        raise ValueError
    except c:
        pass


def groupOf(c):
    return ExceptionGroup("g", [c])


def groupOfInstance(c):
    return BaseExceptionGroup("g", [c()])


def callIt(c):
    return c()


def assertIt(c):
    assert False, c


ways = (raiseIt, raiseFrom, raiseClassFrom, throwFresh, throwStarted, throwTriple, throwTupleValue, throwNoneValue, throwEnded, throwDelegated,
        throwToOwnThrow, throwCoroutine, throwFreshCoroutine, throwWrapper, athrowFresh, athrowStarted, throwAtAsend, throwAtAthrow,
        throwAtAclose, throwAtAnext, starGroup, inManager, matchClass, groupOf, groupOfInstance, callIt)

for way in ways:
    for one in classes:
        tell(way.__name__ + " " + one.__name__, way, one)
for wrong in 1, None, int, "text", object, (ValueError,), ValueError(3):
    for way in ways[3:20]:
        tell(f"{way.__name__} {wrong!r}", way, wrong)
