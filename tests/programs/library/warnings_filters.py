import warnings, _warnings, sys; import __main__
sys.stderr=sys.stdout
def t(f,*a,**k):
    try: print('=>',f(*a,**k))
    except BaseException as e: print('!!',type(e).__qualname__,e)
print(warnings.filters)
print(_warnings._defaultaction,_warnings._onceregistry)
warnings.warn('one')
def f(level): warnings.warn('lev %d'%level, stacklevel=level)
for i in range(4): f(i)
for i in range(2): warnings.warn('same')
warnings.warn(DeprecationWarning('dep')); warnings.warn('dep2',DeprecationWarning); warnings.warn('pend',PendingDeprecationWarning)
t(warnings.warn); t(warnings.warn,'a',5); t(warnings.warn,'a',int); t(warnings.warn,'a',stacklevel='x'); t(warnings.warn,5); t(warnings.warn,'a',None,1,None,()); t(warnings.warn,'a',skip_file_prefixes=5); t(warnings.warn,'a',skip_file_prefixes=(5,)); t(warnings.warn,'b',skip_file_prefixes=('/nope',)); t(warnings.warn,'big',stacklevel=10**30); t(warnings.warn,'big',stacklevel=10**6)
class W(UserWarning): pass
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('always'); warnings.warn('x'); warnings.warn(W('y'),source=5); warnings.warn_explicit('z',UserWarning,'file.py',7,source=[1])
    for m in log: print(m, m.category, m.message, m.filename==__file__, m.lineno, m.source)
with warnings.catch_warnings():
    warnings.simplefilter('error'); t(warnings.warn,'err',W); t(int,'٣'); 
    warnings.resetwarnings(); warnings.filterwarnings('once','hello.*'); 
    for i in range(3): warnings.warn('hello %d'%(i%2)); 
    warnings.filterwarnings('module','mod'); 
    for i in range(2): warnings.warn('mod')
    warnings.filters.insert(0,('bogus',None,Warning,None,0)); warnings._filters_mutated(); t(warnings.warn,'q'); warnings.filters[0]=5; t(warnings.warn,'q'); warnings.filters[0]=(5,)*5;  t(warnings.warn,'q'); warnings.filters[0]=('ignore',None,5,None,0); t(warnings.warn,'q'); warnings.filters[0]=('ignore',None,Warning,None,'x'); t(warnings.warn,'q'); warnings.filters[0]=('ignore',5,Warning,None,0); t(warnings.warn,'q')
    warnings.filters=5; t(warnings.warn,'q')
t(warnings.warn_explicit); t(warnings.warn_explicit,'m',UserWarning,5,1); t(warnings.warn_explicit,'m',UserWarning,'f','x'); t(warnings.warn_explicit,'m',UserWarning,'f.py',1,registry=5); t(warnings.warn_explicit,'m',UserWarning,'f.py',1,module_globals=5); reg={}; t(warnings.warn_explicit,'m',UserWarning,'f.py',1,'mod',reg); print(reg); t(warnings.warn_explicit,'m',UserWarning,'f.py',1,'mod',reg); t(warnings.warn_explicit,'m',5,'f.py',1)
warnings.warn_explicit(UserWarning('inst'),None,'g.py',3)
print(sorted(k for k in __warningregistry__ if k!='version')[:3] if 0 else len(__warningregistry__))
old=warnings._showwarnmsg
warnings._showwarnmsg=5; t(warnings.warn,'shown'); warnings._showwarnmsg=old
def show(message,category,filename,lineno,file=None,line=None): print('SHOW',message,category,lineno)
warnings.showwarning=show; warnings.warn('custom')
@warnings.deprecated('old thing')
def g(): pass
g()
