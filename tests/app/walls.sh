# What a program meets that wants more than it may have, and what Memtape says of its walls. What a program cannot do that has got round the interpreter
# is in tests/walls.

version_names_the_walls() {
    exits 0 --version
    [ "$(wc -l <out)" = 3 ] || fail "there are not three lines"
    sed -n 3p out | grep -q '^Programs \(run behind .*\|are held by .*\)\.$' || fail "the third line does not name the walls"
}
every_verb_stands_behind_them() {
    echo 'x = open(__file__).read()' >p.py
    exits 0 record -o o.tape p.py
    for call in 'run p.py' 'record -o again.tape p.py' 'state --all p.py' 'info p.py' 'export --last -o o.png p.py' 'state --all o.tape' 'info o.tape' 'export --last -o o.svg o.tape'; do
        exits 0 $call
        says_nothing
    done
    cmp o.tape again.tape || fail "the recordings differ"
    [ "$(ls | grep -c 'tape')" = 2 ] || fail "something was left behind"
}
# _attempts: a program that tries each line of its own text after the marker, and prints what comes of it.
_attempts() {
    cat >p.py <<'END'
import os, signal, socket, subprocess
for line in open(__file__).read().split("# attempts\n")[1].splitlines():
    line = line.removeprefix("# ")
    try:
        print(line, "→", exec(line))
    except OSError as error:
        print(line, "→", type(error).__name__, error)
END
    { echo '# attempts'; sed 's/^/# /'; } >>p.py
}
_answers() { # the same lines with what each comes to, and no file or process besides
    exits 0 run "$@" p.py
    cmp -s out wanted || { diff out wanted; fail "the answers are others"; }
}
files_of_others() {
    mkdir in out
    cd in
    echo secret >../out/secret
    ln -s ../out/secret link
    ln ../out/secret hard 2>/dev/null || true
    _attempts <<'END'
open("/etc/passwd")
open("/proc/self/mem", "r+b")
open("/proc/self/environ")
open("link")
open("../out/secret")
open("../out/new", "w")
os.link("/etc/passwd", "mine")
os.remove("../out/secret")
os.rename("p.py", "../out/p.py")
os.chmod("/etc/passwd", 0o777)
os.listdir("../out")
os.stat("/etc/passwd")
END
    cat >wanted <<'END'
open("/etc/passwd") → PermissionError [Errno 13] Permission denied: '/etc/passwd'
open("/proc/self/mem", "r+b") → PermissionError [Errno 13] Permission denied: '/proc/self/mem'
open("/proc/self/environ") → PermissionError [Errno 13] Permission denied: '/proc/self/environ'
open("link") → PermissionError [Errno 13] Permission denied: 'link'
open("../out/secret") → PermissionError [Errno 13] Permission denied: '../out/secret'
open("../out/new", "w") → PermissionError [Errno 13] Permission denied: '../out/new'
os.link("/etc/passwd", "mine") → PermissionError [Errno 13] Permission denied: '/etc/passwd' -> 'mine'
os.remove("../out/secret") → PermissionError [Errno 13] Permission denied: '../out/secret'
os.rename("p.py", "../out/p.py") → PermissionError [Errno 13] Permission denied: 'p.py' -> '../out/p.py'
os.chmod("/etc/passwd", 0o777) → PermissionError [Errno 13] Permission denied: '/etc/passwd'
os.listdir("../out") → PermissionError [Errno 13] Permission denied: '../out'
os.stat("/etc/passwd") → PermissionError [Errno 13] Permission denied: '/etc/passwd'
END
    _answers
    [ "$(cat ../out/secret)" = secret ] && [ "$(ls ../out)" = secret ] || fail "a file outside was touched"
}
files_that_are_none_of_the_disk() {
    mkfifo fifo
    _attempts <<'END'
open("fifo")
open("/dev/zero", "rb")
open("/dev/tty", "w")
os.mkfifo("new")
os.mknod("new")
END
    cat >wanted <<'END'
open("fifo") → PermissionError [Errno 13] Permission denied: 'fifo'
open("/dev/zero", "rb") → PermissionError [Errno 13] Permission denied: '/dev/zero'
open("/dev/tty", "w") → PermissionError [Errno 13] Permission denied: '/dev/tty'
END
    exits 0 run --allow-write . p.py
    head -n 3 out | cmp -s - wanted || fail "the answers are others"
    [ ! -e new ] || fail "something was made"
}
other_processes_and_the_net() {
    _attempts <<'END'
os.fork()
os.execv("/bin/true", ["true"])
os.kill(os.getppid(), signal.SIGKILL)
os.killpg(os.getppid(), signal.SIGKILL)
os.system("touch new")
subprocess.run(["touch", "new"])
os.popen("touch new")
socket.create_connection(("127.0.0.1", 1))
END
    exits 0 run --allow-write . p.py
    [ "$(grep -c '→ [A-Za-z]*Error ' out)" = 8 ] || fail "not every attempt is an error"
    [ ! -e new ] || fail "something was made"
}
ten_thousand_files() {
    cat >p.py <<'END'
for i in range(10_000):
    with open(f"{i}.txt", "w") as f:
        f.write("x")
print(i)
END
    before=$(ls | wc -l)
    exits 0 run p.py
    prints 9999
    [ "$(ls | wc -l)" = $((before + 3)) ] || fail "files were made on the disk"
}
two_gigabytes() {
    mkdir large
    cat >p.py <<'END'
piece = bytes(100_000_000)
for name in "large.bin", "large/large.bin":
    try:
        with open(name, "wb") as f:
            for i in range(20):
                f.write(piece)
    except OSError as error:
        print(name, error)
END
    exits 0 run --scratch 300000000 p.py
    prints 'large.bin [Errno 28] No space left on device
large/large.bin [Errno 28] No space left on device'
    cat >p.py <<'END'
try:
    with open("large/large.bin", "wb") as f:
        f.seek(1_900_000_000)
        f.write(bytes(100_000_000))
except OSError as error:
    print(error)
END
    exits 0 run --allow-write large p.py
    prints '[Errno 27] File too large'
}
home_folder() {
    mkdir -p home/.ssh home/package
    cd home
    echo key >.ssh/id_rsa
    echo letter >letter
    echo 'where = "package"' >package/__init__.py
    echo 'where = "module"' >module.py
    cat >p.py <<'END'
import module, os, package
print(module.where, package.where)
for name in ".ssh/id_rsa", "letter":
    try:
        open(name)
    except OSError as error:
        print(error)
END
    HOME=$PWD exits 0 run p.py
    prints "module package
[Errno 13] Permission denied: '.ssh/id_rsa'
[Errno 13] Permission denied: 'letter'"
}
what_the_library_needs() {
    cat >p.py <<'END'
import datetime, decimal, hashlib, locale, os, threading, time, zlib
with open(os.devnull, "w") as f:
    print("nothing", file=f)
threads = [threading.Thread(target=time.sleep, args=(0.01,)) for _ in range(3)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print("글".encode("euc-kr"), "글".encode("shift_jisx0213", "replace"), b"\x82\xa0".decode("cp932"))
print([hashlib.new(name, b"x").hexdigest()[:4] for name in ("md5", "sha1", "sha512", "blake2b", "sha3_256")])
print(len(os.urandom(5)), time.strftime("%Y", time.gmtime(0)), zlib.crc32(b"x"), decimal.Decimal(1) / 3)
END
    exits 0 run p.py
    says_nothing
    prints "b'\xb1\xdb' b'?' あ
['9dd4', '11f6', 'a4ab', '0909', '741e']
5 1970 2363233923 0.3333333333333333333333333333"
}
