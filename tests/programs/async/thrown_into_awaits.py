"""An exception thrown into a chain of awaits ends in a handler halfway: what waits on the evaluation stack below stays."""
import types
@types.coroutine
def innermost():
    try: yield 1
    except ZeroDivisionError: yield 2
    finally: print("left")
    return "value"
async def middle():
    try: return await innermost()
    except KeyError as error:
        print("heard", repr(error))
        return "handler"
async def outer(): return [await middle(), await middle()]
c = outer()
print(c.send(None)); print(c.throw(ZeroDivisionError("first"))); print(c.send(None))
try: print(c.throw(KeyError("third")))
except StopIteration as stop: print(stop.value)
