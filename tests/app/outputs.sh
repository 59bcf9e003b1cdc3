# Targets that cannot be written: exit status 3 and one sentence, before the program runs where that can be known; never a part of a file.

_program() { printf 'print("ran")\n' >p.py; }

record_into_no_folder() {
    _program
    exits 3 record -o nowhere/o.tape p.py
    says_only 'nowhere/o.tape'
    prints ''
}
record_over_a_folder() {
    _program
    mkdir o.tape
    exits 3 record -o o.tape p.py
    says_only directory
    prints ''
}
record_below_a_file() {
    _program
    exits 3 record -o p.py/o.tape p.py
    says_only 'Not a directory'
}
record_into_read_only_folder() {
    _program
    exits 3 record -o /proc/o.tape p.py
    says_only '/proc/o.tape'
}
record_onto_a_full_disk() {
    _program
    [ -e /dev/full ] || exit 0
    exec 3>/dev/full
    exits 3 record -o /dev/fd/3 p.py
    says_only 'No space left'
    prints ran
}
record_replaces_a_tape_whole() {
    _program
    echo old >o.tape
    ln o.tape kept
    exits 0 record -o o.tape p.py
    exits 0 info o.tape
    [ "$(cat kept)" = old ] || fail "the old file was written into"
    [ "$(ls | grep -c tape)" = 1 ] || fail "something was left behind"
}
record_over_what_is_read() {
    _program
    ln p.py other.py
    ln -s p.py link.py
    printf 'a line\n' >lines
    cp p.py before
    for output in p.py ./p.py other.py link.py; do
        exits 2 record -o $output p.py
        says_only "'p.py'"
        prints ''
    done
    exits 2 record -o lines --input lines p.py
    says_only "'lines'"
    cmp p.py before || fail "the program was changed"
}
record_beyond_the_largest_file() {
    printf 'x = []\nfor i in range(20000):\n    x.append(str(i * i))\n' >p.py
    echo old >o.tape
    (ulimit -f 8 && exits 3 record -o o.tape p.py)
    says_only 'File too large'
    [ "$(cat o.tape)" = old ] || fail "the old file was written into"
    [ "$(ls | grep -c tape)" = 1 ] || fail "something was left behind"
}
export_into_no_folder() {
    _program
    exits 3 export p.py --last -o nowhere/o.png
    says_only 'nowhere/o.png'
    exits 3 export p.py --last -o /proc/o.pdf
    says_only '/proc/o.pdf'
}
export_over_a_folder() {
    _program
    mkdir o.svg
    exits 3 export p.py --last -o o.svg
    says_only directory
}
export_too_large() {
    _program
    exits 3 export p.py --last -o o.png --scale 16 --width 20000
    says_only pixels
    has_no o.png
}
export_several() {
    _program
    exits 0 export p.py --range 0:2 -o o.svg
    has o-0001.svg
    has o-0003.svg
    has_no o.svg
}
export_as_data() {
    printf 'a = [1, [2]]\nb = a\nc = 3\n' >p.py
    exits 0 export p.py --step 2 --last --view 800x600 -o o.json
    says_nothing
    grep -q '^{"step": 2, "detail": "objects", "view": \[800, 600\], "size": \[.*"cards": \[{"title": .*"boxes": \[{"id": .*"arrows": \[{"from": \["card", 0, ' o-0001.json ||
        fail "the data is not as the manual has it"
    [ "$(grep -o '"to": [0-9]*, "points"' o-0002.json | wc -l)" = 3 ] || fail "there are not three arrows"
    cp o-0002.json first.json
    exits 0 export p.py --last --view 800x600 -o o.json
    cmp o.json first.json || fail "the same picture is other data"
}
export_strip() {
    _program
    exits 0 export p.py --range 0:2 --strip -o o.svg
    has o.svg
    has_no o-0001
    [ "$(grep -o 'Step [012] of 2' o.svg | sort -u | wc -l)" = 3 ] || fail "the page does not have all steps"
    exits 0 export p.py --range 0:2 --strip --crop --width-cm 10 --no-legend --tree across -o o.svg
    ! grep -q 'refers to\|drawn in place' o.svg || fail "there is a legend"
}
export_is_the_same_in_each_process() {
    printf 'text = "two fonts"\nprint(text)\n' >p.py
    for ending in pdf svg png json; do
        for round in 1 2 3 4; do
            exits 0 export p.py --last --code --title Twice -o o.$ending
            [ $round = 1 ] || cmp o.$ending first.$ending || fail "the same picture is another file"
            cp o.$ending first.$ending
        done
    done
}
export_of_a_lesson() {
    printf 'a = 1\nb = 2\n# lesson:en: Names\n# picture: 2\n# at line 1:\n' >p.py
    exits 0 export p.py -o said.svg
    exits 0 export p.py -o asked.svg --line 2
    cmp said.svg asked.svg || fail "the picture is not of the line that the lesson says"
    exits 0 export p.py -o last.svg --last
    ! cmp -s said.svg last.svg || fail "what is asked for does not come before what the lesson says"
}
output_onto_a_full_disk() {
    _program
    [ -e /dev/full ] || exit 0
    for call in 'run p.py:120' 'state --all p.py:3' 'info p.py:3'; do
        got=0
        "$memtape" ${call%:*} </dev/null >/dev/full 2>err || got=$?
        [ $got = "${call#*:}" ] || fail "$call: exit status $got"
        says_only 'No space left'
    done
}
output_that_nobody_reads() {
    printf 'while True: print("again")\n' >p.py
    { timeout 100 "$memtape" record -o o.tape p.py </dev/null 2>err || echo $? >status; } | head -n 1 >out
    prints again
    [ "$(cat status)" = 4 ] || fail "exit status $(cat status)"
    says_only stopped
    exits 0 info o.tape
}
waits_that_take_no_time() {
    printf 'import time\nbegin = time.monotonic()\ntime.sleep(100000)\nprint(round(time.monotonic() - begin))\n' >p.py
    exits 0 run --virtual-time p.py
    prints '100000'
    exits 0 record --virtual-time -o o.tape p.py
    printf 'import os, time\nprint(0 <= time.time() - os.stat("/tmp").st_mtime < 3600)\n' >p.py
    exits 0 run --virtual-time p.py
    prints 'True'
}
threads_of_a_state() {
    cat >p.py <<'EOF'
import _thread
def work(n):
    done.release()
done = _thread.allocate_lock()
done.acquire()
_thread.start_new_thread(work, (7,))
done.acquire()
EOF
    exits 0 state --all --json p.py
    grep '"function": "work"' out | grep -q '"thread": 1, "stack": \[{"function": "work", "line": 3, "locals": {"n": [0-9]*}}\], "threads": \[{"thread": 0, "stack": \[{"function": "<module>", "line": 7,' ||
        fail "the states of the thread do not show both stacks"
    [ "$(grep -c '"thread"' out)" = 3 ] || fail "other steps than the thread's name a thread"
    exits 0 record -o 1.tape p.py
    exits 0 record -o 2.tape p.py
    cmp 1.tape 2.tape || fail "the program is not recorded the same each time"
}
export_of_an_animation() {
    printf 'a = [1]\nb = [2]\na = b\nb = a\n' >p.py
    for ending in webp gif apng; do
        exits 0 export p.py -o a.$ending
        says_nothing
        exits 0 export p.py -o again.$ending
        cmp a.$ending again.$ending || fail "the same animation is another $ending"
        exits 0 export p.py --range 1:2 --cuts -o few.$ending
        [ "$(wc -c <few.$ending)" -lt "$(wc -c <a.$ending)" ] || fail "a range of steps without motion is no smaller $ending"
    done
    [ "$(head -c 4 a.webp)$(head -c 6 a.gif)$(head -c 4 a.apng | tail -c 3)" = "RIFFGIF89aPNG" ] || fail "the formats are not those of the endings"
    exits 0 export p.py --hold 0.5 --fps 50 -o b.webp
    ! cmp -s a.webp b.webp || fail "time and frames make no difference"
}
animation_asks_what_makes_no_sense() {
    _program
    for option in '--hold 2' '--fps 10' --cuts; do
        exits 2 export p.py --last $option -o a.png
        says_only "${option%% *} belongs to an animation"
    done
    exits 2 export p.py --hold 0.1 -o a.webp
    says_only --hold
    exits 2 export p.py --fps 400 -o a.webp
    says_only --fps
    exits 2 export p.py --range 0:1 --strip -o a.gif
    says_only 'one after the other'
    exits 3 export p.py --scale 16 -o a.gif
    says_only '16 million pixels'
    printf 'n = 0\nwhile n < 600:\n    n = n + 1\n' >long.py
    exits 3 export long.py -o a.gif
    says_only '(--range A:B)'
    exits 3 export p.py -o /proc/a.webp
    says_only '/proc/a.webp'
    has_no a.
}
export_of_a_handout() {
    printf 'a = [1]\nb = a\n# lesson:en: One list\n# lesson:ko: 리스트 하나\n# at line 2:\n# lesson:en: Look.\n# ask:en: How many?\n# answer:en:* one\n# answer:en: two\n' >lesson.py
    exits 0 export lesson.py --handout -o a.pdf
    says_nothing
    exits 0 export lesson.py --handout -o again.pdf
    cmp a.pdf again.pdf || fail "the same handout is another file"
    exits 0 export lesson.py --handout --paper letter --lang ko -o b.pdf
    ! cmp -s a.pdf b.pdf || fail "paper and language make no difference"
    _program
    exits 2 export p.py --handout -o c.pdf
    says_only lesson
    exits 2 export lesson.py --handout -o c.png
    says_only .pdf
    exits 2 export lesson.py --last --paper letter -o c.pdf
    says_only --handout
    has_no c.
}
