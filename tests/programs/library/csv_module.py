"""_csv: readers, writers, dialects and the limit of fields, with every option and what is refused."""
import _csv as C, sys
def t(f, *a, **k):
    try:
        print('OK', ascii(f(*a, **k)).split(' at 0x')[0])
    except BaseException as e:
        print(type(e).__module__, type(e).__name__, ascii(str(e)))
print(C.QUOTE_MINIMAL,C.QUOTE_ALL,C.QUOTE_NONNUMERIC,C.QUOTE_NONE,C.QUOTE_STRINGS,C.QUOTE_NOTNULL)
def rd(lines,*a,**k):
    try: print('R',list(C.reader(lines,*a,**k)))
    except BaseException as e: print(type(e).__module__,type(e).__name__,e)
class W:
    def __init__(s): s.o=''
    def write(s,x): s.o+=x; return len(x)
def wr(rows,*a,**k):
    w=W()
    try:
        c=C.writer(w,*a,**k)
        print('W',[c.writerow(r) for r in rows],ascii(w.o))
    except BaseException as e: print(type(e).__module__,type(e).__name__,e,ascii(w.o))
rd(['a,b,c','1,"2,3",4','','"a""b",c','"x\n','y",z',' a, b ','a"b,c"d','"a"b,c','"",""',',','a,',',a','a\r\n','"a\r\nb"\r\n'])
rd(['a,b'],delimiter=';'); rd(['a;b'],delimiter=';'); rd(["'a,b',c"],quotechar="'"); rd(['a\\,b,"c\\"d"'],escapechar='\\'); rd(['"a\\"b",c'],escapechar='\\',doublequote=False); rd(['a, "b, c", d'],skipinitialspace=True); rd(['1,2.5,"x"'],quoting=2); rd(['1,x'],quoting=2); rd(['"a",b'],quoting=3); rd(['"1",2,,"",x'],quoting=4); rd(['"1",2,,"",'],quoting=4); rd(['"1",2,,"",x'],quoting=5); rd(['"a" ,b'],strict=True); rd(['"a'],strict=True); rd(['"a']); rd(['a\\'],escapechar='\\');rd(['a\\'],escapechar='\\',strict=True); rd(['a\\\n','b'],escapechar='\\'); rd(['"a\\\n','b"'],escapechar='\\')
rd(['a\nb']); rd(['a\rb']); rd(['a\r\nb']); rd(['a\n\n']); rd([b'a']); rd([1]); rd(5); rd(['a\0b']); rd(['a,"b']);rd(['']);rd(['\n']);rd(['"']);rd(['""']);rd(['"""']);rd(['""""']);rd(['a""b']);rd(['  "a"']);rd(['  "a"'],skipinitialspace=True);rd([' ,a'],skipinitialspace=True);rd([' '],skipinitialspace=True);rd(['a ,b'],delimiter=' ');rd(['한,글,"日,本"']);rd(['1,'],quoting=2);rd([',1'],quoting=2);rd(['"",1'],quoting=2);rd([' 1 ,inf,nan,1e5,1_0'],quoting=2); rd(['a|b'],delimiter='|',quotechar=None,quoting=3); rd(['a,b'],quotechar=None); rd(['x'*131073]); rd(['x'*131072+',y'] if 0 else ['a']); rd(['a,,b','1,,2'],quoting=5); rd(['a\tb'],'excel-tab'); rd(['a,b'],lineterminator='x'); rd(['\\'],escapechar='\\'); rd(['a\\"b'],escapechar='\\'); rd(['1'],quoting=4);rd([' 1'],quoting=4);rd(['"a"b'],quoting=4)
r=C.reader(['a','"b\n','c"','d']); print(r.line_num,next(r),r.line_num,next(r),r.line_num,next(r),r.line_num,type(r.dialect),type(r)); t(next,r); t(setattr,r,'line_num',5); print(iter(r) is r)
t(C.reader);t(C.reader,[],'nope');t(C.reader,[],5);t(C.reader,[],None);t(C.reader,[],delimiter='');t(C.reader,[],delimiter='ab');t(C.reader,[],delimiter=5);t(C.reader,[],delimiter=None);t(C.reader,[],quotechar='');t(C.reader,[],quotechar=5);t(C.reader,[],escapechar='ab');t(C.reader,[],escapechar='');t(C.reader,[],escapechar=5);t(C.reader,[],quoting=9);t(C.reader,[],quoting='x');t(C.reader,[],quoting=-1);t(C.reader,[],quoting=None);t(C.reader,[],lineterminator=5);t(C.reader,[],lineterminator=None);t(C.reader,[],foo=1);t(C.reader,[],delimiter='\n');t(C.reader,[],delimiter='\r');t(C.reader,[],quotechar='\n');t(C.reader,[],escapechar='\r');t(C.reader,[],delimiter=',',quotechar=',');t(C.reader,[],escapechar='"');t(C.reader,[],escapechar=',');t(C.reader,[],delimiter=' ',skipinitialspace=True);t(C.reader,[],quotechar=' ',skipinitialspace=True);t(C.reader,[],escapechar=' ',skipinitialspace=True);t(C.reader,[],quotechar=None,quoting=0);t(C.reader,[],quotechar=None,quoting=1);t(C.reader,[],lineterminator='a,b');t(C.reader,[],lineterminator='"');t(C.reader,[],lineterminator='\\',escapechar='\\');t(C.reader,[],strict='x');t(C.reader,[],'excel','y');t(C.reader,[],quoting=True);t(C.reader,[],quoting=1.0);t(C.reader,[],delimiter=b',');t(C.reader,[],delimiter='\0')
for f in (C.writer,): t(f);t(f,5);t(f,W(),'nope');
class Bad: write=5
t(C.writer,Bad()); t(C.writer,W(),foo=1)
wr([['a','b'],['a,b','c"d','e\nf','g\rh',''],[''],[],[None],[None,1],[1,2.5,True,'x'],[' a','a '],['한']])
wr([['a','b',1,None,'',2.5]],quoting=1);wr([['a','b',1,None,'',2.5,True]],quoting=2);wr([['a','b',1,None,'']],quoting=3);wr([['a','b',1,None,'',2.5]],quoting=4);wr([['a','b',1,None,'',2.5]],quoting=5)
wr([['a,b']],quoting=3);wr([['a,b']],quoting=3,escapechar='\\');wr([['a"b']],quoting=3);wr([['a"b','c\\d','e\nf']],quoting=3,escapechar='\\');wr([['a"b']],doublequote=False);wr([['a"b','c\\','d,e']],doublequote=False,escapechar='\\');wr([['a\\b']],escapechar='\\');wr([['']],quoting=3);wr([[None]],quoting=3);wr([['']],quoting=4);wr([[None]],quoting=4);wr([[None]],quoting=5);wr([['']],quoting=5);wr([[None,None]],quoting=4);wr([[]],quoting=1);wr([[' ']],skipinitialspace=True);wr([['']],delimiter=' ',skipinitialspace=False);wr([['',1]],delimiter=' ',skipinitialspace=True);wr([['a','b']],lineterminator='!');wr([['a!b','c']],lineterminator='!');wr([['a\nb']],lineterminator='!');wr([['a','']],delimiter=' ');wr([['a b']],delimiter=' ',quoting=3,escapechar='\\');wr(['abc']);wr([5]);wr([None]);wr([iter([1,2])]);wr([{'a':1,'b':2}]);wr([['a']],quotechar=None);wr([['a,']],quotechar=None,quoting=3);wr([['a"']],quotechar="'");wr([["a'"]],quotechar="'");wr([[b'x',[1],{}]]);wr([['a']],delimiter='\t');wr([['']],quoting=0);wr([['','']]);wr([['"']],quoting=1,doublequote=False,escapechar='\\');wr([['\r\n']],quoting=3,escapechar='\\');wr([['a\\"b']],escapechar='\\',doublequote=False);wr([['a\\']],escapechar='\\',quoting=3)
wr([['',1]],delimiter=' ',skipinitialspace=True,quoting=3);wr([['',1]],delimiter=',',skipinitialspace=True,quoting=0);wr([['a, b']],skipinitialspace=True);wr([[' a']],delimiter=';',skipinitialspace=True);wr([['#a']]);wr([[1e100,0.1,10**30]])
class S:
    def __str__(s): raise KeyError('s')
