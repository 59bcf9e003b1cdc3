# repr, float('…') and format of float.
values = [0.0, -0.0, 1.0, -1.0, 0.1, 0.2, 0.1 + 0.2, 1 / 3, 2 / 3, 1e15, 1e16, 1e17, 123456789012345678.0, 1e22, 1e23, 1e-4, 1e-5, 0.00012345, 1.5e300, 5e-324, 2.2250738585072014e-308,
          1.7976931348623157e308, 3.14159, 100.0, 1e100, 9007199254740993.0, 0.5, 2.5, 1234567.891, float("inf"), float("-inf"), float("nan")]
for x in values:
    print(repr(x), str(x), f"{x}", "%s" % x, x.hex())
    print(f"|{x:e}|{x:.3e}|{x:.0e}|{x:E}|{x:f}|{x:.0f}|{x:.3f}|{x:.15f}|{x:F}|{x:g}|{x:.3g}|{x:.0g}|{x:.17g}|{x:G}|{x:n}|{x:%}|{x:.1%}|")
    print(f"|{x:.3}|{x:.1}|{x:.17}|{x:#.3g}|{x:#.0f}|{x:#.0e}|{x:#g}|{x:20}|{x:<20}|{x:^20}|{x:>20}|{x:=20}|{x:020}|{x:+}|{x: }|{x:+.2f}|{x:,}|{x:_}|{x:,.2f}|{x:020,.2f}|{x:z.1f}|{x:+z.0f}|")
print("%f %.2f %e %g %G %10.3f|%-10.3f|%+f|% f|%010.2f|%#.0f %.0f %.3e" % (1.5, 2.345, 12345.678, 1e-5, 1e20, 3.14159, 3.14159, 1.0, 1.0, -3.14159, 2.0, 2.5, 0.000123))


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", f"{type(e).__name__}: {e}")


for text in ["float('1.5')", "float(' 1e3 ')", "float('1_000.5')", "float('1__0')", "float('_1')", "float('1_')", "float('1_.5')", "float('inf')", "float('-Infinity')", "float('nan')", "float('+nan')",
             "float('')", "float('abc')", "float('1e')", "float('1e5x')", "float('.5')", "float('5.')", "float('.')", "float('1e400')", "float('1e-400')", "float('-1e-400')", "float(b'2.5')",
             "float('\u0663.\u0661')", "float(None)", "float([])", "float(1, 2)", "float(x=1)", "float()", "float('0x1p3')", "float('1e+5')", "float('1.7976931348623159e308')", "float('4.9e-324')",
             "float('2.4703282292062327e-324')", "float('2.4703282292062328e-324')", "float('9007199254740992.5')", "float('9007199254740993')", "float('0.' + '0' * 400 + '1')", "float('1' * 400)",
             "float('123456789' * 20 + 'e-170')", "float.fromhex('0x1.8p1')", "float.fromhex('1.8p1')", "float.fromhex('-0x.8p-3')", "float.fromhex('inf')", "float.fromhex('nan')", "float.fromhex('0x1p1024')",
             "float.fromhex('0x1p-1075')", "float.fromhex('0x1.8p-1075')", "float.fromhex('x')", "float.fromhex('0x')", "float.fromhex('0x1p')", "float.fromhex('0x1.fffffffffffff8p0')", "float.fromhex(1)",
             "float.fromhex('0x1.fffffffffffff7p0')", "float.fromhex('0x1.00000000000008p0')", "float.fromhex('0x1.000000000000081p0')", "float.fromhex('  -0x1p0  ')", "float.fromhex('ff')",
             "(1.5).hex()", "(0.0).hex()", "(-0.0).hex()", "5e-324.hex()", "format(1.5, 'd')", "format(1.5, 'x')", "format(1.5, 's')", "format(1.5, '.')", "format(1.5, ',e')", "format(1e10, ',n')", "format(1.5, '.99999999999')",
             "format(float('nan'), '010')", "format(float('inf'), '+010')", "format(-0.0, 'z')", "format(-0.04, 'z.1f')", "format(123456.0, '.6')", "format(1234567.0, '.6')", "format(12.0, '.2')", "format(0.0, '.0')"]:
    show(text)
