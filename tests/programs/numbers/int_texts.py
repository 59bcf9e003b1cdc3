# str, repr, bases and format of int.
for n in (0, 1, -1, 9, 10, 99, 255, -256, 65535, 123456789, 2**31, -(2**63), 10**18, 10**19, 2**100, -(3**80)):
    print(n, repr(n), bin(n), oct(n), hex(n), f"{n:x} {n:X} {n:#x} {n:#X} {n:b} {n:#b} {n:o} {n:#o}")
    print(f"|{n:30}|{n:<30}|{n:^30}|{n:>30}|{n:=30}|{n:030}|{n:*^30}|{n:+}|{n: }|{n:-}|{n:,}|{n:_}|{n:_x}|{n:#_b}|{n:n}|{n:d}|")
    print(f"|{n:=+40,}|{n:040,}|{n:#030x}|{n:#030_x}|{n:e}|{n:.2f}|{n:.3g}|{n:%}|{n:15.1f}|{n:,.2f}|")
print(f"{65:c}|{8364:c}|{65:5c}|{65:>5c}|{65:^5c}|{65:<5c}|{128512:c}")


def show(value, spec):
    try:
        print(repr(spec), "->", repr(format(value, spec)))
    except (ValueError, OverflowError, TypeError) as e:
        print(repr(spec), "->", f"{type(e).__name__}: {e}")


for spec in (".2", ".2d", ".2x", "s", "y", "z", "zd", "+c", "#c", ",x", ",b", "_c", ",c", ",n", ",_", "_,", ",,", "__", "5 ", "<<5", "é^7", "😀>6", "d5", "10d ", "=10c", "0=10", "x<010",
             "1" * 30, ".", "5.", ".5", ".5f", "f", "F", "g", "G", "E", "!", "a", "\x00", "ä", "0", "00", "000", "<0", "05,", "08,d", "09_b"):
    show(12345, spec)
show(-1, "c")
show(0x110000, "c")
show(2**70, "c")
show(2**2000, "f")
show(True, "d")
show(True, "")
show(False, "5")
print("%d %i %u %5d %-5d| %05d %+d % d %x %X %#x %o %#o %c %c" % (1, 2, 3, 4, 5, 6, 7, 8, 255, 255, 255, 8, 8, 65, "z"))
print("%d %s %r" % (2**100, 2**100, 2**100), "%.3d|%8.3d|%+.5x" % (7, 7, 255), "%d" % 3.99, "%d" % True)
