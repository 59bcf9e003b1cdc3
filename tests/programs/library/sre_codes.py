"""_sre: code that no compiler made is refused; templates, and the letters' cases."""
import _sre
import zlib


def t(f, *a, **k):
    try:
        print('OK', ascii(f(*a, **k)).split(' at 0x')[0])
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))


print(_sre.MAGIC, _sre.CODESIZE, _sre.MAXREPEAT, _sre.MAXGROUPS, _sre.getcodesize())
make = _sre.compile
t(make), t(make, 1, 2, 3, 4, 5, 6), t(make, 'a', 0, [], 0, {}, ()), t(make, 'a', 0, [1], 0, {}, ()), t(make, 'a', 0, [1.5], 0, {}, ()), t(make, 'a', 0, ['x'], 0, {}, ())
t(make, 'a', 0, [-1], 0, {}, ()), t(make, 'a', 0, [2**32], 0, {}, ()), t(make, 'a', 0, [1], 0, [], ()), t(make, 'a', 0, [1], 0, {}, []), t(make, 'a', 0, (1,), 0, {}, ()), t(make, 5, 0, [1], 0, {}, ())
t(make, None, 0, [1], 0, {}, ()), t(make, bytearray(b'a'), 0, [1], 0, {}, ()), t(make, 'a', 0, [1], -1, {}, ()), t(make, 'a', 0, [1], 3, {'x': 5}, (None, 'a')), t(make, 'a', 'x', [1], 0, {}, ())
t(make, 'a', 0, [1], 2**30, {}, ()), t(make, 'a', 0, [1], 2**70, {}, ()), t(make, 'a', 0, [1], 0, {}), t(make, 'a', 2**40, [1], 0, {}, ()), t(make, 'a', 2**20 | 2 | 32, [1], 0, {}, ())
FAILURE, SUCCESS, ANY, ANY_ALL, ASSERT, ASSERT_NOT, AT, BRANCH, CATEGORY, CHARSET, BIGCHARSET, GROUPREF, GROUPREF_EXISTS, IN, INFO, JUMP, LITERAL, MARK, MAX_UNTIL, MIN_UNTIL = range(20)
REPEAT, REPEAT_ONE, ATOMIC_GROUP, POSSESSIVE_REPEAT = 23, 24, 27, 28
for code in (
        [SUCCESS], [FAILURE], [FAILURE, SUCCESS], [LITERAL, 97, SUCCESS], [LITERAL], [LITERAL, 97], [99, SUCCESS], [ANY], [SUCCESS, ANY], [ANY_ALL, SUCCESS],
        [AT, 12, SUCCESS], [AT, 11, SUCCESS], [LITERAL, 2**32 - 1, SUCCESS], [MAX_UNTIL, SUCCESS], [ASSERT, 4, 0, ANY, SUCCESS, SUCCESS], [ASSERT, 4, 5, ANY, SUCCESS, SUCCESS], [ASSERT_NOT, SUCCESS],
        [ASSERT, 4, 2**31, ANY, SUCCESS, SUCCESS], [ASSERT, 99, 0, ANY, SUCCESS, SUCCESS], [ASSERT_NOT, 4, 0, ANY, SUCCESS, SUCCESS], [ASSERT, 0, 0, SUCCESS],
        [INFO, 4, 0, 0, 5, SUCCESS], [INFO, 4, 9, 0, 5, SUCCESS], [INFO, 3, 0, 0, SUCCESS], [INFO, 8, 1, 1, 1, 1, 1, 97, 0, LITERAL, 97, SUCCESS], 
        [INFO, 8, 1, 1, 1, 1, 1, 97, 7, SUCCESS], [INFO, 4, 5, 1, 1, SUCCESS], [INFO, 4, 2, 1, 1, SUCCESS], [INFO, 7, 4, 1, 1, LITERAL, 97, FAILURE, SUCCESS],
        [IN, 2, FAILURE, SUCCESS], [IN, 3, LITERAL, FAILURE, SUCCESS], [IN, 4, LITERAL, 97, FAILURE, SUCCESS], [IN, 5, LITERAL, 97, FAILURE, SUCCESS], [IN, 3, CHARSET, FAILURE, SUCCESS],
        [IN, 3, CATEGORY, 18, FAILURE, SUCCESS], [IN, 4, CATEGORY, 17, FAILURE, SUCCESS], [IN, 4, CATEGORY, 18, FAILURE, SUCCESS], [IN, 2**32 - 1, FAILURE, SUCCESS], [IN, 11, CHARSET, 1, 2, 3, 4, 5, 6, 7, 8, FAILURE, SUCCESS],
        [IN, 76, BIGCHARSET, 1] + [0] * 72 + [FAILURE, SUCCESS], [IN, 76, BIGCHARSET, 1] + [1] * 72 + [FAILURE, SUCCESS], [IN, 76, BIGCHARSET, 2] + [0] * 72 + [FAILURE, SUCCESS],
        [REPEAT_ONE, 6, 1, 0, ANY, SUCCESS, SUCCESS], [REPEAT_ONE, 5, 0, 4, ANY, SUCCESS, SUCCESS], [REPEAT_ONE, 9, 0, 4, ANY, SUCCESS, SUCCESS], [REPEAT_ONE, 6, 0, 4, LITERAL, 97, SUCCESS, SUCCESS],
        [REPEAT_ONE, 6, 0, 4, LITERAL, 97, FAILURE, SUCCESS], [REPEAT, 5, 0, 4, LITERAL, 97, MAX_UNTIL, SUCCESS], [REPEAT, 5, 0, 4, LITERAL, 97, SUCCESS, SUCCESS], [REPEAT, 3, 0, 4, MIN_UNTIL, SUCCESS],
        [POSSESSIVE_REPEAT, 5, 0, 4, LITERAL, 97, SUCCESS, SUCCESS], [POSSESSIVE_REPEAT, 5, 0, 4, LITERAL, 97, MAX_UNTIL, SUCCESS], [ATOMIC_GROUP, 3, ANY, SUCCESS, SUCCESS], [ATOMIC_GROUP, 3, ANY, ANY, SUCCESS],
        [BRANCH, 5, LITERAL, 97, JUMP, 2, FAILURE, SUCCESS], [BRANCH, 5, LITERAL, 97, JUMP, 3, FAILURE, SUCCESS], [BRANCH, 2, JUMP, 2, FAILURE, SUCCESS], [BRANCH, 0, SUCCESS], [JUMP, 1, SUCCESS],
        [GROUPREF, 0, SUCCESS], [GROUPREF, 1, SUCCESS], [GROUPREF_EXISTS, 1, 2, SUCCESS], [GROUPREF_EXISTS, 0, 2, SUCCESS], [GROUPREF_EXISTS, 0, 1, SUCCESS], [GROUPREF_EXISTS, 0, 6, LITERAL, 97, JUMP, 3, LITERAL, 98, SUCCESS],
        [MARK, 0, MARK, 1, SUCCESS], [MARK, 4, SUCCESS], [MARK, 2**32 - 1, SUCCESS], [CATEGORY, 18, SUCCESS], [25, SUCCESS], [43, SUCCESS]):
    print(code if len(code) < 20 else len(code), end=' ')
    t(make, 'a', 0, code, 1, {}, ())
