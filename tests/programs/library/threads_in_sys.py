# What sys tells of all threads: frames, exceptions, trace functions, and the length of a turn.
import sys, threading, time
print(sys.getswitchinterval()); sys.setswitchinterval(1e-6); print(sys.getswitchinterval())
n=0
def spin():
    global n
    while not stop: n+=1
stop=False
t=threading.Thread(target=spin,daemon=True); t.start()
while n<1000: pass
def named():
    ev.wait()
ev=threading.Event(); t2=threading.Thread(target=named); t2.start(); time.sleep(0.01)
fs=sys._current_frames(); print(len(fs), fs[threading.get_ident()] is sys._getframe(), fs[t2.ident].f_code.co_name in('wait','acquire','__enter__'))
try: 1/0
except ZeroDivisionError: print(sys._current_exceptions()[threading.get_ident()])
stop=True; ev.set(); t2.join()
calls=[]
def tr(frame,event,arg): calls.append((frame.f_code.co_name,event)); return None
threading.settrace(tr)
def traced(): pass
t=threading.Thread(target=traced); t.start(); t.join()
print(('traced','call') in calls, sys.gettrace())
