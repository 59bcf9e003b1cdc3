# Tapes that were cut off or changed: they open up to the fault, or are refused with one sentence. tests/core/tape knows more of this.

_tape() {
    printf 'def f(n):\n    return [n] + f(n - 1) if n else []\nfor i in range(300):\n    x = f(i %% 20)\nprint(len(x))\n' >p.py
    exits 0 record -o whole.tape p.py
    size=$(wc -c <whole.tape)
}
# Every verb ends by itself: with all that is there (0), or with a sentence (2, 3).
_usable_or_refused() {
    _each_ends "$1" 'info --json' 'state --step 7 --json' 'state --step 3000'
}
_drawn_or_refused() {
    _each_ends "$1" 'export --step 7 --code -o o.svg' 'export --step 3000 -o o.json' 'export --range 7:9 --code -o o.html'
}
_each_ends() {
    damage=$1
    shift
    for call in "$@"; do
        got=0
        timeout 60 "$memtape" $call o.tape </dev/null >out 2>err || got=$?
        case $got in
        0) ;;
        2 | 3) says '' ;;
        *) fail "$call: exit status $got after $damage" ;;
        esac
    done
}

cut_short() {
    _tape
    i=0
    while [ $i -lt 40 ]; do
        head -c $((size * i / 40)) whole.tape >o.tape
        _usable_or_refused "cutting after $((size * i / 40)) bytes"
        i=$((i + 1))
    done
    head -c $((size - 1)) whole.tape >o.tape
    exits 0 info o.tape
    says_only 'cut off'
}
changed_bytes() {
    _tape
    i=1
    while [ $i -lt 60 ]; do
        at=$((size * i / 60))
        { head -c $at whole.tape; printf '\245\132'; tail -c +$((at + 3)) whole.tape; } >o.tape
        _usable_or_refused "changing byte $at"
        i=$((i + 1))
    done
}
drawing_what_is_damaged() {
    _tape
    for part in 1 3 5 7 9; do
        at=$((size * part / 10))
        head -c $at whole.tape >o.tape
        _drawn_or_refused "cutting after $at bytes"
        { head -c $at whole.tape; printf '\245\132'; tail -c +$((at + 3)) whole.tape; } >o.tape
        _drawn_or_refused "changing byte $at"
    done
    cp "$here/../fuzz/corpus/picture/damaged_at_first_step" o.tape # at the first step, found by chance
    for out in o.svg o.json o.html; do
        exits 3 export --step 5 --code -o $out o.tape
        says_only 'The recording is damaged before step 5.'
    done
}
# Recordings of this program: format_4.tape was made before calls and turns of generators were told at once, format_5.tape before files of data were noted.
older_formats_that_are_read() {
    printf 'def twice(x):\n    return x + x\n\n\ndef turns(n):\n    for i in range(n):\n        yield [i]\n\n\n' >f4.py
    printf 'for pair in turns(3):\n    pair.append(twice(300))\nprint(pair)\n' >>f4.py
    exits 0 state --all --json f4.py
    sed -E 's/[0-9]{12,}/ADDRESS/g' out >now
    for format in 4 5; do
        exits 0 state --all --json "$here/tapes/format_$format.tape"
        sed -E 's/[0-9]{12,}/ADDRESS/g' out | cmp -s now - || fail "the states of format $format are not those of the program"
    done
}
other_format() {
    cp "$here/tapes/format_2.tape" o.tape
    for call in info 'state --step 1'; do
        exits 3 $call o.tape
        says_only 'made by an older Memtape (format 2); this one reads formats 4 to 8'
    done
    printf 'MEMTAPE\n\377\377\000\000more' >o.tape
    exits 3 info o.tape
    says_only newer
    printf 'MEMTAPE\n' >o.tape
    exits 3 info o.tape
    says_only 'cut off'
    : >o.tape
    exits 3 info o.tape
    says_only 'not a recording'
}
