x = 1
y: int = x
x += y; del y
(a, *b), c = (1, 2, 3), x
global_ = [a := 2, b][-1]
