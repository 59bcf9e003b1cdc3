"""re: what patterns match: each construct on texts that match, that do not, and that nearly do."""
import re


def show(pattern, *texts, flags=0):
    compiled = re.compile(pattern, flags)
    for text in texts:
        found = [(m.regs, m.lastindex) for m in compiled.finditer(text)]
        full, start = compiled.fullmatch(text), compiled.match(text)
        print(ascii(pattern), ascii(text), found, full and full.regs, start and start.regs)


# characters and sets
show('a.c', 'abc', 'a\nc', 'ac', 'xabcabc')
show('a.c', 'a\nc', flags=re.S)
show('[a-c]x[^a-c]', 'axd', 'axa', 'dxd', 'bx한')
show(r'\d+|\s+|\w+', 'abc 123\t한글 ٣', '')
show(r'\D\S\W', 'ab!', '1 !', 'a1-')
show(r'\w\d\s', 'é٣\u2003', 'a1 ', flags=re.A)
show('[\u0100-\u2000acegikm한글日]+', 'a한글\u0101b日', '\U0001f600')
show('[\U0001f600-\U0001f64f\\d]', 'a\U0001f600b\U0001f680', '7')
show('[^\\W\\d_]+', 'abc_12é', '한1')
show(b'[\x80-\xff]+', b'a\x80\xffb')
show(rb'\w+', b'a_1\xe9')
# places
show('^a|b$', 'ab', 'ba', 'a\nb', 'b\n', 'b\n\n')
show('^a|b$', 'ab\nab\n', flags=re.M)
show(r'\Aa|b\Z', 'ab\n', 'ab')
show(r'\b\w|\w\B', 'ab c', '', '한 글')
show(r'\b', 'a é', flags=re.A)
show(r'\B', '', ' ', 'ab')
# repeats
show('a*', 'aaa', '', 'baa')
show('a+?b', 'aab', 'b')
show('(?:ab){2,3}', 'abababab', 'ab', 'abab')
show('(ab){2,3}?', 'abababab')
show('(a|ab)(c|bcd)(d*)', 'abcd')
show('(a*)*', 'aaa', 'b', '')
show('(a*?)*?b', 'aab')
show('(?:a|(b))*', 'abab', 'aba')
show('((a)|b)*?c', 'abc', 'bac')
show('(?:(a)|(b)|)*', 'ab', 'ba')
show('x{0}y', 'xy', 'y')
show('(?:){3}a', 'a')
show('(a{1,2}){2}', 'aaaa', 'aaa', 'aa', 'a')
show(r'".*?"|"[^"]*$', '"a" "b', 'x""')
# possessive and atomic
show('a*+a', 'aaa')
show('a++b', 'aab')
show('(?:a|ab){2}+', 'aba', 'aab')
show('(?:ab?)*+c', 'abac', 'ab')
show('(?>a|ab)c', 'abc', 'ac')
show('(?>a*)b|a', 'aaab', 'aa')
show('x{1,2}+x', 'xx', 'xxx')
show('(?>(a)|b)+c', 'abac')
# groups
show(r'(a)(b)?\1', 'aba', 'aa')
show(r'(\w)\1', 'aabbA', 'Aa')
show(r'(\w)\1', 'aAbB', 'ßẞ', flags=re.I)
show(r'(?P<x>a)(?P=x)', 'aa')
show(r'(a)?(?(1)b|c)', 'ab', 'c', 'ac', 'b')
show(r'(<)?\w+(?(1)>|$)', '<a>', 'a', '<a', 'a>')
show(r'(a)?(?(1)b)', 'ab', 'a', '')
# looking around
show('a(?=b)', 'ab', 'ac')
show('a(?!b)', 'ab', 'ac', 'a')
show('(?<=a)b', 'ab', 'bb')
show('(?<!a)b', 'ab', 'bb', 'b')
show('(?<=(a|b))c', 'ac', 'bc', 'cc')
show('(?=(a+))a*b\\1', 'baaabac')
show('(?!(a)b)a', 'ac', 'ab')
show('(?=a(?!b)|c)\\w', 'ab', 'ac', 'c')
# case
show('straße|ÉTÉ', 'STRASSE', 'STRAßE', 'été', flags=re.I)
show('[a-z]+', 'AbCÄ', 'K', flags=re.I)
show('[a-z]+', 'AbCÄ', 'K', flags=re.I | re.A)
show('K|ſ|İ|ı', 'k', 'K', 's', 'i', flags=re.I)
show('(?i:a)b', 'AB', 'Ab', 'ab')
show('(?-i:a)b', 'aB', 'Ab', flags=re.I)
show('Σ+', 'σςΣ', flags=re.I)
show(b'[a-c]\xe9', b'A\xe9', b'a\xc9', flags=re.I)
show(b'[a-c]\xe9', b'A\xe9', flags=re.I | re.L)
show('[^a]', 'A', 'a', 'b', flags=re.I)
# alternatives
show('abc|abd|ab', 'abdabcab', 'abe')
show('|a', 'a', '')
show('(?:a||b)c', 'ac', 'bc', 'c')
show('a|b|c|한|\U0001f600', 'x한c\U0001f600')
show('foo|foobar', 'foobar')
# widths of texts
for tail in ('', 'é', '한', '\U0001f600'):
    show('b+[^c]*', 'aabb' + tail + 'c')
    show('(.)(?:.)*' + tail, 'xyz' + tail)
# long ones: nothing recurses
n = 20000
print(len(re.match('(?:a|b)*', 'ab' * n).group()), len(re.match('(?:(a)|b)*?$', 'ab' * n).group()), re.match('(?:.|\n)*c', 'ab' * n))
print(re.match('(x+x+)+y', 'x' * 15), re.search('(a*)*b', 'a' * 12))
print(len(re.match('(' * 90 + 'a' + ')' * 90, 'a').groups()), re.match('(?:' * 200 + 'a' + ')*' * 200, 'aaa'))
print(re.match('a{,65535}', 'a' * 70000).end(), re.fullmatch('(?:ab){30000}', 'ab' * 30000).end())
