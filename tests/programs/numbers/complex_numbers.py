# complex, whole.
import math


class C:
    def __complex__(self):
        return 3 + 4j


class F:
    def __float__(self):
        return 2.5


class I:
    def __index__(self):
        return 7


class Bad:
    def __complex__(self):
        return 3


for text in ["complex()", "complex('1+2j')", "complex('1', 2)", "complex(1, '2')", "complex([])", "complex(1, [])", "complex(C())", "complex(F())", "complex(I(), F())", "complex(Bad())", "complex(C(), 1)",
             "complex(1, C())", "complex(1j, 2j)", "complex(x=1)", "complex(real=3)", "complex(imag=2)", "complex('x')", "complex(' ( 1+2j ) ')", "complex('1 + 2j')", "complex('j')", "complex('-j')", "complex('1e400j')",
             "complex('nan+infj')", "complex(b'1')", "1j < 2", "1j // 2", "1j % 2", "divmod(1j, 2)", "1j / 0", "0j ** -1", "0j ** 1j", "0j ** 0", "(1+2j) ** 2", "(1+2j) ** -2", "(1+2j) ** 0.5", "(1+2j) ** 100", "(1+2j) ** 101",
             "(1+2j) ** (2+1j)", "pow(1j, 2, 3)", "(1e308+1e308j) * 10", "(1e200+1j) ** 3", "abs(3+4j)", "abs(1e308+1e308j)", "hash(1+2j)", "hash(3+0j)", "hash(-1j)", "1j.conjugate()", "complex(-0.0, -0.0)", "-0j", "0j", "1-0j",
             "complex(1, math.nan)", "int(1j)", "float(1j)", "format(1+2j, '.2f')", "f'{1+2j:>20}'", "f'{1+2j:,}'", "f'{0.0+2j:g}'", "f'{2j}'", "f'{1+2j:010}'", "f'{1+2j:=10}'", "f'{1+2j:d}'", "1j == 1j", "1j == 1", "1+0j == 1",
             "(1+0j) == 10**400", "1j.__complex__()", "1j.__getnewargs__()", "1j.real", "1j.imag", "complex('1_0+2_0j')", "complex('1__0')", "round(1j)", "(1+2j)/(3+4j)", "(1+2j)/(3-4j)", "1/(2j)", "2*(1+2j)", "1.5-(1+2j)", "(1+2j)-1",
             "complex(1+2j)", "bool(0j)", "bool(1e-320j)", "+1j", "complex(1.0, 2)", "f'{1+2j:+}'", "f'{1e20+2j:e}'", "f'{1.5+2.25j:.1f}'", "f'{complex(1,-0.0):.2}'", "f'{1234567.0+2j:,.2f}'", "f'{1+2j:<12}|'", "f'{1+2j:^12}|'",
             "math.sqrt(1j)", "sum([1j, 2])", "complex(math.inf, -math.inf)", "1j * math.inf", "(1+1j) == (1+1j)", "{1+0j: 'a'}[1]", "str(1e16+1e-5j)", "repr(-1.5-0j)", "complex('(1)')", "complex('1j+2')", "complex('')", "complex('1+')", "complex('+1-1J')",
             "1j in (1j,)", "1j != 1", "(2+3j).__eq__('a')", "type(1j + 1).__name__", "complex(10**400)", "1j + 10**400", "f'{1j:\u00e4>8}'", "isinstance(1j, complex)"]:
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", f"{type(e).__name__}: {e}")


class Vector(complex):
    pass


v = Vector(1, 2)
print(v, type(v).__name__, v + 1, type(v + 1).__name__, abs(v), v == 1 + 2j, hash(v) == hash(1 + 2j))
