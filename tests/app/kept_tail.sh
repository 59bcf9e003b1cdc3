# record --keep-last: the oldest part of a run is dropped, and what is left is as in the whole recording.

# Generators, threads, texts that grow, a dict, exceptions, weak references and cycles, for some chunks.
_program() {
    cat >p.py <<'END'
import threading
import weakref


class Node:
    def __init__(self, value):
        self.value = value
        self.next = None


def numbers(n):
    for i in range(n):
        yield i * 1000


def work(name):
    for i in numbers(1500):
        table[name, i % 50] = [i, name + str(i)]


table = {}
log = ''
kept = [Node(i) for i in range(200)]
waiting = numbers(5)
next(waiting)
weak = weakref.ref(kept[7])
threads = [threading.Thread(target=work, args=('t%d' % t,)) for t in range(3)]
for thread in threads:
    thread.start()
for i in numbers(4000):
    log += 'x'
    node = Node(i)
    node.next = node
    kept[i // 1000 % 200] = node
    try:
        if i % 7000 == 0:
            raise ValueError(i)
    except ValueError as error:
        last = error.args
    if i % 500000 == 0:
        print('at', i)
for thread in threads:
    thread.join()
print(next(waiting), len(log), weak() is None)
END
}
_first_step() { "$memtape" info --json "$1" | sed -n 's/.*"first_step": *\([0-9]*\).*/\1/p'; }
_steps() { "$memtape" info --json "$1" | sed -n 's/.*"steps": *\([0-9]*\).*/\1/p'; }
_both() {
    _program
    exits 0 record -o whole.tape p.py
    exits 0 record --keep-last 3000 -o last.tape p.py
    first=$(_first_step last.tape)
    steps=$(_steps last.tape)
    [ "$steps" = "$(_steps whole.tape)" ] || fail "it counts other steps"
    [ -n "$first" ] && [ $first -gt 0 ] && [ $((steps - first)) -ge 3000 ] || fail "it begins at step '$first' of $steps"
}

states_are_those_of_the_whole() {
    _both
    step=$first
    while [ $step -lt $steps ]; do
        for form in --json --everything; do
            "$memtape" state whole.tape --step $step --json $form >whole.json 2>/dev/null || fail "there is no step $step in the whole"
            "$memtape" state last.tape --step $step --json $form >last.json 2>/dev/null || fail "there is no step $step in the rest"
            cmp -s whole.json last.json || fail "step $step is another one ($form)"
        done
        step=$((step + (steps - first) / 4 + 1))
    done
    exits 0 state last.tape --step $((steps - 1)) --why kept[3]
    exits 0 state last.tape --step $((steps - 1)) --by-line --growth
    exits 0 state last.tape --step $((steps - 1)) --garbage
    exits 0 find last.tape 'i == 3999000'
    exits 0 compare last.tape --step $first --step $((steps - 1))
    exits 0 export last.tape --last -o o.svg
    has o.svg
}
each_verb_says_where_it_begins() {
    _both
    for verb in "info last.tape" "find last.tape collection" "state last.tape --step $first" "compare last.tape --step $first --step $((steps - 1))"; do
        exits 0 $verb
        grep -q "begins at step $first of its run" err || fail "$verb does not say so"
    done
    exits 0 info last.tape
    grep -q 'begins at step' out || fail "info has no row of it"
    exits 0 info whole.tape
    ! grep -q 'begins at step' out || fail "info says so of the whole, too"
}
steps_that_are_gone() {
    _both
    exits 2 state last.tape --step $((first - 1))
    grep -q "there is no step $((first - 1)): the recording begins at step $first" err || fail "it does not say so"
    exits 2 state last.tape --step 0
    exits 2 compare last.tape --step 0
    exits 2 export last.tape --step 0 -o o.svg
    has_no o.svg
    exits 2 state last.tape --step $first.1
    grep -q 'cannot be repeated' err || fail "it does not say why"
}
all_of_a_short_run() {
    echo 'print(1)' >p.py
    exits 0 record --keep-last 1 -o last.tape p.py
    exits 0 record -o whole.tape p.py
    cmp whole.tape last.tape || fail "it is another recording"
}
# What a run of ten times as many steps leaves is not larger, on the disk or on its way there.
bounded() {
    for n in 20000 200000; do
        echo "for i in range($n): x = [i]" >p.py
        exits 0 record --keep-last 1000 -o o$n.tape p.py
        has_no o$n.tape.part
    done
    [ "$(wc -c <o200000.tape)" -lt $((2 * $(wc -c <o20000.tape))) ] || fail "it grows with the run"
    exits 4 record --keep-last 1000 --max-steps 100000 -o o.tape p.py
    [ "$(wc -c <o.tape)" -lt $((2 * $(wc -c <o20000.tape))) ] || fail "one that a limit ends is larger"
}
damaged() {
    _both
    size=$(wc -c <last.tape)
    for at in 30 60 100 200 1000; do
        cp last.tape cut.tape
        byte=$(od -An -tu1 -j$at -N1 last.tape)
        printf "\\$(printf %o $((255 - byte)))" | dd of=cut.tape bs=1 seek=$at conv=notrunc 2>/dev/null
        exits 3 info cut.tape
        head -c $((at + 20)) last.tape >cut.tape
        exits 3 info cut.tape
    done
}
makes_no_sense() {
    echo 'print(1)' >p.py
    for n in 0 -1 many '' 1.5 18446744073709551616; do
        exits 2 record --keep-last "$n" -o o.tape p.py
        says_only --keep-last
        has_no o.tape
    done
    exits 0 record --keep-last 18446744073709551615 -o o.tape p.py
    exits 2 state --keep-last 5 --all p.py
    exits 2 run --keep-last 5 p.py
}
