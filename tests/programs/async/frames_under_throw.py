"""What throw() reaches through yield from has the delegating generators as its callers, running, as what send() reaches has."""
import sys
def callers():
    frame, names = sys._getframe(1), []
    while frame:
        names.append((frame.f_code.co_name, frame.f_lineno))
        frame = frame.f_back
    return names
def innermost():
    while True:
        try: yield callers()
        except ZeroDivisionError: print("caught under", callers(), outer.gi_running, outer.gi_yieldfrom)
def middle(): yield from innermost()
def outermost():
    yield from middle()
class Hand:
    def __iter__(self): return self
    def __next__(self): return "next"
    def throw(self, *given): return type(given[0]).__name__, callers()
def to_hand(): yield from Hand()
outer = outermost()
print(next(outer))
print(outer.throw(ZeroDivisionError))
print(next(outer), outer.gi_running, outer.gi_frame.f_back)
other = to_hand()
print(next(other), other.throw(KeyError("k")), next(other))
def throws(g):
    try: return g.throw(ValueError("through"))
    except ValueError as error: return error
outer = outermost(); next(outer)
error = throws(outer)
trace = error.__traceback__
while trace:
    print(trace.tb_frame.f_code.co_name, trace.tb_lineno)
    trace = trace.tb_next
