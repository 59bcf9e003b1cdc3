"""~ of a bool is warned of where it is worked out: by the compiler, if it is a constant."""
import warnings
warnings.simplefilter('always')
c = compile('~False', '<s>', 'eval')
print('compiled', c.co_consts); 
print(eval(c))
print(eval('~True'))
x = True
print(~x, True.__invert__())
def f(): return ~False
print(f(), f.__code__.co_consts)
print(-True, +True, not True)
warnings.simplefilter('error')
try: compile('~False', 'q', 'eval'); print('no error')
except BaseException as e: print(type(e), e)
try: eval('~False')
except BaseException as e: print(type(e), e)
