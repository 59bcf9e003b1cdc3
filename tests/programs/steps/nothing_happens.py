"""A docstring."""
x = 1
x = x
if x:
    pass
x == 1
for _ in ():
    pass
while False:
    pass
"text"
