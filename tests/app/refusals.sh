# What Memtape gives no program: its modules can be imported, and a use is the exception that fits, with a sentence that says who refuses.

# _refuses 'EXCEPTION' 'SENTENCE' 'PROGRAM': the program ends by it.
_refuses() {
    printf '%s\n' "$3" >p.py
    exits 1 run p.py
    tail -n 1 err | grep -q "^$1: " || fail "$3: not $1"
    tail -n 1 err | grep -qF -- "$2" || fail "$3: that does not say '$2'"
}

all_of_them_are_imported() {
    cat >p.py <<'PROGRAM'
import cProfile, concurrent.futures.process, ctypes, ctypes.util, ctypes.wintypes, curses, curses.ascii, curses.panel, curses.textpad, dbm, shelve
import fcntl, getpass, grp, mmap, multiprocessing, multiprocessing.managers, multiprocessing.pool, multiprocessing.shared_memory
import multiprocessing.sharedctypes, multiprocessing.synchronize, pdb, profile, pty, pwd, readline, resource, rlcompleter, sqlite3, ssl, syslog, termios, tty
for absent in "_dbm", "_gdbm", "nis", "dbm.sqlite3":
    try:
        __import__(absent)
    except ModuleNotFoundError as error:
        print(error.name)
PROGRAM
    exits 0 run p.py
    says_nothing
    prints "_dbm
_gdbm
nis
dbm.sqlite3"
}
shelves_are_files() {
    cat >p.py <<'PROGRAM'
import dbm, shelve
with shelve.open("kept") as shelf:
    shelf["a"] = [1, 2]
with shelve.open("kept") as shelf:
    print(dict(shelf), dbm.whichdb("kept"))
PROGRAM
    exits 0 run p.py
    says_nothing
    prints "{'a': [1, 2]} dbm.dumb"
}

processes_refused() {
    _refuses PermissionError 'Memtape runs no other programs' 'import multiprocessing; multiprocessing.Process(target=print).start()'
    _refuses PermissionError 'Memtape runs no other programs' 'import multiprocessing; multiprocessing.Lock()'
    _refuses PermissionError 'Memtape runs no other programs' 'import multiprocessing; multiprocessing.Queue()'
    _refuses PermissionError 'Memtape runs no other programs' 'from multiprocessing import shared_memory; shared_memory.SharedMemory("x", True, 10)'
    _refuses PermissionError 'Memtape runs no other programs' 'import multiprocessing; multiprocessing.Pool(2)'
}
databases_refused() {
    _refuses sqlite3.OperationalError 'Memtape opens no databases' 'import sqlite3; sqlite3.connect(":memory:")'
    _refuses sqlite3.OperationalError 'Memtape opens no databases' 'import sqlite3
class Own(sqlite3.Connection): pass
Own("file.db")'
}
c_refused() {
    _refuses PermissionError "no memory in C's form" 'import ctypes; ctypes.c_int(5)'
    _refuses PermissionError "no memory in C's form" 'import ctypes; ctypes.create_string_buffer(10)'
    _refuses PermissionError "no memory in C's form" 'import ctypes
class Point(ctypes.Structure): _fields_ = [("x", ctypes.c_int)]
Point(1)'
    _refuses PermissionError 'Memtape loads no libraries of C' 'import ctypes; ctypes.CDLL("libc.so.6")'
    _refuses PermissionError 'Memtape loads no libraries of C' 'import ctypes; ctypes.CDLL(None).printf'
    _refuses PermissionError 'Memtape loads no libraries of C' 'import ctypes; ctypes.CFUNCTYPE(None)(print)'
    _refuses PermissionError 'Memtape loads no libraries of C' 'import ctypes; ctypes.memset(1, 2, 3)'
}
sizes_of_c_are_known() {
    cat >p.py <<'PROGRAM'
import ctypes
for kind in ctypes.c_char, ctypes.c_int, ctypes.c_long, ctypes.c_double, ctypes.c_longdouble, ctypes.c_void_p, ctypes.c_int * 5, ctypes.c_int * 5 * 2, ctypes.POINTER(ctypes.c_int):
    print(kind.__name__, ctypes.sizeof(kind), ctypes.alignment(kind), end="; ")
try:
    class Loop(ctypes.Array): pass
    Loop._length_, Loop._type_ = 1, Loop
    ctypes.sizeof(Loop)
except RecursionError:
    print("ends")
PROGRAM
    exits 0 run p.py
    says_nothing
    prints "c_char 1 1; c_int 4 4; c_long 8 8; c_double 8 8; c_longdouble 16 16; c_void_p 8 8; c_int_Array_5 20 4; c_int_Array_5_Array_2 40 4; LP_c_int 8 8; ends"
}
terminals_refused() {
    _refuses _curses.error 'Memtape has no terminals' 'import curses; curses.wrapper(print)'
    _refuses _curses.error 'Memtape has no terminals' 'import curses; curses.start_color()'
    _refuses _curses_panel.error 'Memtape has no terminals' 'import curses.panel; curses.panel.top_panel()'
    _refuses termios.error 'Memtape has no terminals' 'import termios; termios.tcgetattr(0)'
    _refuses OSError 'Memtape has no terminals' 'import os; os.openpty()'
}
network_refused() {
    _refuses urllib.error.URLError 'Memtape lets no program use the network' 'import urllib.request; urllib.request.urlopen("https://example.org")'
    _refuses ssl.SSLError 'Memtape lets no program use the network' 'import ssl; ssl.MemoryBIO()'
    _refuses ssl.SSLError 'Memtape lets no program use the network' 'import ssl; ssl.create_default_context(cadata="x")'
}
files_and_devices_refused() {
    _refuses PermissionError 'Memtape maps no files into memory' 'import mmap; mmap.mmap(-1, 10)'
    _refuses PermissionError 'Memtape controls no files and devices' 'import fcntl; fcntl.ioctl(0, 1)'
    _refuses PermissionError 'Memtape controls no files and devices' 'import fcntl; fcntl.fcntl(0, fcntl.F_GETFL)'
    _refuses PermissionError "nothing into the system's log" 'import syslog; syslog.syslog("x")'
}
