# _datetime, whole: the classes' arithmetic, comparing, texts, pickled states, zones, and what goes wrong.
from _datetime import *
import _datetime as dtm


def t(f,*a,**k):
    try:
        r = f(*a, **k)
        print(repr(r).split(' at 0x')[0])
    except Exception as e:
        print(type(e).__name__, e)


D,T,DT,TD,TZ=date,time,datetime,timedelta,timezone
t(D,1,2)
t(D,'a',1,1)
t(D,1.5,1,1)
t(D,2**31,1,1)
t(D,-2**31-1,1,1)
t(D,2**70,1,1)
t(D,0,1,1)
t(D,10000,1,1)
t(D,2024,0,1)
t(D,2024,2,30)
t(D,2024,1,1,1)
t(D,year=2024,month=1,day=1)
t(D,foo=1)
t(D,b'\x07\xe8\x01\x01')
t(D,b'\x07\xe8\x0d\x01')
t(D,'\x07\xe8\x01\x01')
t(D,b'abc')
t(D)
t(T,24)
t(T,0,60)
t(T,0,0,60)
t(T,0,0,0,10**6)
t(T,0,0,0,0,5)
t(T,fold=2)
t(T,fold='a')
t(T,1,2,3,4,None,1)
t(T,'a')
t(T,b'\1\2\3\0\0\4')
t(T,b'\x81\2\3\0\0\4')
t(T,b'\1\2\3\0\0\4',UTC)
t(T,b'\1\2\3\0\0\4',5)
t(T,hour=1,foo=2)
t(DT,2024,1)
t(DT,2024,1,1,24)
t(DT,2024,1,1,tzinfo=5)
t(DT,2024,1,1,0,0,0,0,None,1)
t(DT,2024,1,1,fold=1)
t(DT,b'\x07\xe8\x01\x01\0\0\0\0\0\0')
t(DT,b'\x07\xe8\x81\x01\0\0\0\0\0\0')
t(DT,b'\x07\xe8\x01\x01\0\0\0\0\0\0',UTC)
t(DT,'a',1,1)
t(DT)
t(TD,1,2,3,4,5,6,7)
t(TD,1,2,3,4,5,6,7,8)
t(TD,foo=1)
t(TD,'a')
t(TD,hours='a')
t(TD,10**9)
t(TD,-10**9)
t(TD,10**10)
t(TD,10**30)
t(TD,float('inf'))
t(TD,float('nan'))
t(TD,1e20)
t(TD,0.1,0.1,0.1)
t(TD,microseconds=2.5)
t(TD,microseconds=3.5)
t(TD,True)
t(TD,1j)
t(TD,days=1.5,hours=-3.25,microseconds=0.4999)
a=TD(1,2,3)
for f in ['a+1','1+a','a-1','a*2','2*a','a*1.5','a*"a"','a/2','a/0','a/0.0','a/1.5','a/a','a//2','a//0','a//a','a//1.5','a%a','a%0','a%TD(0)','a%2','divmod(a,a)','divmod(a,TD(0))','divmod(a,2)','-a','+a','abs(-a)','bool(TD())','a<1','a==1','a<a','hash(a)==hash(TD(1,2,3))','a*float("nan")','a*float("inf")','a*1e300','a*10**20','TD.max+TD(0,0,1)','-TD.min','a/TD(0)','a//TD(0)','str(a)','str(-a)','str(TD(2))','str(TD(0,0,5))','repr(TD(0))','repr(TD(0,0,-1))','a.total_seconds()','a.__reduce__()','TD.resolution','TD.min','TD.max','a.days','2/a','a**2','a*True','TD(3)/7','TD(0,0,5)/2','TD(0,0,7)/2','TD(0,0,-5)/2','TD(0,0,10)/4.0','a*0.1','a/3.3']:
    print(f,end=' '); t(lambda:eval(f))
