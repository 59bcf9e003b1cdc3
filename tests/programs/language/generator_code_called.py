# The code of a generator expression, called with what is no iterator: it is asked for one, or there is a TypeError. (As 3.13.5; 3.13.0 crashes here,
# so the answers were not kept from it.)
import types


def called(value):
    made = (x * 2 for x in range(3))
    return types.FunctionType(made.gi_code, {})(value)


for value in (range(2), [1, 2], {7: 8}, (9,)):
    print(value, list(called(value)))
for value in (None, 42, 3.5):
    try:
        list(called(value))
    except TypeError as error:
        print(error)
