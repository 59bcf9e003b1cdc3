# Programs that would not end: a limit or somebody stops them, the exit status is 4, and what was recorded until then is there.

_endless() { echo 'while True: pass' >p.py; }
_growing() { printf 'x = []\nwhile True:\n    x.append(str(len(x)))\n' >p.py; }

steps_of_record() {
    _endless
    exits 4 record -o o.tape --max-steps 1000 p.py
    says_only '1000 steps'
    exits 0 info --json o.tape
    grep -q '"steps": 1000,' out || fail "the _tape does not have 1000 steps"
    exits 0 state --step 999 --json o.tape
    exits 0 export --last -o o.png o.tape
    has o.png
}
steps_of_other_verbs() {
    _endless
    exits 4 info --max-steps 50 p.py
    says_only '50 steps'
    exits 4 state --all --json --max-steps 50 p.py
    says_only '50 steps'
    [ "$(wc -l <out)" = 50 ] || fail "there are not 50 states"
    exits 4 export --last -o o.svg --max-steps 50 p.py
    says_only '50 steps'
    has o.svg
}
heap() {
    _growing
    exits 4 run --max-heap 5000000 p.py
    says_only '5000000 bytes'
    exits 4 record -o o.tape --max-heap 300000 p.py
    says_only '300000 bytes'
    exits 0 info --json o.tape
    grep -q '"end": "limit"' out || fail "the _tape does not say so"
    exits 4 info --max-heap 300000 p.py
    says_only '300000 bytes'
}
tape() {
    printf 'import os\nwhile True:\n    x = os.urandom(60000)\n' >p.py
    exits 4 record -o o.tape --max-tape 3000000 p.py
    says_only '3000000 bytes'
    exits 0 info --json o.tape
    grep -q '"end": "tape full"' out || fail "the tape does not say so"
    [ "$(wc -c <o.tape)" -lt 30000000 ] || fail "the tape is far larger"
    printf 'n = 0\nwhile True:\n    n += 1\n    compile("x = %%d" %% n + "#" * 10000, "f%%d" %% n, "exec")\n' >p.py
    exits 4 record -o o.tape --max-tape 3000000 p.py
    says_only '3000000 bytes'
}
output() {
    echo 'while True: print("12345678")' >p.py
    exits 4 record -o o.tape --max-output 900 p.py
    says_only "output reached its limit of 900 bytes"
    exits 0 info --json o.tape
    grep -q '"end": "limit"' out || fail "the tape does not say so"
}
heap_although_caught() {
    printf 'x = []\nwhile True:\n    try:\n        x.append("a" * 10000)\n        x[-1] += "b"\n    except MemoryError:\n        print("caught")\n' >p.py
    exits 4 run --max-heap 5000000 p.py
    says_only '5000000 bytes'
}
heap_too_small_for_anything() {
    printf 'import json, collections\nprint(sorted(json.loads("[3, 1, 2]")), collections.Counter("abca"), f"{1.5:>10}")\nclass A:\n    pass\nA().x = [A() for i in range(100)]\n' >p.py
    bytes=0
    while [ $bytes -lt 2000000 ]; do
        got=0
        timeout 60 "$memtape" run --max-heap $bytes p.py </dev/null >out 2>err || got=$?
        [ $got = 4 ] || [ $got = 0 ] || fail "--max-heap $bytes: exit status $got"
        [ $got = 0 ] || says_only "$bytes bytes"
        [ $got = 4 ] || break
        bytes=$((bytes + bytes / 8 + 97))
    done
    [ $got = 0 ] || fail "two megabytes are not enough"
}
one_request_over_the_heap() {
    printf 'x = "ab" * 10**9\n' >p.py
    exits 4 run p.py
    says_only '1073741824 bytes'
}

# _sends SIGNAL WORD…: starts memtape, waits until the program has printed something, sends the signal; the exit status is in $got.
_sends() {
    signal=$1
    shift
    [ -p in ] || { mkfifo in; }
    sleep 100 >in &
    holder=$!
    "$memtape" "$@" <in >out 2>err &
    running=$!
    tries=0
    until [ -s out ]; do
        sleep 0.05
        tries=$((tries + 1))
        [ $tries -lt 2000 ] || fail "the program did not start"
    done
    kill "-$signal" $running
    got=0
    wait $running || got=$?
    kill $holder
    rm in
}
interrupt_run() {
    printf 'print("started", flush=True)\nwhile True: pass\n' >p.py
    _sends INT run p.py
    [ $got = 130 ] || fail "exit status $got"
    [ "$(tail -n 1 err)" = KeyboardInterrupt ] || fail "there is no KeyboardInterrupt"
}
interrupt_record() {
    printf 'print("started", flush=True)\nwhile True: pass\n' >p.py
    _sends INT record -o o.tape p.py
    [ $got = 130 ] || fail "exit status $got"
    [ "$(tail -n 1 err)" = KeyboardInterrupt ] || fail "there is no KeyboardInterrupt"
    exits 0 state --step 5 o.tape
}
interrupt_caught() {
    printf 'print("started", flush=True)\ntry:\n    while True: pass\nexcept KeyboardInterrupt:\n    print("caught")\nfinally:\n    print("finally")\n' >p.py
    _sends INT run p.py
    [ $got = 0 ] || fail "exit status $got"
    prints 'started
caught
finally'
}
interrupt_sleep() {
    printf 'import time\nprint("started", flush=True)\ntime.sleep(1000)\n' >p.py
    _sends INT run p.py
    [ $got = 130 ] || fail "exit status $got"
}
interrupt_input() {
    printf 'print("started", flush=True)\ntry:\n    input()\nexcept KeyboardInterrupt:\n    print("caught")\n' >p.py
    _sends INT run p.py
    [ $got = 0 ] || fail "exit status $got"
    prints 'started
caught'
}
terminate_run() {
    printf 'print("started", flush=True)\nwhile True:\n    try:\n        while True: pass\n    except BaseException: pass\n' >p.py
    _sends TERM run p.py
    [ $got = 4 ] || fail "exit status $got"
    says_only stopped
}
terminate_record() {
    printf 'print("started", flush=True)\nwhile True:\n    try:\n        while True: pass\n    except BaseException: pass\n' >p.py
    _sends TERM record -o o.tape p.py
    [ $got = 4 ] || fail "exit status $got"
    says_only 'stopped at step'
    exits 0 info --json o.tape
    grep -q '"end": "stopped"' out || fail "the _tape does not say so"
}
# Natives that would not end, or not soon, are ended as everything else is.
_natives() {
    cat <<'EOF'
sum(repeat(1))
max(repeat(1))
any(repeat(0))
math.prod(repeat(1))
math.fsum(repeat(1.0))
bytes(repeat(1))
int.from_bytes(repeat(1))
dict.fromkeys(repeat(1))
dict(repeat((1, 2)))
deque(repeat(1), maxlen=0)
collections.OrderedDict.fromkeys(repeat(1))
next(chain.from_iterable(repeat(())))
range(10**12).index(0.5)
math.comb(10**10, 10**9)
nested(list) == nested(list)
hash(nested(tuple))
repr(nested(list))
hash(nested(lambda pair: slice(*pair)))
isinstance("1", nested(tuple, int))
re.match("(a*)*b", "a" * 40)
EOF
}
terminate_natives() {
    _natives >natives
    while read -r native; do
        cat >p.py <<EOF
import collections, math, re
from collections import deque
from itertools import chain, repeat
def nested(kind, inner=None):
    value = inner if inner else kind([0, 0])
    for i in range(60):
        value = kind([value, value])
    return value
print("started", flush=True)
try:
    $native
finally:
    print("not reached")
EOF
        rm -f out
        _sends TERM run p.py
        [ $got = 4 ] || fail "$native: exit status $got"
        grep -q reached out && fail "$native: the program went on"
        says_only stopped
    done <natives
}
# One operation of a library that looks at nothing: it is left to itself.
_long_operation() { printf 'import sys\nx = 3 ** 20000000\nprint("started", flush=True)\nwhile True:\n    x = x * x\n' >p.py; }
terminate_within_an_operation() {
    _long_operation
    _sends TERM record --max-heap 8000000000 -o o.tape p.py
    [ $got = 4 ] || fail "exit status $got"
    says_only stopped
    exits 0 info --json o.tape
    grep -q '"end": "stopped"' out || fail "the tape does not say so"
}
insist_within_an_operation() {
    _long_operation
    mkfifo in
    sleep 100 >in &
    holder=$!
    "$memtape" record --max-heap 8000000000 -o o.tape p.py <in >out 2>err &
    running=$!
    until [ -s out ]; do sleep 0.05; done
    for i in 1 2 3 4 5; do
        kill -INT $running 2>/dev/null || true
        sleep 0.2
    done
    wait $running || true
    kill $holder
    rm in
    exits 0 info --json o.tape
}
threads_that_wait_for_one_another() {
    cat >p.py <<'EOF'
import threading
a, b, ready = threading.Lock(), threading.Lock(), threading.Event()
def other():
    with a:
        ready.set()
        b.acquire()
b.acquire()
threading.Thread(target=other, name="other").start()
ready.wait()
try:
    a.acquire()
finally:
    print("not reached")
EOF
    exits 4 run p.py
    says_only 'MainThread for a lock that other holds (line 11), other for a lock that MainThread holds (line 6)'
    prints ''
    exits 4 record -o o.tape p.py
    exits 0 info --json o.tape
    grep -q '"end": "deadlock"' out || fail "the tape does not say so"
    printf 'import _thread\nlock = _thread.allocate_lock()\nlock.acquire()\nlock.acquire()\n' >p.py
    exits 4 run p.py
    says_only 'the main thread for a lock that it holds itself (line 4)'
}
a_signal_without_handler() {
    printf 'import _signal\ntry:\n    _signal.raise_signal(15)\nfinally:\n    print("not reached")\n' >p.py
    exits 4 run p.py
    says_only 'Terminated (signal 15)'
    prints ''
}