class S2:
    def __str__(s): return 'q,r'
class It:
    def __iter__(s): yield 1; raise KeyError('it')
wr([[S()]]);wr([[S2()]]);wr([It()]);wr([[1]],quoting=2)
w=W();c=C.writer(w);print(c.writerows([[1],[2]]),w.o.encode(),type(c.dialect),type(c));t(c.writerows,5);t(c.writerows,[5]);t(c.writerow);t(setattr,c,'dialect',5);t(c.writerows,[[1],It()]);print(w.o.encode())
class WE:
    def write(s,x): raise OSError('full')
t(C.writer(WE()).writerow,[1]); t(C.writer(WE()).writerows,[[1]])
class WN:
    def write(s,x): return 'ret'
t(C.writer(WN()).writerow,[1])
t(C.list_dialects); t(C.register_dialect,'d1',delimiter=';'); t(C.list_dialects);t(C.get_dialect,'d1');d=C.get_dialect('d1');print([(n,getattr(d,n)) for n in ('delimiter','doublequote','escapechar','lineterminator','quotechar','quoting','skipinitialspace','strict')])
t(C.register_dialect);t(C.register_dialect,5);t(C.register_dialect,'d2',5);t(C.register_dialect,'d2',d);t(C.register_dialect,'d3','d1',quotechar="'");t(C.register_dialect,'d4','nope');t(C.register_dialect,'d5',delimiter='xx');t(C.register_dialect,'d6',foo=1);t(C.register_dialect,'a','b','c');t(C.get_dialect,'nope');t(C.get_dialect,5);t(C.get_dialect,[]);t(C.unregister_dialect,'nope');t(C.unregister_dialect,'d1');t(C.unregister_dialect,[]);t(C.list_dialects);t(C.unregister_dialect,name='d2');t(C.get_dialect,name='d3');t(C.get_dialect);t(C.list_dialects,1);t(C.register_dialect,b'x')
class PD: delimiter='|'; quoting=1
class PD2: delimiter=5
t(C.Dialect,PD); print(C.Dialect(PD).delimiter,C.Dialect(PD).quoting,C.Dialect(PD()).lineterminator); t(C.Dialect,PD2);t(C.Dialect);print(C.Dialect().delimiter,C.Dialect(None,delimiter='x').delimiter,C.Dialect(d) is d,C.Dialect(d,strict=True) is d,C.Dialect(d,strict=True).delimiter);t(C.Dialect,'nope');t(C.Dialect,PD,',');t(setattr,d,'delimiter',',');t(setattr,d,'quoting',1);t(delattr,d,'delimiter');t(delattr,d,'quoting');t(C.Dialect,dialect=d);t(C.Dialect,quoting=7)
import copy,pickle
t(copy.copy,d);t(pickle.dumps,d);t(d.__reduce__);t(d.__reduce_ex__,2)
class MyD(C.Dialect): pass
print(MyD(delimiter='%').delimiter,type(MyD())); rd(['a%b'],MyD(delimiter='%'));rd(['a|b'],PD);rd(['a|b'],PD,delimiter='b');rd(['a|b'],dialect=PD)
t(C.field_size_limit);t(C.field_size_limit,10);rd(['x'*11]);rd(['x'*10]);rd(['"'+'x'*11]);t(C.field_size_limit,'x');t(C.field_size_limit,2**70);t(C.field_size_limit,-1);t(C.field_size_limit,131072);t(C.field_size_limit,1,2);t(C.field_size_limit,1.5);t(C.field_size_limit,None);t(C.field_size_limit,new_limit=5);t(C.field_size_limit,131072)
def gen():
    yield 'a,b'; raise KeyError('g')
r=C.reader(gen());t(next,r);t(next,r);t(next,r)
class E(C.Error): pass
t(type(r));t(type(c));print(sys.getsizeof(d),sys.getsizeof(r),sys.getsizeof(c))
t(C.Error,'x')
