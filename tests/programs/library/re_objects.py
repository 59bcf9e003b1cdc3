"""re: the objects Pattern and Match: their methods, sizes and mistakes, and what sub() puts in place."""
import copy
import re
import sys


def t(f, *a, **k):
    try:
        print('OK', ascii(f(*a, **k)).split(' at 0x')[0])
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))


p = re.compile('a(?P<name>b)?(c)?')
m = p.match('xabx', 1)
print(p.groups, p.groupindex, p.flags, p.pattern, p == re.compile('a(?P<name>b)?(c)?'), p == re.compile('a'), hash(p) == hash(copy.copy(p)), copy.deepcopy(p) is p)
print(m.regs, m.pos, m.endpos, m.lastindex, m.lastgroup, m.re is p, m.string, copy.copy(m) is m, copy.deepcopy(m) is m)
print(sys.getsizeof(p), sys.getsizeof(m), sys.getsizeof(p.scanner('')), p.__sizeof__(), re.Pattern.__basicsize__, re.Match.__basicsize__)
print(re.Pattern[str], re.Match[bytes], type(p.groupindex).__name__)
for name in ('match', 'fullmatch', 'search', 'findall', 'finditer', 'scanner', 'split', 'sub', 'subn'):
    f = getattr(p, name)
    t(f), t(f, 1), t(f, b'a'), t(f, 'a', 'b', 'c', 'd'), t(f, 'a', x=1), t(f, 'ab', 1.5), t(f, 'ab', None), t(f, 'ab', pos='x')
    t(f, string='ab'), t(f, 'abab', 0, 2**70), t(f, 'ab', -2**70), t(f, 'abab', 'ab', 2**70), t(f, 'abab', 1, 3)
for name in ('group', 'start', 'end', 'span', 'groups', 'groupdict', 'expand', '__getitem__', '__copy__', '__deepcopy__'):
    f = getattr(m, name)
    t(f), t(f, 1), t(f, 2), t(f, 3), t(f, 'name'), t(f, 'x'), t(f, -1), t(f, 1.5), t(f, None), t(f, 1, 'name'), t(f, []), t(f, 2**70), t(f, default=5), t(f, True)
t(re.Pattern), t(re.Match), t(lambda: m < m), t(lambda: p < p), t(lambda: p == 1), t(lambda: m[0:1])
for name in ('pattern', 'flags', 'groups', 'groupindex'):
    t(setattr, p, name, 1)
for name in ('pos', 're', 'regs', 'string', 'lastindex'):
    t(setattr, m, name, 1)
s = re.compile('ab').scanner('ababxab')
print(s.match(), s.match(), s.match(), s.search(), s.pattern)
s = re.compile('').scanner('ab')
print([s.search() for _ in range(4)])
s = re.compile('ab').scanner('ababxab', 1, 4)
print(s.match(), s.search(), s.search())
for q in (re.compile('a' * 300), re.compile(b'x"\'', re.I | re.X | re.S | re.M | re.A), re.compile('x', 2 | 8 | 16 | 64), re.compile(b'x', re.L | re.I), re.compile('x', re.A)):
    print(repr(q), q.flags)
print(re.match(b'a(.*)', bytearray(b'abc')).group(1), re.match(b'a(.*)', memoryview(b'abc')).group(0), re.match(b'abc', bytearray(b'abc')))
t(re.compile(b'a').match, memoryview(b'aabb')[::2]), t(re.compile(b'a').match, 'a'), t(re.compile('a').match, b'a')


class S(str):
    pass


class B(bytes):
    pass


print([type(x) for x in (re.sub('x', 'y', S('abc')), re.match('a', S('a')).group(), re.split('x', S('abc'))[0], re.findall('.*', S('ab'))[0], re.match('a', S('a')).string, re.match(b'.*', B(b'abc'))[0])])
text, data = 'abc', b'abc'
print(re.sub('x', 'y', text) is text, re.split('x', text)[0] is text, re.match('.*', text)[0] is text, re.sub(b'x', b'y', data) is data)
# split and sub
print(re.split('x*', 'axbc'), re.split('(x)|(y)', 'axbyc'), re.split('x', 'axbxc', maxsplit=1), p.split('ab ab', -1), re.split('', 'ab'), re.split('(?=b)', 'abb'))
print(re.sub('x*', '-', 'abxd'), re.sub('a', 'b', 'aaa', count=2), re.subn('a|', '.', 'ba'), p.sub('x', 'ab ab', -1), re.sub('(.)(.)', r'\2\1', 'abcd'))
print(re.sub('(?P<a>.)', r'<\g<a>\g<0>\1\\\n>', 'xy'), re.sub('(a)|b', r'[\1]', 'ab'), re.sub('a', '\\g<0>한', 'éa'), re.sub(b'(.)', rb'\1\1', b'ab'))
print(re.sub('.', lambda m: m[0].upper() * 2, 'ab'), re.sub('.', lambda m: None, 'ab'), re.sub('a', S('x'), 'a'), re.sub(b'a', bytearray(b'\\g<0>x'), b'a'), re.sub(b'a', memoryview(b'yx'), b'a'))
t(re.sub, 'a', lambda m: b'x', 'a'), t(re.sub, 'a', lambda m: 1 / 0, 'a'), t(re.sub, 'a', '\\g<9>', 'a'), t(re.sub, b'a', lambda m: 'x', b'a'), t(re.sub, 'a', b'x', 'a')
t(re.compile(b'(a)').sub, 'x', b'a'), t(re.compile('(a)').sub, 1, 'a'), t(re.compile('(a)').sub, None, 'a'), t(re.sub, '(a)', '\\2', 'a'), t(re.sub, '(a)', '\\x', 'a'), t(re.sub, 'a', '\\', 'a')
t(m.expand, '\\1x\\2'), t(m.expand, b'\\1x'), t(re.match(b'(a)', b'a').expand, '\\1x'), t(m.expand, 'plain'), t(m.expand, S('\\1'))
# mistakes in patterns
for bad in ('(', ')', '*', 'a**', 'a{2,1}', '[', '[z-a]', '\\', '(?P<1>a)', '(?P=x)', '\\1', '(?<=a*)', '(?(1)a)', '(?z)', 'a(?i)', '(?P<a>)(?P<a>)', '\\8', '[\\d-z]', '(?', '\\Q', '(?:a'):
    t(re.compile, bad)
t(re.compile, 5), t(re.compile, 'a', 'b'), t(re.compile, p, re.I), t(re.compile, b'a', re.U), t(re.compile, 'a', re.L), t(re.compile, 'a', re.A | re.U)
# a text that changes while it is matched
b = bytearray(b'aab')
found = re.match(b'a+', b)
b.clear()
print(found.group(), found.span())
t(lambda: re.sub(b'a', lambda m: b.extend(b'x') or b'y', bytearray(b'aa')))
b = bytearray(b'xaxa')
found = re.finditer(b'a', b)
t(b.extend, b'y')
print([m.span() for m in found])
del found
t(b.extend, b'y')
