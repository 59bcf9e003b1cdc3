# posix, and os, shutil, glob and pathlib on it: what is done with files and folders, and what is said of wrong arguments.
import glob
import os
import pathlib
import shutil
import stat
import tempfile


def show(*functions):
    for function in functions:
        try:
            print(function())
        except Exception as error:
            print(type(error).__name__, error)


folder = tempfile.TemporaryDirectory()
os.chdir(folder.name)

print("-- folders")
show(lambda: os.mkdir("a"), lambda: os.mkdir("a"), lambda: os.mkdir("b/c"), lambda: os.makedirs("b/c/d"), lambda: os.rmdir("b"), lambda: os.rmdir("nope"),
     lambda: os.listdir("nope"), lambda: sorted(os.listdir()), lambda: os.listdir(b"b"), lambda: os.chdir("nope"), lambda: os.chdir("b"),
     lambda: os.path.basename(os.getcwd()), lambda: os.chdir(".."), lambda: os.removedirs("b/c/d"), os.listdir)
print("-- files")
for name in ("a/f", "a/g", "h"):
    with open(name, "w") as f:
        f.write(name)
show(lambda: os.remove("nope"), lambda: os.remove("a"), lambda: os.rename("nope", "x"), lambda: os.rename("h", "a"), lambda: os.rename("a", "h"),
     lambda: os.rename("a", "a/b"), lambda: os.rename("h", "i"), lambda: os.replace("i", "a/f"), lambda: open("a/f").read(), lambda: sorted(os.listdir("a")),
     lambda: os.truncate("a/f", 0), lambda: os.path.getsize("a/f"), lambda: os.truncate("a/f", -1), lambda: os.truncate("nope", 1),
     lambda: os.listdir("a/f"), lambda: os.stat("a/f/x"), lambda: os.mkdir("a/f/x"), lambda: open("a/f/x", "w"), lambda: open("a/"), lambda: open("new/", "w"))
print("-- links")
show(lambda: os.symlink("a", "soft"), lambda: os.symlink("x", "soft"), lambda: os.readlink("soft"), lambda: os.readlink("a"), lambda: sorted(os.listdir("soft")),
     lambda: os.symlink("nowhere", "dangling"), lambda: os.path.exists("dangling"), lambda: os.path.lexists("dangling"), lambda: os.path.islink("dangling"),
     lambda: os.stat("dangling"), lambda: stat.S_ISLNK(os.lstat("dangling").st_mode), lambda: os.symlink("loop", "loop"), lambda: os.stat("loop"),
     lambda: os.link("a/g", "hard"), lambda: os.stat("hard").st_nlink, lambda: os.path.samefile("hard", "a/g"), lambda: os.link("nope", "x"),
     lambda: os.link("a/g", "hard"), lambda: os.unlink("a/g"), lambda: open("hard").read(), lambda: os.path.realpath("soft/../soft/f")[-4:],
     lambda: open("dangling", "w").write("made"), lambda: open("nowhere").read(), lambda: os.unlink("loop"))
print("-- status")
status = os.stat("hard")
print(stat.filemode(status.st_mode), status.st_size, status.st_nlink, len(status), status[6], stat.S_ISDIR(os.stat("a").st_mode), status.n_fields)
show(lambda: os.chmod("hard", 0o400), lambda: oct(os.stat("hard").st_mode), lambda: os.access("hard", os.R_OK), lambda: os.access("nope", os.F_OK),
     lambda: os.chmod("hard", 0o755), lambda: os.access("hard", os.X_OK), lambda: os.utime("hard", (1, 2.5)), lambda: os.stat("hard").st_mtime,
     lambda: os.stat("hard").st_atime_ns, lambda: os.utime("hard", ns=(3, 4)), lambda: os.stat("hard").st_mtime_ns, lambda: os.utime("hard", (1,)),
     lambda: os.utime("hard", (1, 2), ns=(1, 2)), lambda: os.utime("hard", ns=(1,)), lambda: os.utime("hard", ("a", 2)), lambda: os.utime("nope"))
print(os.stat_result(range(10)), os.stat_result(range(10)).st_mtime, os.stat_result(range(19)).st_blksize, os.stat_result.__match_args__)
show(lambda: os.stat_result(range(5)), lambda: os.stat_result(5), lambda: os.terminal_size((1, 2)))
print("-- handles")
h = os.open("handle", os.O_RDWR | os.O_CREAT, 0o600)
show(lambda: os.write(h, b"0123456789"), lambda: os.lseek(h, 2, os.SEEK_SET), lambda: os.read(h, 3), lambda: os.pread(h, 4, 6), lambda: os.pwrite(h, b"XY", 8),
     lambda: os.lseek(h, -1, os.SEEK_END), lambda: os.read(h, 100), lambda: os.read(h, 100), lambda: os.ftruncate(h, 4), lambda: os.fstat(h).st_size,
     lambda: os.lseek(h, -9, 0), lambda: os.lseek(h, 0, 9), lambda: os.read(h, -1), lambda: os.isatty(h), lambda: os.get_inheritable(h),
     lambda: os.writev(h, [b"ab", bytearray(b"cd")]), lambda: os.lseek(h, 0, 0), lambda: os.readv(h, [bytearray(2), bytearray(4)]), lambda: os.fsync(h))
