"""_stat, _locale, _string, errno and resource: constants, results and wrong arguments."""
import _locale
import _stat
import _string
import errno
import resource


def t(f, *a, **k):
    try:
        print(f.__name__, a, repr(f(*a, **k)))
    except BaseException as e:
        print(f.__name__, a, type(e).__qualname__, e)


for module in _stat, _locale, errno:
    print(module.__name__, sorted((k, v) for k, v in vars(module).items() if isinstance(v, int)))
print(sorted(errno.errorcode.items()))
print(sorted(k for k in vars(resource) if not k.startswith('__')))
for a in (), (1.5,), ('a',), (-1,), (2**70,), (2**40,), (0o40755,), (0o100644,), (True,):
    t(_stat.S_ISDIR, *a)
    t(_stat.S_ISREG, *a)
    t(_stat.S_IMODE, *a)
    t(_stat.S_IFMT, *a)
    t(_stat.filemode, *a)
for m in 0o140777, 0o120777, 0o60000, 0o20000, 0o10000, 0o40000, 0o7777, 0o6000, 0o1000, 0o1001, 2**31:
    t(_stat.filemode, m)
for a in (0, 'C'), (0, None), (6, 'C'), (99, 'C'), (0, 'xx_YY'), ('a',), (0, 5), (), (4, 'POSIX'):
    t(_locale.setlocale, *a)
print(_locale.localeconv())
t(_locale.localeconv, 1)
for a in ('a', 'b'), ('b', 'a'), ('a', 'a'), ('a', 1), ('a\0', 'b'), ('a',):
    t(_locale.strcoll, *a)
for a in ('abc',), ('a\0',), (1,), ():
    t(_locale.strxfrm, *a)
for k, v in sorted(vars(_locale).items()):
    if isinstance(v, int) and k != 'CHAR_MAX' and not k.startswith('LC_'):
        print(k, repr(_locale.nl_langinfo(v)))
t(_locale.nl_langinfo, 99999)
t(_locale.nl_langinfo, 'a')
t(_locale.gettext, 'a')
t(_locale.gettext, 1)
t(_locale.dgettext, None, 'a')
t(_locale.dgettext, 5, 'a')
t(_locale.dcgettext, 'x', 'a', 5)
t(_locale.textdomain, None)
t(_locale.textdomain, 'x')
t(_locale.textdomain, 5)
t(_locale.bindtextdomain, 'x', None)
t(_locale.bindtextdomain, 'x', '/tmp')
t(_locale.bindtextdomain, '', None)
t(_locale.bind_textdomain_codeset, 'x', 'utf-8')
t(_locale.bind_textdomain_codeset, 'x', None)
t(_locale.getencoding)
print(_locale.Error.__mro__)


def parse(s):
    return list(_string.formatter_parser(s))


def split(s):
    first, rest = _string.formatter_field_name_split(s)
    return first, list(rest)


for s in ["", "a", "{}", "{0}", "a{b!r:>{w}}c", "{{x}}", "{", "}", "{a", "{a!", "{a!r", "{a!rx}", "{a:{b}", "{a[}]}", "{a[b}", "{!r}", "{:}", "{a!}",
          "x{{", "}}", "{a{b}", "{a:b{c}d}e", "\uac00{\uac01}"]:
    t(parse, s)
for s in ["", "a", "0", "a.b", "0[1]", "a[b].c", "a.", "a[", "a[]", "a..b", "a[1]b", "[1]", ".b", "12345678901234567890123", "a[99999999999999999999]",
          "-1", "1a", "a[-1]", "9223372036854775807", "9223372036854775808"]:
    t(split, s)
t(_string.formatter_parser, 1)
t(_string.formatter_field_name_split, 1)
iterator = _string.formatter_parser("a")
print(type(iterator), iter(iterator) is iterator, iterator.__sizeof__(), type(split.__code__) is not None)
rest = _string.formatter_field_name_split('a.b')[1]
print(type(rest), rest.__sizeof__())
t(resource.getrusage, 5)
t(resource.getrusage, 'a')
t(resource.getrlimit, 99)
t(resource.getrlimit, -1)
t(resource.setrlimit, 99, (1, 1))
t(resource.setrlimit, 7, 1)
t(resource.setrlimit, 7, (1,))
t(resource.setrlimit, 7, (5, 2))
t(resource.setrlimit, 7, ('a', 1))
print(type(resource.getrusage(0)), len(resource.getrusage(0)), resource.error is OSError, resource.getpagesize())