x=D(2024,5,17)
for f in ['x+a','a+x','x-a','x-x','x-1','x+1','1-x','a-x','x<1','x==1','x<x','D.max+TD(1)','D.min-TD(1)','x+TD(10**6)','x-D.min','x.year,x.month,x.day','x.isocalendar()','x.isocalendar().week','x.isocalendar().__reduce__()','x.isocalendar()==(2024,20,5)','x.weekday()','x.isoweekday()','x.toordinal()','x.ctime()','x.timetuple()','x.isoformat()','str(x)','repr(x)','x.replace(day=1)','x.replace(month=13)','x.replace(foo=1)','x.replace(1,2,3,4)','x.__replace__(day=2)','x.__replace__(5)','hash(x)==hash(D(2024,5,17))','x.__reduce__()','x.strftime("%Y %j %%")','x.strftime(5)','x.strftime("%")','x.strftime("")','x.strftime("%z%Z%f%:z")','format(x,"")','format(x,"%d")','x.__format__(5)','D.fromordinal(0)','D.fromordinal(1)','D.fromordinal(3652060)','D.fromordinal("a")','D.fromordinal(2**40)','D.fromisocalendar(2020,53,7)','D.fromisocalendar(2021,53,1)','D.fromisocalendar(0,1,1)','D.fromisocalendar(2021,1,8)','D.fromisocalendar(2021,0,1)','D.fromisocalendar(2**40,1,1)','D.fromisocalendar(1)','D.fromisocalendar("a",1,1)','D.fromisocalendar(year=2020,week=1,day=1)','D.fromisocalendar(9999,53,1)','D.fromtimestamp(0)','D.fromtimestamp(1e12)','D.fromtimestamp(1e30)','D.fromtimestamp(float("nan"))','D.fromtimestamp("a")','D.fromtimestamp(-1.5)','D.today()==D.today()','D(5,1,2).strftime("%Y-%m-%d")','D(999,1,2).strftime("%Y %C %G %F %y")','D.fromisoformat(5)','D.min','D.max','D.resolution','x.foo','x.day']:
    print(f,end=' '); t(lambda:eval(f))
for s in ['2024-05-17','20240517','2024-W20-5','2024W205','2024-W20','2024W20','2024-5-17','2024-13-01','2024-02-30','','2024','2024-05','20240517x','2024-05-17T','2024-W54-1','2024-W20-8','2024-W20-0','２０２４-05-17','0000-01-01','2024-0517','202405-17','2024-W205','2024W20-5','\ud8002024-05-17']:
    print(ascii(s),end=' '); t(D.fromisoformat,s)
for s in ['04:23:01','T04:23','0423','042301','04','04:23:01.5','04:23:01,123456','04:23:01.1234567','04:23:01.1234567x','24:00','04:60','04:23:60','4:23','04:23:1','04:23Z','04:23+01','04:23+01:30','04:23-01:30:15.5','04:23+0130','04:23+25:00','04:23+24:00','04:23+','04:23z','04:23:01.','0423:01','04:2301','04:23 +01:00','','T','04:23+01:60','04:23-00:00','04:23:45.','04:23:01.12a','24:00:00','04:23:01.1','04:23:01+01:00:00.000001']:
    print(s,end=' '); t(T.fromisoformat,s)
for s in ['2024-05-17T10:11:12','2024-05-17 10:11','20240517T101112','20240517 10','2024-W20-5T10:11','2024W205T10','2024-W20T10','2024-05-17','2024-05-17T','2024-05-17x10:11','2024-05-17T24:00','2024-05-17T10:11Z','2024-05-17T10:11:12.123456+09:00','2024-05-17\u2603 10','2024-05-17\u260310','nonsense','2024-05-17TT10','20240517101112','2024W20 10','2024-05-17T10:11:12.5-05','2024-02-30T10:00', '2024-05-17T25:00','2024-05-17 10:11:12+00:00:00']:
    print(ascii(s),end=' '); t(DT.fromisoformat,s)
