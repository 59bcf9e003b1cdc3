import time
def t(f,*a,**k):
    try: print(f.__name__,a,k,repr(f(*a,**k)))
    except BaseException as e: print(f.__name__,a,k,type(e).__qualname__,e)
for n in 'time monotonic perf_counter process_time thread_time'.split(): print(time.get_clock_info(n))
t(time.get_clock_info,'x');t(time.get_clock_info,1);t(time.clock_gettime,1000);t(time.clock_gettime,'a');t(time.clock_gettime_ns,1000);t(time.clock_getres,1);t(time.clock_getres,1000);t(time.clock_settime,1,1.0);t(time.clock_settime_ns,1,1)
print({k:v for k,v in vars(time).items() if isinstance(v,int)}=={'timezone': 0, 'altzone': 0, 'daylight': 0, 'CLOCK_REALTIME': 0, 'CLOCK_MONOTONIC': 1, 'CLOCK_MONOTONIC_RAW': 4, 'CLOCK_PROCESS_CPUTIME_ID': 2, 'CLOCK_THREAD_CPUTIME_ID': 3, 'CLOCK_BOOTTIME': 7, 'CLOCK_TAI': 11, '_STRUCT_TM_ITEMS': 11})
s=time.struct_time(range(9)); print(s,s.tm_zone,s.tm_gmtoff); print(time.gmtime(0).__reduce__()); print(s.__replace__(tm_year=5))
t(time.struct_time,range(11)); t(time.struct_time,range(8)); t(time.struct_time,range(12)); t(time.struct_time,5); t(time.struct_time,range(9),{'tm_zone':'x'}); t(time.struct_time,range(9),5)
for a in [(5,),('a',),('',),('%Y',(1,2)),('%Y',5),('%Y',(1,)*9),('%Y',(1,'a')+(1,)*7),('%Y',(1.5,)+(1,)*8),('%Y %%',(2**40,)+(1,)*8),('%Y',(2**31,)+(1,)*8),('%Y',(-2**31-1,)+(1,)*8),('%d',(2000,1,32)+(1,)*6),('%d',(2000,1,-1)+(1,)*6),('%d',(2000,13,1)+(1,)*6),('%H',(2000,1,1,24)+(1,)*5),('%H',(2000,1,1,1,60)+(1,)*4),('%S',(2000,1,1,1,1,62)+(1,)*3),('%w',(2000,1,1,1,1,1,-2)+(1,)*2),('%w',(2000,1,1,1,1,1,-1)+(1,)*2),('%w',(2000,1,1,1,1,1,9)+(1,)*2),('%j',(2000,1,1,1,1,1,1,-1,0)),('%j',(2000,1,1,1,1,1,1,367,0)),('%j',(2000,0,0,1,1,1,1,0,0)),('%y %C %G %g',(-5,1,1,1,1,1,1,1,0)),('%Y',(12345,1,1,1,1,1,1,1,0)),('%Y|%-d|%E|%Q|%',(99,1,1,1,1,1,1,1,0)),('%Z %z %s',(2020,1,1,1,1,1,1,1,0)),('가%Y나\0x%m',(2020,1,1,1,1,1,1,1,0)),('가%Y나x%m',(2020,1,1,1,1,1,1,1,0)),('%c %x %X %p %r %n%t %e %k %l %P %D %F %T %R %h %U %W %V %u',(2020,1,1,13,1,1,1,1,0)),('%'+'100'+'Y',(2020,1,1,13,1,1,1,1,0)),('%p',(2020,)+(1,)*8)]:
    t(time.strftime,*a)
print(len(time.strftime('%Y'*3000,(2020,1,1,13,1,1,1,1,0))), ascii(time.strftime('\ud800%Y',(2020,1,1,1,1,1,1,1,0))))
t(time.asctime,(1,));t(time.asctime,5);t(time.asctime,(2020,1,1,13,1,1,1,1,0));t(time.asctime,(12345678,1,1,13,1,1,1,1,0));t(time.ctime,0);t(time.ctime,1e20);t(time.ctime,float('nan'));t(time.ctime,'a');t(time.gmtime,-1);t(time.gmtime,1.9);t(time.gmtime,-1.5);t(time.gmtime,1e18);t(time.gmtime,2**55);t(time.gmtime,2**70);t(time.gmtime,'a');t(time.gmtime,float('inf'));t(time.mktime,(2020,1,1,13,1,1,1,1,0));t(time.mktime,(2020,1,1,13,1,1,1,1,-1));t(time.mktime,(2020,13,40,13,1,1,1,1,0));t(time.mktime,(1,)*8);t(time.mktime,5);t(time.mktime,(2**40,)+(1,)*8);t(time.mktime,(-1,)+(1,)*8)
t(time.sleep,'a');t(time.sleep,-1);t(time.sleep,float('nan'));t(time.sleep,1e20);t(time.sleep,2**70);t(time.sleep)
t(time.tzset); print(time.altzone,time.daylight)
t(time.strptime,'2020','%Y');t(time.strptime,'x','%Y');t(time.strptime,1,'%Y');t(time.strptime,'2020x','%Y');t(time.strptime,'a',5)