copy = os.dup(h)
show(lambda: os.lseek(copy, 0, 1) == os.lseek(h, 0, 1), lambda: os.close(h), lambda: os.close(h), lambda: os.lseek(copy, 0, 0), lambda: os.close(copy),
     lambda: os.read(copy, 1), lambda: os.write(copy, b""), lambda: os.dup(copy), lambda: os.fstat(copy), lambda: os.ftruncate(copy, 1))
show(lambda: os.open("handle", os.O_CREAT | os.O_EXCL), lambda: os.open("nope", os.O_RDONLY), lambda: os.open("a", os.O_WRONLY), lambda: os.open("h\0", 0))
low, high = os.pipe()
show(lambda: os.write(high, b"through"), lambda: os.read(low, 3), lambda: os.close(high), lambda: os.read(low, 100), lambda: os.read(low, 1),
     lambda: os.lseek(low, 0, 0), lambda: os.close(low))
d = os.open("a", os.O_RDONLY)
show(lambda: os.listdir(d), lambda: os.stat("f", dir_fd=d).st_size, lambda: os.mkdir("below", dir_fd=d), lambda: sorted(os.listdir("a")), lambda: os.read(d, 1),
     lambda: os.rmdir("below", dir_fd=d), lambda: os.close(d), lambda: os.stat("f", dir_fd=d))
print("-- scandir")
with os.scandir() as entries:
    for entry in sorted(entries, key=lambda entry: entry.name):
        print(entry, entry.path, entry.is_dir(), entry.is_file(), entry.is_symlink(), entry.is_dir(follow_symlinks=False))
show(lambda: next(entries), lambda: os.fspath(entry), lambda: entry.stat().st_size, lambda: type(entry)(), lambda: type(entries)())
print("-- above")
shutil.copytree("a", "copied")
pathlib.Path("copied", "p.txt").write_text("path\n")
print(sorted(glob.glob("**/*", recursive=True)), [p.name for p in pathlib.Path("copied").iterdir() if p.suffix], pathlib.Path("copied/p.txt").read_bytes())
print([(top, sorted(folders), sorted(files)) for top, folders, files in os.walk("copied")], shutil.move("copied/p.txt", "q.txt"))
shutil.rmtree("copied")
print(os.path.exists("copied"), shutil.copy2("q.txt", "r.txt"), pathlib.Path("r.txt").stat().st_size, shutil.which("nothing"))
print("-- wrong arguments")


class Path:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


show(lambda: os.stat(5.5), lambda: os.stat(None), lambda: os.stat("a\0"), lambda: os.stat(b"nope"), lambda: os.stat(99), lambda: os.stat(), lambda: os.stat("a", "b"),
     lambda: os.stat("a", dir_fd="a"), lambda: os.stat("a", foo=1), lambda: os.stat(0, dir_fd=0), lambda: os.stat(Path(5)), lambda: os.stat(Path("nope")),
     lambda: os.listdir(5.5), lambda: os.rename(1, 2), lambda: os.rename("a"), lambda: os.replace("a", 5), lambda: os.rename("a\0", "b"),
     lambda: os.open("a", "b"), lambda: os.close("a"), lambda: os.close(1 << 40), lambda: os.read("a", 1), lambda: os.write(1, "a"), lambda: os.mkdir(5),
     lambda: os.access("a"), lambda: os.access("a", 0, 1), lambda: os.access("a", 5.5), lambda: os.urandom(-1), lambda: os.urandom("a"), lambda: len(os.urandom(4)),
     lambda: os.strerror(2), lambda: os.strerror(9999), lambda: os.strerror("a"), lambda: os.fspath(5), lambda: os.fspath(Path(b"x")), lambda: os.umask("a"),
     lambda: os.putenv("a=b", "c"), lambda: os.unsetenv(5), lambda: os.scandir(5.5), lambda: os.unlink("x\ud800"), lambda: os.remove("\udc80x"),
     lambda: os.waitstatus_to_exitcode(256), lambda: os.WEXITSTATUS(512), lambda: os.major(2049), lambda: os.makedev(8, 1), lambda: os.getcwd(1))
for path in ("a/../b//c/.", "//a", "///a/..", "", ".", "..", "../..", "/..", "a/..", "a\0b/../c", b"//a/b/../c"):
    print(repr(os.path.normpath(path)), os.path.splitroot(path))
os.environ["MEMTAPE_TEST"] = "1"
print(os.getenv("MEMTAPE_TEST"), os.environb[b"MEMTAPE_TEST"], os.environ.pop("MEMTAPE_TEST"), os.getenv("MEMTAPE_TEST"))
os.chdir("/")