t(DT.fromisoformat,5)
t(T.fromisoformat,5)
y=DT(2024,5,17,10,11,12,345678)
z=y.replace(tzinfo=UTC)
k=TZ(TD(hours=9),'KST')
w=y.replace(tzinfo=k)
for f in ['y+a','a+y','y-a','y-y','z-w','y-z','y<z','y==z','y!=z','z<w','z==w','hash(z)==hash(w)','y<x','x<y','y==x','y<1','y-x','x-y','y-1','y.isoformat()','w.isoformat()','y.isoformat(" ")','y.isoformat("ab")','y.isoformat(5)','y.isoformat("T","hours")','y.isoformat(timespec="milliseconds")','y.isoformat(timespec="x")','y.isoformat(timespec=5)','y.isoformat("\u2603","minutes")','w.isoformat("T","microseconds")','str(w)','repr(w)','repr(z)','repr(DT(2024,1,1))','repr(DT(2024,1,1,1,1,1))','repr(DT(2024,1,1,fold=1,tzinfo=UTC))','y.date()','y.time()','w.timetz()','y.timetuple()','w.utctimetuple()','w.timetuple()','y.ctime()','y.timestamp()','w.timestamp()','y.utcoffset()','w.utcoffset(),w.tzname(),w.dst()','y.tzname()','w.astimezone(UTC)','y.astimezone(UTC)','y.astimezone()','w.astimezone()','w.astimezone(5)','w.astimezone(k) is w','y.replace(hour=25)','y.replace(tzinfo=5)','y.replace(fold=1)','y.replace(fold=2)','y.replace(fold=1)==y','y.__replace__(year=1)','y.strftime("%H:%M:%S.%f|%z|%Z|%:z|%p")','w.strftime("%z %Z %:z %%z %f")','format(w,"%H")','DT.combine(x,T(1,2))','DT.combine(x,T(1,2,tzinfo=UTC))','DT.combine(x,T(1,2),k)','DT.combine(x,5)','DT.combine(5,T(1))','DT.combine(x,T(1),5)','DT.combine(date=x,time=T(1))','DT.fromtimestamp(0)','DT.fromtimestamp(0,UTC)','DT.fromtimestamp(1.5,k)','DT.fromtimestamp(1e30)','DT.fromtimestamp(1e12)','DT.fromtimestamp("a")','DT.fromtimestamp(0,5)','DT.fromtimestamp(0.0000005)','DT.fromtimestamp(0.0000015)','DT.fromtimestamp(-0.0000015)','DT.fromtimestamp(float("nan"))','DT.fromtimestamp(float("inf"))','DT.fromtimestamp(timestamp=1,tz=UTC)','DT.fromtimestamp(-62135596800)','DT.fromtimestamp(-62135596801)','DT.fromtimestamp(253402300799.999999)','DT.max+a','DT.min-a','DT.max.timestamp()','DT.min.timestamp()','DT.now(5)','DT.now(tz=UTC).tzinfo','DT.now(foo=1)','DT.today().tzinfo','y.__reduce__()','w.__reduce__()','y.replace(fold=1).__reduce_ex__(4)','y.replace(fold=1).__reduce_ex__(3)','y.__reduce_ex__("a")','DT.min','DT.max','DT.resolution','y.weekday()','y.toordinal()','y.isocalendar()','DT.fromordinal(5)','DT.fromisocalendar(2020,1,1)','y.tzinfo','y.fold','isinstance(y,D)','y.foo']:
    print(ascii(f),end=' '); t(lambda:eval(f))
u=T(10,11,12,345678)
v=u.replace(tzinfo=k)
for f in ['u<v','u==v','u<T(11)','v==T(1,11,12,345678,UTC)','v<T(2,tzinfo=UTC)','hash(v)==hash(T(1,11,12,345678,UTC))','u<1','u==1','u.isoformat()','v.isoformat()','u.isoformat("minutes")','u.isoformat("x")','str(u)','repr(v)','repr(T())','repr(T(1,fold=1))','repr(T(1,2,3))','u.strftime("%H %M %Y %f")','v.strftime("%z %Z")','format(u,"%H")','u.replace(hour=1)','u.replace(hour=24)','u.replace(fold=1)','u.utcoffset()','v.utcoffset()','v.tzname(),v.dst()','u.__reduce__()','v.__reduce__()','u.replace(fold=1).__reduce_ex__(4)','bool(T())','T.min','T.max','T.resolution','u+a','u.hour,u.minute,u.second,u.microsecond,u.tzinfo,u.fold','hash(u)==hash(u.replace(fold=1))','u.__replace__(minute=5)']:
    print(f,end=' '); t(lambda:eval(f))
t(TZ,5)
t(TZ)
t(TZ,TD(1))
t(TZ,TD(hours=1),5)
t(TZ,TD(hours=1),None)
t(TZ,TD(hours=-24))
t(TZ,TD(0,0,1))
t(TZ,foo=1)
t(TZ,offset=TD(hours=1),name='x')
t(TZ,TD(0))
t(lambda:TZ(TD(0)) is UTC)
t(lambda:TZ(TD(0),'UTC') is UTC)
for f in ['k','UTC','str(k)','str(UTC)','str(TZ(TD(hours=-3.5)))','str(TZ(TD(0,5)))','str(TZ(TD(0,-5,3)))','repr(TZ(TD(0,5)))','k==TZ(TD(hours=9))','k==5','k<k','hash(k)==hash(TD(hours=9))','k.utcoffset(None)','k.utcoffset(5)','k.utcoffset(y)','k.tzname(None)','k.tzname(5)','k.dst(None)','k.dst(5)','k.fromutc(w)','k.fromutc(y)','k.fromutc(5)','k.__getinitargs__()','TZ(TD(1/24)).__getinitargs__()','k.__reduce__()','TZ.min','TZ.max','TZ.utc is UTC','TZ(TD(hours=1)).tzname(None)']:
    print(f,end=' '); t(lambda:eval(f))
b=tzinfo()
t(b.utcoffset,None)
t(b.tzname,None)
t(b.dst,None)
t(b.fromutc,y)
t(b.fromutc,y.replace(tzinfo=b))
t(b.fromutc,5)
t(b.__reduce__)
t(lambda:y.replace(tzinfo=b).utcoffset())
t(lambda:hash(y.replace(tzinfo=b)))
t(lambda:str(y.replace(tzinfo=b)))
t(tzinfo,1)
class Z(tzinfo):
    def __init__(s,off=TD(hours=1),dst=TD(0),name='Z'): s.off,s.d,s.n=off,dst,name
    def utcoffset(s,dt): return s.off
    def dst(s,dt): return s.d
    def tzname(s,dt): return s.n
    def __getinitargs__(s): return s.off,
