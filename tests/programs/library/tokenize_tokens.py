# _tokenize.TokenizerIter: tokens as tokenize.py has them, comments and line ends among them, and without.
import _tokenize
def t(s, **k):
    lines=s.splitlines(True) if isinstance(s, bytes) else [l + '\n' for l in s.split('\n')[:-1]] + [l for l in [s.split('\n')[-1]] if l] if isinstance(s,(str,bytes)) else s
    it=iter(lines)
    print(repr(s)[:60])
    try:
        for x in _tokenize.TokenizerIter(it.__next__, **k): print('  ',x)
    except BaseException as e: print('  ',type(e).__name__, e.args)
for k in ({'extra_tokens':True},{'extra_tokens':False}):
    for s in ['a = 1\n','a = 1','if a:\n  # c\n\n  b\n\n# d\nc\n','x = (1,\n # q\n\n 2)\n','a\\\n b\n','f"a{b!r:>{w}}c{{d}}"\n',"f'''\n{\na}\n'''\n",'"""a\nb"""\n','é = "ü" + x\n','$ ? !\n','1abc 0b12 0o9 1_ \n','€\n','(a\n','"abc\n',"'''abc\n",'if a:\n    b\n  c\n','\tif a:\n\t\tb\n','a;b;\n','x = 1 # c\n','x # c','async def f(): await x\n','a->b:=c...d\n','if a:\n  b','if a:\n  b\n  ','\x0ca\n','a\n\n\n','a\\\n','a b\\','\\\n','f"{a','f"{a}','f"a','f"{a:\n','f"{}"\n','f"{a!x}"','0777 1__0 1e 0x\n','  a\n b\n','"\\N{x}" rb"x" Rb"\\x" f"\\N{DASH} {x}"\n','def f():\n  a\n  # c\n # d\n# e\nb\n',')\n','(]\n','a = """x\n\n','lambda x: (yield)\n','f"{x=}" f"{x:%H:%M}" f"{ {1:2}[1] }"\n']:
        t(s,**k)
t([b'a\n',b'b\n'],encoding='utf-8',extra_tokens=True)
t(['a\n',b'b\n'],encoding='utf-8',extra_tokens=True)
t(['a\n',b'b\n'],extra_tokens=True)
t(['a\n',3],extra_tokens=True)
t([b'\xc3\xa9=1\n',b'\xff\n'],encoding='utf-8',extra_tokens=True)
t([b'\xe9=1\n'],encoding='latin-1',extra_tokens=True)
def gen(): 
    yield 'a b\n'; raise ZeroDivisionError
g=gen()
try:
    for x in _tokenize.TokenizerIter(g.__next__,extra_tokens=True): print(x)
except Exception as e: print(type(e).__name__)
for a,k in (((),{}),((1,),{}),((1,2),{}),((iter,),dict(encoding=3)),((iter,),dict(x=3))):
    try: _tokenize.TokenizerIter(*a,**k); print('ok')
    except Exception as e: print(type(e).__name__,e)
print(_tokenize.TokenizerIter)
for s in ('# c', '# c\n', '\n', '', '  \n', 'a\r\nb\r\n'): t(s, extra_tokens=True)
for s in ('(a', '(a\n', '(a\n\n', 'a\\\n', 'a b\\', '\\\n', 'x\n(\n1\n', "f'{a"):
    lines = iter([l + '\n' for l in s.split('\n')[:-1]] + [l for l in [s.split('\n')[-1]] if l])
    try: list(_tokenize.TokenizerIter(lines.__next__, extra_tokens=True))
    except SyntaxError as e: print(repr(s), e.lineno, e.offset, e.end_lineno, e.end_offset, e.text, e.filename)
