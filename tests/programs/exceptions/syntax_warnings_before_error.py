s = "\d"
x is 1
def f(:
