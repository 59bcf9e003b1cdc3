x is 1
"a" is not y
1(2)
"abc"(3)
[1](2)
(1, 2)[x, y]
[1, 2]["a"]
1[2]
{1}[0]
assert (x, "text")
assert ()
f"{x}"(1)
(lambda: 1)[0]
None[0]
x == 1 is 2