p = make('a(b)', 32, [LITERAL, 97, MARK, 0, LITERAL, 98, MARK, 1, SUCCESS], 1, {}, ())
print(p.match('ab'), p.match('ab').regs, p.match('ab').lastgroup, p.groupindex, p.search('xxab'), p.search('xxa'))
print(make(None, 0, [LITERAL, 97, SUCCESS], 0, {}, ()).match('a'), make(None, 0, [LITERAL, 97, SUCCESS], 0, {}, ()).match(b'a'))
t(make('a', 0, [MARK, 1, LITERAL, 97, MARK, 0, SUCCESS], 1, {}, ()).match, 'a')
t(_sre.template, p, []), t(_sre.template, p, ['']), t(_sre.template, p, ['a', 5, 'b']), t(_sre.template, p, ['a', 1]), t(_sre.template, p, [1, 1, 1]), t(_sre.template, p, ('',)), t(_sre.template, p, ['a', -1, ''])
t(_sre.template, p, ['a', 'x', '']), t(_sre.template, p)
t(_sre.getcodesize, 1), t(_sre.ascii_iscased, 'a'), t(_sre.ascii_tolower, -1), t(_sre.unicode_tolower, 2**40), t(_sre.unicode_tolower, 2**31 - 1), t(_sre.ascii_tolower, 1.5)
cases = [(_sre.unicode_tolower(c), _sre.unicode_iscased(c), _sre.ascii_tolower(c), _sre.ascii_iscased(c)) for c in range(0x20000)]
print(zlib.crc32(repr(cases).encode()))
