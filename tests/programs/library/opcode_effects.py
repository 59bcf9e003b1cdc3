# _opcode: what each of CPython's instructions does to the stack and what its operand is.
import _opcode
print([n for n in dir(_opcode) if n[0] != '_'])
print(_opcode.get_nb_ops()); print(_opcode.get_intrinsic1_descs(), _opcode.get_intrinsic2_descs(), _opcode.get_specialization_stats())
print(_opcode.ENABLE_SPECIALIZATION if hasattr(_opcode,'ENABLE_SPECIALIZATION') else None)
for i in [*range(-1, 150), *range(236, 300)]:
    def se(*a,**k):
        try: return _opcode.stack_effect(i,*a,**k)
        except Exception as e: return '%s %s'%(type(e).__name__,e)
    v=_opcode.is_valid(i)
    if i == 3: continue
    if v: print(i,_opcode.has_arg(i),_opcode.has_const(i),_opcode.has_name(i),_opcode.has_jump(i),_opcode.has_free(i),_opcode.has_local(i),_opcode.has_exc(i),se(),se(0),se(1),se(3),se(3,jump=True),se(3,jump=False))
    else: 
        r=(se(),se(0)); h=[f for f in ('has_arg','has_const','has_name','has_jump','has_free','has_local','has_exc') if getattr(_opcode,f)(i)]
        if r!=('ValueError invalid opcode or oparg',)*2 or h: print(i,r,h)
for f in ('stack_effect','is_valid','has_arg','get_executor','get_nb_ops'):
    for a in [(),('x',),(None,),(2**40,)]:
        try: print(f,a,getattr(_opcode,f)(*a))
        except Exception as e: print(f,a,type(e).__name__,e)
for k in (dict(code=f, offset=0) for f in (1,(lambda:0),(lambda:0).__code__)):
    try: print(_opcode.get_executor(**k))
    except Exception as e: print(type(e).__name__,e)
try: print(_opcode.stack_effect(53,1,jump=3))
except Exception as e: print(type(e).__name__,e)
try: print(_opcode.stack_effect(32,'a'))
except Exception as e: print(type(e).__name__,e)
try: print(_opcode.stack_effect(32,1))
except Exception as e: print(type(e).__name__,e)
