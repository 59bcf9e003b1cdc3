import sys
def t(f,*a,**k):
    try: print(f.__name__,a,repr(f(*a,**k)))
    except BaseException as e: print(f.__name__,a,type(e).__qualname__,e)
for f in ['_clear_internal_caches','_clear_type_cache','_get_cpu_count_config','_getframemodulename','_is_gil_enabled','activate_stack_trampoline','deactivate_stack_trampoline','is_stack_trampoline_active','getfilesystemencodeerrors','getdlopenflags','getswitchinterval','getrefcount','intern','_is_interned','exception','exc_info']:
    t(getattr(sys,f))
t(sys.setswitchinterval,0);t(sys.setswitchinterval,'a');t(sys.setswitchinterval,-1);t(sys.call_tracing,len,([1],));t(sys.call_tracing,len);t(sys.call_tracing,len,[1]);t(sys.setdlopenflags,'a');t(sys.setdlopenflags,2);t(sys._getframe,1000);t(sys._getframe,'a');t(sys._getframemodulename,100);t(sys._getframemodulename,depth=0);t(sys.activate_stack_trampoline,'perf');t(sys.deactivate_stack_trampoline);t(sys.activate_stack_trampoline,1);t(sys.activate_stack_trampoline,'x')
t(sys.audit);t(sys.audit,'x',1,2);t(sys.addaudithook);
def hook(ev,a):
    if ev.startswith('my'): print('hook',ev,a)
    if ev=='mybad': raise ValueError('no')
t(lambda h: sys.addaudithook(h), hook) if 0 else sys.addaudithook(hook); t(sys.audit,'my.e',1,[2]); t(sys.audit,'mybad');t(sys.audit,1)
t(sys.excepthook,1,2);t(sys.excepthook,ValueError,ValueError('x'),None); t(sys.displayhook,5); t(sys.displayhook);t(sys.unraisablehook,1)
t(sys.exit,1,2);t(sys.set_int_max_str_digits,100);t(sys.set_int_max_str_digits,'a');t(sys.set_int_max_str_digits,-1);t(sys.set_int_max_str_digits,2**40)
print(list(sys._current_exceptions().values()), len(sys._current_frames()), 'sys' in sys.builtin_module_names, 'argparse' in sys.stdlib_module_names, type(sys.stdlib_module_names), len(sys.stdlib_module_names)>280, sys.thread_info.name, sys.getunicodeinternedsize()>0)
t(sys.setrecursionlimit,'a');t(sys.setrecursionlimit,0);t(sys.setrecursionlimit,2**40); t(sys.getsizeof); t(sys.getsizeof,1,2,3); t(sys.intern,1)
class S(str): pass
t(sys.intern,S('a'))
sys.breakpointhook=lambda *a,**k: print('bp',a,k)
breakpoint(1,x=2)
del sys.breakpointhook
try: breakpoint()
except RuntimeError as e: print(e)
