# _signal: handlers, masks, timers and what is wrong to ask of them.
import _signal as s
import re
import time


def n(x):
    return re.sub('0x[0-9a-f]+', '0x', x)


def t(f, *a, **k):
    try:
        print('ok', n(repr(f(*a, **k))))
    except BaseException as e:
        print(type(e).__name__, n(str(e)))
print({k: getattr(s, k) for k in sorted(vars(s)) if k[0] != '_' and isinstance(getattr(s, k), int)})
print(s.ItimerError, s.ItimerError.__mro__)
t(s.getsignal, 2)
t(s.getsignal, 15)
t(s.getsignal, 0)
t(s.getsignal, 65)
t(s.getsignal, 'a')
t(s.getsignal, 64)
t(s.getsignal, 1)
t(s.getsignal, 13)
t(s.getsignal, 25)
t(s.getsignal, 32)
t(s.getsignal, 9)
t(s.getsignal, 10)
t(s.signal, 2)
t(s.signal, 2, 5)
t(s.signal, 2, 'x')
t(s.signal, 0, s.SIG_DFL)
t(s.signal, 65, s.SIG_DFL)
t(s.signal, 9, s.SIG_DFL)
t(s.signal, 19, s.SIG_DFL)


def h(num, frame):
    print('handler', num, frame.f_code.co_name, frame.f_lineno)
t(s.signal, 10, h)
t(s.signal, 10, h)
t(s.getsignal, 10)
t(s.raise_signal, 10)
t(s.raise_signal, 0)
t(s.raise_signal, 65)
t(s.raise_signal, 'a')
t(s.raise_signal, 2)


def bad(num, frame):
    raise ValueError('from handler')
s.signal(12, bad)
t(s.raise_signal, 12)
t(s.signal, 10, s.SIG_IGN)
t(s.raise_signal, 10)
t(s.signal, 10, s.SIG_DFL)
t(s.default_int_handler)
t(s.default_int_handler, 1)
t(s.default_int_handler, 1, None)
t(s.alarm, 1)
t(s.alarm, 0)
t(s.alarm, 'a')
t(s.setitimer, 0, 0.02)
print(0 < s.getitimer(0)[0] <= 0.02)
t(s.getitimer, 9)
t(s.setitimer, 9, 1)
t(s.setitimer, 0, 'a')
t(s.setitimer, 0, -1)
print(0 < s.setitimer(0, 0)[0] <= 0.02)
s.signal(14, h)
s.setitimer(0, 0.01, 0.01)
try:
    time.sleep(0.055)
except BaseException as e:
    print(repr(e))
print(s.setitimer(0, 0)[1])
s.setitimer(0, 0.01)
t(s.pause)
t(s.set_wakeup_fd, -1)
t(s.set_wakeup_fd, 'a')
t(s.set_wakeup_fd, 1000)
t(s.set_wakeup_fd, -1, warn_on_full_buffer=False)
t(s.set_wakeup_fd)
t(s.set_wakeup_fd, -1, False)
t(s.siginterrupt, 14, False)
t(s.siginterrupt, 0, False)
t(s.strsignal, 2)
t(s.strsignal, 0)
t(s.strsignal, 64)
t(s.strsignal, 65)
t(s.strsignal, 1)
print(sorted(s.valid_signals()) == [i for i in range(1, 65) if i not in (32, 33)], type(s.valid_signals()))
t(s.sigpending)
t(s.pthread_sigmask, s.SIG_BLOCK, [10])
t(s.pthread_sigmask, s.SIG_SETMASK, [])
t(s.pthread_sigmask, 9, [])
t(s.pthread_sigmask, 0, [100])
t(s.pthread_sigmask, 0, 1)
s.signal(10, h)
s.pthread_sigmask(s.SIG_BLOCK, [10])
s.raise_signal(10)
t(s.sigpending)
t(s.sigwait, [10])
t(s.sigpending)
s.raise_signal(10)
t(s.pthread_sigmask, s.SIG_UNBLOCK, [10])
t(s.sigpending)
t(s.sigtimedwait, [10], 0.01)
import _thread, os
t(s.pthread_kill, _thread.get_ident(), 10)
t(s.pthread_kill, _thread.get_ident(), 0)


def other():
    t(s.signal, 10, h)
    t(s.set_wakeup_fd, -1)
    t(s.getsignal, 10)
    l.release()
l = _thread.allocate_lock()
l.acquire()
_thread.start_new_thread(other, ())
l.acquire()
import signal
print(signal.signal(signal.SIGINT, signal.SIG_DFL), signal.getsignal(signal.SIGINT), signal.Signals(2))
print(s.struct_siginfo)
