"""exit and quit are objects: printed they say how to leave, called they raise SystemExit with what they were given."""
import sys

print(exit, quit, sep="\n")
print(exit.name, quit.eof, type(quit).__name__, callable(quit))
for given in ((), (3,), ("words",), (None,)):
    try:
        exit(*given)
    except SystemExit as end:
        print(repr(end.code), end.args, sys.stdin.closed)


def leave():
    try:
        quit(4)
    finally:
        print("on the way out")


leave()