for zz in [Z(),Z(5),Z(TD(1)),Z(None),Z(TD(hours=2),5),Z(TD(hours=2),TD(hours=1)),Z(TD(hours=1),None),Z(TD(hours=1),TD(0),5),Z(TD(hours=1),TD(0),'a%z\ud800')]:
    q=y.replace(tzinfo=zz)
    for f in ['q.utcoffset()','q.dst()','ascii(q.tzname())','str(q)','hash(q)!=0','q.astimezone(UTC).isoformat()','UTC.fromutc(z).astimezone(zz).isoformat()','ascii(q.strftime("%z|%Z"))','q.timetuple().tm_isdst','q.utctimetuple()','q==z','q<z','q-z','q.timestamp()','zz.fromutc(q).isoformat()','q.timetz().isoformat()']:
        print(f,end=' '); t(lambda:eval(f))
print(Z().__reduce__()[1:])
class SD(D): pass
class SDT(DT):
    def __new__(cls,*a,**k): return DT.__new__(cls,*a,**k)
class ST(T): pass
class STD(TD): pass
for f in ['SD(2024,1,1)+TD(1)','SD.fromordinal(5)','SD(2024,1,1).replace(day=2)','SD.today().__class__','SDT(2024,1,1)+TD(1)','SDT.now().__class__','SDT.fromtimestamp(0)','SDT.fromisoformat("2024-01-01")','SDT.combine(x,u)','SDT(2024,1,1).replace(hour=1)','SDT(2024,1,1,tzinfo=UTC).astimezone(k)','SDT(2024,1,1).date().__class__','ST(1).replace(hour=2)','ST.fromisoformat("10:00")','STD(1)+STD(2)','STD(1)*2','-STD(1)','repr(STD(1,2))','SD(2024,1,1)-SD(2023,1,1)','SD(2024,1,1)==D(2024,1,1)','SD.fromisoformat("2024-01-01")','SDT(2024,1,1)-SDT(2023,1,1)','SDT(2024,1,1).timetz()']:
    print(f,end=' '); t(lambda:eval(f))
import sys
print([sys.getsizeof(o) for o in (x,y,z,u,v,a,k,UTC)],MINYEAR,MAXYEAR)
print([[n for n in dir(c) if not n.startswith('__')] for c in (D,T,DT,TD,TZ,tzinfo)],[n for n in dir(dtm) if not n.startswith('__') and n != 'datetime_CAPI'])

print(DT.utcnow().tzinfo)
print(DT.utcfromtimestamp(0))
# Texts that are damaged are dates for both or for neither.
import random
r = random.Random(7)
seeds = ["2024-05-17", "20240517", "2024-W20-5", "2024W205", "2024-W20", "2024-05-17T10:11:12.123456+09:00", "20240517T101112Z", "2024W20 10", "04:23:01.5+01:30:15.123", "0423", "2024-W20-10:11"]
number = 0
for n in range(4000):
    text = list(r.choice(seeds))
    for _ in range(r.randrange(0, 4)):
        kind, i = r.randrange(3), r.randrange(len(text) + 1)
        if kind == 0:
            del text[i:i + 1]
        elif kind == 1:
            text.insert(i, r.choice("0123456789-:TWZ+. ,x"))
        elif i < len(text):
            text[i] = r.choice("0123456789-:TWZ+. ,x\xe9")
    for c in date, time, datetime:
        try:
            answer = repr(c.fromisoformat("".join(text)))
        except ValueError as e:
            answer = str(e)
        for letter in answer:
            number = (number * 31 + ord(letter)) & 0xffffffff
    if n % 500 == 0:
        print(n, number)
for n in range(2000):
    a = TD(r.randrange(-10**5, 10**5), r.randrange(86400), r.randrange(10**6))
    f, k = r.choice([r.uniform(0.01, 10), -r.uniform(0.01, 1), r.uniform(1, 1e2)]), r.randrange(-1000, 1000) or 1
    answer = repr((a * f, a / f, a * k, a / k, a // k, a % TD(0, 0, abs(k)), a / TD(0, k), a.total_seconds()))
    for letter in answer:
        number = (number * 31 + ord(letter)) & 0xffffffff
print(number)
for n in range(1, 3652059, 9973):
    x = D.fromordinal(n)
    assert x.toordinal() == n and D.fromisocalendar(*x.isocalendar()) == x and D.fromisoformat(x.isoformat()) == x
    number = (number * 31 + hash((x.isocalendar(), x.weekday(), x.timetuple().tm_yday))) & 0xffffffff
print(number)
