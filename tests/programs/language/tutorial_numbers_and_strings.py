"""The tutorial's first chapters: numbers, text, lists, as one would try them out."""
import sys


def attempt(text):
    try:
        value = eval(text)
    except Exception as error:
        print(text, "->", type(error).__name__ + ":", error)
    else:
        print(text, "->", repr(value))


for text in [
    "2 + 2", "50 - 5*6", "(50 - 5*6) / 4", "8 / 5", "17 / 3", "17 // 3", "17 % 3", "5 ** 2", "2 ** 7", "4 * 3.75 - 1", "-17 // 5", "-17 % 5",
    "17 // -5", "17 % -5", "-3 ** 2", "(-3) ** 2", "2 ** -1", "2 ** 3 ** 2", "0 ** 0", "0.0 ** 0", "0 ** -1", "7.5 // 2", "-7.5 % 2", "1e308 * 10",
    "float('nan') == float('nan')", "1 / 0", "1.0 / 0", "1 // 0", "1 % 0", "1.0 % 0", "divmod(1, 0)", "divmod(-7, 2)", "divmod(7.5, -2)",
    "round(2.5)", "round(3.5)", "round(-2.5)", "round(2.675, 2)", "round(1234, -2)", "round(1.5, None)", "0.1 + 0.2", "1 + 1j", "(1+2j) * (3-1j)", "abs(3+4j)",
    "3 < 2 < 1 / 0", "True + True", "~5", "5 & 3 | 8 ^ 1", "1 << 70", "-1 >> 100", "1 << -1", "0x_ff", "0b1010", "0o17", "1_000_000", "int('1_000')", "int('0x1f', 16)",
    "int('z', 36)", "int('12', 2)", "int('')", "int(' 42\\n')", "int(3.99)", "int(-3.99)", "int('3.9')", "int(float('inf'))", "float('1e3')", "float(' -inf ')", "float('abc')",
    "complex('1+2j')", "complex('1 + 2j')", "complex(1, 2)", "bool('')", "bool('False')", "hex(255)", "oct(8)", "bin(-5)", "format(255, '#x')", "f'{255:08b}'",
    "(0.1).as_integer_ratio()", "(255).bit_length()", "(255).to_bytes(2, 'big')", "int.from_bytes(b'\\x00\\xff')", "(2.5).is_integer()", "(3.0).hex()",
    "float.fromhex('0x1.8p1')", "1 if [] else 2", "not 0", "1 == 1.0 == True", "hash(1) == hash(1.0)", "5 .real", "1e16", "1e15", "123456789.123456789", "1e-5", "0.0001",
    "-0.0", "1e22", "1e23", "5e-324", "sys.float_info.max", "int(1e23)", "10**25 / 10**24", "10**400 / 10**399", "10**400 / 1.5", "3 @ 4",
]:
    attempt(text)

for text in [
    "'spam eggs'", "'doesn\\'t'", "\"doesn't\"", "'\"Yes,\" they said.'", "'\"Isn\\'t,\" they said.'", "'a\\tb\\\\n'", "r'C:\\some\\name'", "3 * 'un' + 'ium'", "'Py' 'thon'",
    "'Python'[0]", "'Python'[-1]", "'Python'[0:2]", "'Python'[4:42]", "'Python'[42:]", "'Python'[42]", "'Python'[::-1]", "'Python'[::0]", "'Python'['a']",
    "'a' + 1", "1 + 'a'", "'a' * 2.0", "'a' * -1", "len('supercalifragilistic')", "'é' == 'e\\u0301'", "'\\N{GREEK SMALL LETTER ALPHA}'", "'\\x41\\u0042\\U00000043\\101'",
    "'abc' < 'abd'", "'Z' < 'a'", "'a' in 'cat'", "1 in 'cat'", "'' in ''", "'abc'.find('c')", "'abc'.index('z')", "'a,b,,c'.split(',')", "'  a b  c '.split()", "'a b c'.split(None, 1)",
    "'abc'.split('')", "','.join(['a', 'b'])", "','.join(['a', 1])", "'hello world'.title()", "\"they're\".title()", "'ß'.upper()", "'İ'.lower()", "'abc'.center(10, '*')", "'42'.zfill(5)", "'-42'.zfill(5)",
    "'abc'.ljust(5) + '|'", "'xxabcxx'.strip('x')", "'prefix-x'.removeprefix('prefix-')", "'a.b.c'.rpartition('.')", "'abc'.partition('z')", "'a\\nb\\r\\nc'.splitlines()",
    "'a\\nb'.splitlines(True)", "'{} {}'.format(1)", "'{0} {1} {0}'.format('a', 'b')", "'{a.real:>5}'.format(a=3)", "'{:>{w}}'.format('x', w=4)", "'{!r:5}|'.format('a')", "'%s %d %.2f %r' % ('a', 3, 2.5, 'q')",
    "'%d' % 'a'", "'%s %s' % ('a',)", "'%s' % (1, 2)", "'%(a)s' % {'a': 1}", "'%x %o %e %%' % (255, 8, 12345.678)", "'%5d|%-5d|%05d' % (42, 42, 42)", "'%c' % 65", "'%c' % 'ab'",
    "'abc'.translate({97: 'x', 98: None})", "str.maketrans('ab', 'cd')", "'a1'.isalnum()", "'²'.isdigit()", "'²'.isdecimal()", "'½'.isnumeric()", "'Aa'.swapcase()", "'\\u0130'.casefold()",
    "'abc'.startswith(('x', 'a'))", "'abc'.endswith('c', 0, 2)", "'aXbX'.replace('X', '-', 1)", "'abc'.encode()", "'é'.encode('ascii')", "'é'.encode('latin-1')", "'é'.encode('ascii', 'replace')",
    "b'\\xff'.decode()", "ord('a')", "ord('ab')", "chr(8364)", "chr(-1)", "ascii('é☃')", "repr('a\\x00\\x7f\\u200b')", "'tab\\tx'.expandtabs(4)", "'abc'.count('')", "'%s' % None", "f'{3!r}'", "f'{3.14159:.2f}'",
    "f'{1000000:,}'", "f'{1000000:_}'", "f'{0.25:%}'", "f'{5:+d} {-5: d}'", "f'{\"a\":^5}|'", "f'{1234.5678:10.2e}|'", "f'{42:c}'", "f'{42:s}'", "f'{\"a\":d}'", "f'{3.0:g} {1e10:g} {1e-5:g}'", "f'{12345678:n}'",
    "f'{True:d} {True}'", "f'{None:>5}'", "f'{[1]!s:>5}'", "f'{1j:.1f}'", "f'{10:#o} {10:#b}'", "f'{2**70:,}'", "f'{-0.0:z.1f}'", "f'{1.5:=+10}'",
]:
    attempt(text)

word = "Python"
try:
    word[0] = "J"
except TypeError as error:
    print(error)
try:
    del word[0]
except TypeError as error:
    print(error)
print(f"{word=} {word!r:>10} {len(word)=:>3} {word + '!' = }")
print("""\
Usage: thingy
     -h   help""")
print("a" "b", 'it''s', "x" + "y" * 2, sep="|", end="<\n")
a, b = 0, 1
while a < 100:
    print(a, end=",")
    a, b = b, a + b
print()
