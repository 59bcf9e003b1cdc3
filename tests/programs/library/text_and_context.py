import json
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__module__, type(e).__name__, e, getattr(e,'__notes__',''))
print(json.dumps({"a":[1,2.5,None,True,"é\n\"😀"],"b":{},"c":[], 1:2, None:3, 1.5:"x", True:0}))
print(json.dumps([1,{"z":1,"a":[1,2]}],indent=2,sort_keys=True)); print(json.dumps({"a":1,"b":[1,2]},separators=(",",":"))); print(json.dumps("é",ensure_ascii=False)); print(json.dumps([],indent=2),json.dumps({},indent=2), json.dumps([[]],indent=1))
print(json.loads('{"a": [1, 2.5e3, null, true, false, "x\\u00e9\\n\\ud83d\\ude00"], "b": {}, "n": -0, "f": -1.5E-2}'))
for s in ['','{','[1,]','{"a":1,}','{"a"}','{a:1}','[1 2]','nul','"abc','"\\x"','1 2','[1','{"a":1','"a\nb"','-','01','NaN','Infinity','-Infinity','{"a":1 "b"}','[','"\\u12"',' 5 ']:
    t(lambda: json.loads(s))
t(lambda: json.dumps(object())) if 0 else t(lambda: json.dumps({1,2})); t(lambda: json.dumps({(1,2):3})); a=[]; a.append(a); t(lambda: json.dumps(a)); t(lambda: json.dumps(float('nan'))); t(lambda: json.dumps(float('nan'),allow_nan=False)); t(lambda: json.dumps({(1,):2,"a":1},skipkeys=True)); t(lambda: json.dumps([1,{"a":{1}}]))
print(json.dumps({"a":{1,2}},default=sorted), json.loads('{"a":1}',object_hook=lambda d: list(d.items())), json.loads('[1.5,2]',parse_float=str,parse_int=lambda s:s+"!"), json.loads(b'[1]'), json.loads('{"a":1,"a":2}',object_pairs_hook=list))
t(lambda: json.loads(5))
import textwrap
txt="The quick brown fox jumped over the lazy dog, well-known for its state-of-the-art laziness -- and sleeping. Averyveryverylongwordthatdoesnotfit here."
for w in (10,20,40): print(textwrap.wrap(txt,w)); 
print(textwrap.fill(txt,30,initial_indent="* ",subsequent_indent="  ")); print(textwrap.shorten(txt,30)); print(repr(textwrap.dedent("  a\n   b\n\n  c\n"))); print(repr(textwrap.indent("a\n\nb\n","> "))); print(textwrap.wrap("a b  c   d",3), textwrap.wrap("",5), textwrap.wrap("hello",2), textwrap.shorten("hello world",5), textwrap.wrap("x"*30,10,break_long_words=False))
import string
print(string.ascii_letters,string.digits,string.punctuation,string.capwords("hello  world"),string.Template("$a ${b} $$ $c").safe_substitute(a=1,b=2),string.Template("$a").substitute({"a":5})); t(lambda: string.Template("$a").substitute()); t(lambda: string.Template("$ x").substitute()); print(string.Formatter().format("{0} {a!r:>5}",1,a="x"), string.Formatter().vformat("{} {}",(1,2),{}))
import contextlib,io,sys
@contextlib.contextmanager
def cm(x):
    print("enter",x)
    try: yield x
    except ValueError as e: print("caught",e)
    finally: print("exit",x)
with cm(1) as v: print(v)
with cm(2): raise ValueError("boom")
def r():
    with cm(3): raise KeyError("k")
t(r)
@cm(4)
def deco(): print("in deco")
deco(); deco()
with contextlib.suppress(ZeroDivisionError): 1/0
with contextlib.redirect_stdout(io.StringIO()) as f: print("hid")
print(repr(f.getvalue()))
with contextlib.ExitStack() as st:
    st.enter_context(cm(5)); st.callback(print,"cb",1); st.push(lambda *a: print("push",a[0]))
with contextlib.closing(io.StringIO()) as s: pass
print(s.closed)
with contextlib.nullcontext(7) as n: print(n)
t(lambda: contextlib.ExitStack().enter_context(5))
import warnings
def w(): warnings.warn("careful")
sys.stderr=sys.stdout
for i in range(2): w()
warnings.warn("dep",DeprecationWarning); warnings.warn(UserWarning("inst"))
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always"); w(); w(); print(len(log), log[0].message, log[0].category, log[0].lineno)
with warnings.catch_warnings():
    warnings.simplefilter("error"); t(w)
with warnings.catch_warnings():
    warnings.simplefilter("ignore"); w()
t(lambda: warnings.warn("x",int))
import traceback
def f1(): f2()
def f2(): return 1/0
try: f1()
except Exception as e:
    print(traceback.format_exc()); traceback.print_exc(); print(traceback.format_exception_only(e)); print(traceback.extract_tb(e.__traceback__)); print([x.name for x in traceback.extract_tb(e.__traceback__)]); print(''.join(traceback.format_tb(e.__traceback__)).count("File"))
    print(traceback.format_exception(e)[-1])
import abc
class Sh(abc.ABC):
    @abc.abstractmethod
    def area(self): ...
    @property
    @abc.abstractmethod
    def p(self): ...
t(lambda: Sh())
class Sq(Sh):
    def area(self): return 1
t(lambda: Sq())
class Sq2(Sq): p=5
print(Sq2().area(), Sh.__abstractmethods__==frozenset({'area','p'}), issubclass(Sq2,Sh))
@Sh.register
class Vi: pass
print(issubclass(Vi,Sh), isinstance(Vi(),Sh), isinstance(5,Sh))
import numbers; print(isinstance(1,numbers.Integral), isinstance(1.5,numbers.Real), isinstance(1.5,numbers.Rational), isinstance(1j,numbers.Complex), isinstance(True,numbers.Number), isinstance("a",numbers.Number))
import types; print(types.FunctionType, types.SimpleNamespace(a=1), types.MappingProxyType({1:2}), types.NoneType, types.new_class("X",(),{}), types.GeneratorType, types.ModuleType("m"), types.MethodType(len,[1])(), types.UnionType)
import reprlib; print(reprlib.repr(list(range(100))), reprlib.repr("a"*100), reprlib.repr({i:i for i in range(10)}), reprlib.repr(10**100))
