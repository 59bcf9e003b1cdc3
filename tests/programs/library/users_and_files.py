# pwd, grp, fcntl, termios and syslog where no other user, no other process and no terminal is there: what is asked for wrongly, and what always holds.
import fcntl
import grp
import os
import pwd
import sqlite3
import ssl
import syslog
import tempfile
import termios


def attempt(function, *args, **keywords):
    try:
        print(function.__name__, args, keywords, "->", function(*args, **keywords))
    except Exception as error:
        print(function.__name__, args, keywords, type(error).__name__, error)


user = pwd.getpwuid(os.getuid())
print(type(user).__name__, len(user), user == pwd.getpwnam(user.pw_name), user in pwd.getpwall(), user.pw_uid == os.getuid(), user.pw_dir == os.path.expanduser("~"))
group = grp.getgrgid(os.getgid())
print(type(group).__name__, len(group), group == grp.getgrnam(group.gr_name), group in grp.getgrall(), group.gr_gid == os.getgid())
for function in pwd.getpwuid, grp.getgrgid:
    for args in (), (-1,), (-2,), (2**32 - 1,), (2**32,), (2**70,), (-2**70,), ("a",), (1.5,), (987654,), (None,):
        attempt(function, *args)
for function in pwd.getpwnam, grp.getgrnam:
    for args in (), (1,), ("a\0b",), ("nobody of this name",), (b"root",), ("\udc80",), ("\ud800",):
        attempt(function, *args)
attempt(grp.getgrgid, id=3333333)
attempt(grp.getgrnam, name="nobody of this name")
attempt(pwd.getpwuid, uid=3)

with tempfile.TemporaryFile() as file:
    for operation in fcntl.LOCK_SH, fcntl.LOCK_EX, fcntl.LOCK_EX | fcntl.LOCK_NB, fcntl.LOCK_UN, 4, 3:
        attempt(lambda: fcntl.flock(file, operation))
    for operation in fcntl.LOCK_EX, fcntl.LOCK_EX | fcntl.LOCK_NB, fcntl.LOCK_UN, 256:
        attempt(lambda: fcntl.lockf(file, operation, 10, 5, 0))
    print(fcntl.fcntl(file, fcntl.F_GETFD), fcntl.fcntl(file.fileno(), fcntl.F_SETFD, 0), os.get_inheritable(file.fileno()))
    print(fcntl.fcntl(file, fcntl.F_SETFD, fcntl.FD_CLOEXEC), os.get_inheritable(file.fileno()))
    attempt(lambda: termios.tcgetattr("a"))
    try:
        termios.tcgetattr(file)
    except termios.error as error:
        print(error.args[0], isinstance(error, OSError))
for function in fcntl.flock, fcntl.lockf, fcntl.fcntl, fcntl.ioctl:
    for args in (), (0,), (99, 2), (-1, 2), ("a", 2), (0, "x"), (2**40, 1):
        attempt(function, *args)
for args in (), ("a",), (99,), (-1,), (1.5,):
    attempt(termios.tcgetattr, *args)
for args in (), (0, 1, 2), (0, 0, [1]), (99, 0, [1, 2, 3, 4, 5, 6, []]):
    attempt(termios.tcsetattr, *args)
attempt(termios.tcsetwinsize, 0, 3)
print(fcntl.F_GETFL, fcntl.LOCK_EX, termios.TCSANOW, termios.ECHO, termios.ICANON, syslog.LOG_ERR)

for args in (), ("x",), (2**40,):
    attempt(syslog.setlogmask, *args)
for level in 3, 0, 7, -1, 40, "a":
    attempt(syslog.LOG_MASK, level)
    attempt(syslog.LOG_UPTO, level)
attempt(syslog.setlogmask, syslog.LOG_UPTO(syslog.LOG_ERR))
attempt(syslog.setlogmask, 0)
attempt(syslog.closelog)

# what the library itself sets when it is imported, and before it would connect
print(sqlite3.apilevel, sqlite3.paramstyle, sqlite3.Error.__mro__, sqlite3.IntegrityError.__mro__)
attempt(sqlite3.register_converter, "point", len)
attempt(sqlite3.register_converter, 1, len)
attempt(sqlite3.register_adapter, int)
print(sqlite3.converters["POINT"], (int, sqlite3.PrepareProtocol) in sqlite3.adapters)
context = ssl.create_default_context()
print(context.verify_mode, context.check_hostname, context.protocol, context.minimum_version, context.verify_flags)
for setting, value in (("verify_mode", ssl.CERT_NONE), ("verify_mode", "a"), ("verify_mode", 7), ("check_hostname", False), ("verify_mode", ssl.CERT_NONE),
                       ("check_hostname", True), ("minimum_version", 5), ("minimum_version", ssl.TLSVersion.TLSv1_3), ("options", -1), ("options", "a"), ("options", 0),
                       ("verify_flags", "a"), ("post_handshake_auth", 1), ("num_tickets", 3), ("num_tickets", -1), ("hostname_checks_common_name", False),
                       ("_msg_callback", 3)):
    attempt(lambda: setattr(context, setting, value))
    print(" ", setting, getattr(context, setting))
attempt(ssl.SSLContext, 99)
print(ssl.Purpose.SERVER_AUTH, tuple(ssl.Purpose.fromname("clientAuth")), tuple(ssl.Purpose.fromnid(130)))
attempt(ssl.Purpose.fromname, "nothing")
print(len(ssl.RAND_bytes(16)), ssl.RAND_status(), ssl.SSLError.__mro__, ssl.SSLCertVerificationError.__bases__)
attempt(ssl.RAND_bytes, -1)
