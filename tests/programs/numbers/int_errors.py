# The exceptions of int's operators and methods, with their texts.
def show(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", f"{type(e).__name__}: {e}")


for text in [
    "1 // 0", "1 % 0", "divmod(1, 0)", "1 / 0", "2**100 // 0", "1 << -1", "1 >> -1", "1 << 10**20", "1 >> 10**30", "-1 >> 10**30", "0 << 10**30",
    "pow(2, -1)", "pow(0, -1)", "pow(2, -1, 4)", "pow(2, 3, 0)", "pow(3, -1, 7)", "pow(2, 3, -5)", "pow(2, 3, 1)", "pow(2, 3, 4.0)", "pow(-3, 5, 7)",
    "int('')", "int('1_000')", "int('1__0')", "int(' 12 ')", "int('0x1f', 16)", "int('0b1', 0)", "int('010', 0)", "int('z', 36)", "int('1', 1)",
    "int('1', 37)", "int(b'12')", "int(b'1x')", "int(bytearray(b' 77 '))", "int(3.7)", "int(-3.7)", "int(float('inf'))", "int(float('nan'))", "int([])", "int(None)",
    "int('1', base=None)", "int(1, 2)", "int(base=3)", "int(x=1)", "int()", "int('0_7', 0)", "int('_7')", "int('7_')", "int('0x', 16)", "int('+ 7')", "int('--7')",
    "int('0o17', 8)", "int('-0')", "int('0x_f', 16)", "int('0b2', 2)", "int('12', 2)", "int('\u0663\u0664')", "int('\u00bd')", "int('\t\n5 ')", "int(True)", "int('1' * 18)",
    "int('9' * 30)", "int('-' + '9' * 30)", "int('ff' * 20, 16)", "int('zz' * 20, 36)", "int(1e20)", "int(1e300) == 10**300",
    "(5).to_bytes(1, 'big')", "(-5).to_bytes(2, 'big')", "(500).to_bytes(1, 'big')", "(5).to_bytes(-1)", "(-5).to_bytes(2, 'big', signed=True)",
    "(-128).to_bytes(1, signed=True)", "(128).to_bytes(1, signed=True)", "(127).to_bytes(1, signed=True)", "(-129).to_bytes(1, signed=True)", "(0).to_bytes(0)",
    "(0).to_bytes(0, signed=True)", "(1024).to_bytes(4, 'little')", "(2**70).to_bytes(10, 'big')", "(-(2**70)).to_bytes(10, 'little', signed=True)", "(7).to_bytes()",
    "int.from_bytes(b'ab', 'foo')", "int.from_bytes(b'\\x01\\x00')", "int.from_bytes(b'\\x01\\x00', 'little')", "int.from_bytes(b'\\xff\\xfe', signed=True)",
    "int.from_bytes([1, 2, 3])", "int.from_bytes([256])", "int.from_bytes(3)", "int.from_bytes('x')", "int.from_bytes(b'')", "bool.from_bytes(b'\\x01')",
    "round(1234, -2)", "round(1250, -2)", "round(1350, -2)", "round(-1250, -2)", "round(15, -1)", "round(25, -1)", "round(7, -5)", "round(5, 'a')", "(5).__round__(1, 2)", "round(5, None)",
    "10**400 / 3", "10**400 / 10**100", "1 / 10**400", "float(10**400)", "(2**53 + 1) / 1", "(2**54 + 1) / 3", "1 / (2**1074)", "1 / (2**1075)", "3 / (2**1076)", "10**308 / 7",
    "(5).__getnewargs__()", "(5).as_integer_ratio()", "(5).numerator", "(5).denominator", "(5).imag", "(5).real", "(5).conjugate()", "(5).is_integer()", "(-7).__floor__()",
    "True + True", "True | 2", "True & False", "True ^ True", "bool(1, 2)", "bool(x=1)", "bool([])", "bool()", "1 + 'a'", "'a' + 1", "1 < 'a'", "1 @ 2", "-'a'", "~1.5",
    "(1).__add__('a')", "(1).__pow__(2, 3)", "int.__add__(1)", "int.__add__('a', 1)", "(1).foo", "(5).__format__(3)", "int.__new__(str)",
    "hash(2**61 - 1)", "hash(2**61)", "hash(-1)", "hash(-(2**61))", "hash(10**50)", "(1 << 5000).bit_length()", "(-(1 << 100)).bit_length()",
    "'1' * 5000 == str(int('1' * 4300))", "int('1' * 4301)", "str(10**4300)", "len(str(10**4299))", "int('1' * 5000, 16) > 1", "len(hex(10**5000))", "f'{10**5000}'",
]:
    show(text)
