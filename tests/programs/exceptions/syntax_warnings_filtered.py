import warnings
def go(text):
    try:
        print(repr(eval(text)))
    except SyntaxError as e:
        print(type(e).__name__, e, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
go("'\\d'")
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    go("'\\d' is 1")
    print([(str(w.message), w.category.__name__, w.lineno, w.filename) for w in log])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    go("'\\d'")
    go("1 is 1")
    go("(1, 2)\n [1]")
    try:
        exec("x = 1\ndef f():\n    assert (x, 'y')\n")
    except SyntaxError as e: print(e, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    go("'\\d'")
