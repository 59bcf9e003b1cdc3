# What a program may touch: its own folder and what it was allowed, wherever links lead; imports go by the same rules as open().

# _folders: `in` is the program's, `out` is not; in/p.py tells what comes of each of its arguments, as a module or, with a dot or slash in it, as a file.
_folders() {
    mkdir in out in/inside out/package
    cat >in/p.py <<'END'
import os.path, sys
for name in sys.argv[1:]:
    try:
        if "." in name or "/" in name:
            print(name, os.path.exists(name), len(open(name).read()))
        else:
            print(name, __import__(name).where)
    except Exception as error:
        print(name, type(error).__name__, error)
END
    echo 'where = "out"' >out/module.py
    echo 'where = "package out"' >out/package/__init__.py
    echo 'where = "in"' >in/inside/__init__.py
    ln -s ../out/module.py in/linked.py
    ln -s ../out/package in/linked_package
    ln -s inside in/alias
    cd in
}

link_to_a_module_outside() {
    _folders
    exits 0 run p.py linked linked.py
    prints "linked ModuleNotFoundError No module named 'linked'
linked.py PermissionError [Errno 13] Permission denied: 'linked.py'"
}
link_to_a_package_outside() {
    _folders
    exits 0 run p.py linked_package linked_package/__init__.py
    prints "linked_package ModuleNotFoundError No module named 'linked_package'
linked_package/__init__.py PermissionError [Errno 13] Permission denied: 'linked_package/__init__.py'"
    exits 0 record -o o.tape p.py linked_package
    prints "linked_package ModuleNotFoundError No module named 'linked_package'"
}
package_with_a_link_outside() {
    _folders
    ln -s ../../out/module.py inside/sub.py
    echo 'import inside.sub' >q.py
    exits 1 run q.py
    [ "$(tail -n 1 err)" = "ModuleNotFoundError: No module named 'inside.sub'" ] || fail "it is not missing"
    echo 'from inside import sub' >q.py
    exits 1 run q.py
    grep -q "^ImportError: cannot import name 'sub' from 'inside'" err || fail "it is not missing"
}
init_that_is_a_link_outside() {
    _folders
    mkdir package
    ln -s ../../out/package/__init__.py package/__init__.py
    exits 0 run p.py package
    prints "package AttributeError module 'package' has no attribute 'where'" # nothing is in it: a namespace package
}
link_that_stays_inside() {
    _folders
    ln -s inside/__init__.py same.py
    exits 0 run p.py alias same alias/__init__.py inside/../alias/../inside/__init__.py
    prints 'alias in
same in
alias/__init__.py True 13
inside/../alias/../inside/__init__.py True 13'
}
link_that_was_allowed() {
    _folders
    exits 0 run --allow-read ../out p.py linked linked_package linked.py ../out/module.py
    prints 'linked out
linked_package package out
linked.py True 14
../out/module.py True 14'
    exits 0 run --allow-write ../out p.py linked
    prints 'linked out'
}
going_up() {
    _folders
    exits 0 run p.py ../out/module.py inside/../../out/module.py alias/../../out/module.py missing/../../out/module.py ../in/p.py
    prints "../out/module.py PermissionError [Errno 13] Permission denied: '../out/module.py'
inside/../../out/module.py PermissionError [Errno 13] Permission denied: 'inside/../../out/module.py'
alias/../../out/module.py PermissionError [Errno 13] Permission denied: 'alias/../../out/module.py'
missing/../../out/module.py FileNotFoundError [Errno 2] No such file or directory: 'missing/../../out/module.py'
../in/p.py True $(wc -c <p.py)"
}
not_there() {
    _folders
    exits 0 run p.py missing missing.py missing/x p.py/x ../out/missing
    prints "missing ModuleNotFoundError No module named 'missing'
missing.py FileNotFoundError [Errno 2] No such file or directory: 'missing.py'
missing/x FileNotFoundError [Errno 2] No such file or directory: 'missing/x'
p.py/x NotADirectoryError [Errno 20] Not a directory: 'p.py/x'
../out/missing PermissionError [Errno 13] Permission denied: '../out/missing'"
}
links_to_nowhere() {
    _folders
    ln -s nowhere.py dangling.py
    ln -s loop.py loop.py
    exits 0 run p.py dangling loop dangling.py loop.py
    prints "dangling ModuleNotFoundError No module named 'dangling'
loop ModuleNotFoundError No module named 'loop'
dangling.py FileNotFoundError [Errno 2] No such file or directory: 'dangling.py'
loop.py OSError [Errno 40] Too many levels of symbolic links: 'loop.py'"
}
module_that_is_a_folder() {
    _folders
    mkdir folder.py
    mkfifo pipe.py
    exits 0 run p.py folder folder.py pipe.py
    prints "folder ModuleNotFoundError No module named 'folder'
folder.py IsADirectoryError [Errno 21] Is a directory: 'folder.py'
pipe.py PermissionError [Errno 13] Permission denied: 'pipe.py'"
}
module_that_is_a_pipe() {
    _folders
    mkfifo pipe.py
    exits 0 run p.py pipe
    prints "pipe ModuleNotFoundError No module named 'pipe'"
}
module_that_cannot_be_read() {
    [ "$(id -u)" != 0 ] || exit 0 # who may read everything
    _folders
    echo 'where = 1' >closed.py
    chmod 0 closed.py
    exits 0 run p.py closed
    prints "closed PermissionError [Errno 13] Permission denied: '$PWD/closed.py'"
}
links_out_of_a_writable_folder() {
    _folders
    mkdir writable
    ln -s ../../out/module.py writable/linked
    ln -s ../../out/new writable/dangling
    ln -s ../../out writable/folder
    ln -s here writable/inside
    echo 'for name in "linked", "dangling", "folder/new", "here", "inside":
    try:
        print(name, open("writable/" + name, "w").write(name))
    except OSError as error:
        print(name, type(error).__name__, error.strerror)' >q.py
    exits 0 run --allow-write writable q.py
    prints 'linked PermissionError Permission denied
dangling PermissionError Permission denied
folder/new PermissionError Permission denied
here 4
inside 6'
    [ "$(cat ../out/module.py)" = 'where = "out"' ] || fail "a file outside was written to"
    [ "$(ls ../out)" = 'module.py
package' ] || fail "a file outside was made"
    [ "$(cat writable/here)" = inside ] || fail "the link inside was not followed"
}
writing_beside_the_program() {
    _folders
    cat >q.py <<'END'
import os, tempfile
with open("new.txt", "w") as f:
    f.write("new")
with open("p.py", "a") as f:
    f.write("more")
os.remove("linked.py")
os.rename("inside/__init__.py", "inside/moved.py")
print(open("new.txt").read(), open("p.py").read()[-4:], sorted(set(os.listdir()) - {"in", "out", "err"}), os.listdir("inside"))
print(tempfile.gettempdir(), os.path.expanduser("~"), tempfile.mkdtemp().startswith("/tmp/"))
END
    cp p.py before.py
    exits 0 run q.py
    prints "new more ['alias', 'before.py', 'inside', 'linked_package', 'new.txt', 'p.py', 'q.py'] ['moved.py']
/tmp /tmp True"
    [ ! -e new.txt ] && cmp -s p.py before.py && [ -L linked.py ] && [ -e inside/__init__.py ] || fail "the disk has changed"
}
more_than_the_scratch_folder_takes() {
    cat >p.py <<'END'
try:
    with open("large", "wb", 0) as f:
        for i in range(10):
            f.write(bytes(10000))
except OSError as error:
    print(i, error)
END
    exits 0 run --scratch 50000 p.py
    prints '4 [Errno 28] No space left on device'
}
program_behind_a_link() {
    _folders
    echo 'print(len(open(__file__).read()))' >../out/q.py
    ln -s ../out/q.py q.py
    exits 0 run q.py
    prints 34
}
program_from_a_pipe() {
    echo 'print("through a pipe")' | "$memtape" run /dev/fd/0 >out 2>err || fail "exit status $?"
    prints 'through a pipe'
}
program_from_a_pipe_to_look_at() {
    echo 'x = 7' | "$memtape" state --all /dev/stdin >out 2>err || fail "exit status $?"
    grep -q '^    x → 7$' out || fail "the program was not run"
}
# What has no end, or waits for somebody: a FIFO, a socket, a device, a file of the system's own.
files_that_are_none() {
    echo 'print(1)' >p.py
    mkfifo fifo.py
    for file in fifo.py /dev/zero /dev/tty /proc/self/environ /proc/version; do
        [ -e $file ] || continue
        for verb in run info 'state --all' 'record -o o.tape'; do
            exits 3 $verb $file
            says_only 'Not a regular file'
        done
        exits 3 run --input $file p.py
        says_only 'Not a regular file'
        exits 3 record -o $file p.py
        says_only 'Cannot write'
    done
    exits 3 run --input . p.py
    says_only 'Is a directory'
    exits 0 run --input /dev/null p.py
}
files_that_are_none_within_a_program() {
    mkfifo fifo
    cat >p.py <<'EOF'
import os
for name in "fifo", "fifo.link", "/dev/zero", "/proc/self/mem":
    for mode in "r", "w", "ab":
        try:
            open(name, mode)
        except OSError as e:
            print(name, mode, type(e).__name__)
EOF
    ln -s fifo fifo.link
    exits 0 run --allow-read / --allow-write . p.py
    prints 'fifo r PermissionError
fifo w PermissionError
fifo ab PermissionError
fifo.link r PermissionError
fifo.link w PermissionError
fifo.link ab PermissionError
/dev/zero r PermissionError
/dev/zero w PermissionError
/dev/zero ab PermissionError
/proc/self/mem r PermissionError
/proc/self/mem w PermissionError
/proc/self/mem ab PermissionError'
}
tape_from_a_pipe() {
    echo 'x = 7' >p.py
    exits 0 record -o p.tape p.py
    exits 0 info p.tape
    cp out info
    cat p.tape | "$memtape" info /dev/fd/0 >out 2>err || fail "exit status $?"
    cmp info out || fail "it is not the same"
}
input_from_a_pipe() {
    echo 'print(input(), input())' >p.py
    printf 'one\ntwo\n' | "$memtape" run --input /dev/fd/0 p.py >out 2>err || fail "exit status $?"
    prints 'one two'
}
lines_of_a_traceback() {
    _folders
    echo 'secret' >../out/secret.py
    echo 'import traceback
try:
    exec(compile("secret", "../out/secret.py", "exec"))
except NameError:
    print("    secret" in traceback.format_exc())
exec(compile("secret", "../out/secret.py", "exec"))' >q.py
    exits 1 run q.py
    prints False
    grep -q '^    secret' err && fail "a line of a file outside is shown"
    printf 'def f():\n    return 1 +\n' >broken.py
    echo 'import broken' >q.py
    exits 1 run q.py
    grep -q '^    return 1 +$' err || fail "the line at fault is not shown"
}
