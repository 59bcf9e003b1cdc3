# Files that are not there, or are not what was asked for: exit status 3 and one sentence. Texts that are no programs are CPython's business.

_every_verb() { # STATUS FILE TEXT
    exits "$1" run "$2"
    says_only "$3"
    exits "$1" record -o o.tape "$2"
    says_only "$3"
    has_no o.tape
    exits "$1" state --all "$2"
    says_only "$3"
    exits "$1" info --json "$2"
    says_only "$3"
    exits "$1" export --last -o o.png "$2"
    says_only "$3"
    has_no o.png
    [ ! -s out ] || fail "something was printed"
}

no_such_file() { _every_verb 3 missing.py 'No such file'; }
no_such_tape() { _every_verb 3 missing.tape 'No such file'; }
empty_name() { exits 3 run ''; says_only 'No such file'; }
a_folder() {
    mkdir p.py
    _every_verb 3 p.py folder
}
no_such_window_file() {
    exits 3 nonsense
    says_only nonsense
    mkdir folder
    exits 3 folder
    says_only folder
}
no_such_input() {
    echo 'print(input())' >p.py
    for verb in run info 'state --all' 'record -o o.tape' 'export --last -o o.png'; do
        exits 3 $verb --input missing p.py
        says_only "can't open input file 'missing': No such file or directory"
    done
    mkdir folder
    exits 3 run --input folder p.py
    says_only "can't open input file 'folder': Is a directory"
    has_no o.
}
tape_as_program() {
    echo 'print(1)' >p.py
    exits 0 record -o p.tape p.py
    exits 3 run p.tape
    says_only recording
    exits 3 record -o o.tape p.tape
    says_only recording
    has_no o.tape
}
program_as_tape() {
    echo 'print(1)' >p.tape
    exits 3 info p.tape
    says_only 'not a recording'
}
empty_program() {
    : >p.py
    exits 0 run p.py
    says_nothing
    prints ''
    exits 0 record -o o.tape p.py
    has o.tape
    exits 0 info o.tape
    exits 0 state --all --json o.tape
    [ "$(wc -l <out)" -ge 1 ] || fail "there are no steps"
    exits 0 export --last -o o.png o.tape
    has o.png
}
program_from_input() {
    echo 'print("here")' >in
    exits 0 run -
    prints here
}
broken_text() {
    printf 'x = 1\nif x\n    y\n' >p.py
    exits 1 run p.py
    grep -q '^SyntaxError' err || fail "there is no SyntaxError"
    exits 1 record -o o.tape p.py
    has o.tape
    exits 1 state --all p.py
    says_only 'line 2'
    exits 1 export --last -o o.png p.py
    says_only 'line 2'
    has_no o.png
    exits 0 info --json p.py
    grep -q '"steps": 0' out || fail "it has steps"
}
not_utf8() {
    printf 'x = "\377"\n' >p.py
    exits 1 run p.py
    grep -q '^SyntaxError: Non-UTF-8' err || fail "there is no SyntaxError"
    exits 1 state --all p.py
    says_only 'Non-UTF-8'
}
ten_megabytes() {
    awk 'BEGIN { for (i = 0; i < 450000; i++) printf "x%d = [%d, \"text\"]\n", i % 100, i; print "print(x7)" }' >p.py
    [ "$(wc -c <p.py)" -gt 10000000 ] || fail "the file is too small"
    exits 0 run p.py
    prints "[449907, 'text']"
    awk 'BEGIN { print "\""; for (i = 0; i < 200000; i++) print "a line of more than fifty characters in a long string literal" }' >q.py
    exits 1 run q.py
    grep -q 'unterminated string literal' err || fail "there is no SyntaxError"
}

# The library that goes with the executable.
_without_library() {
    cp "$memtape" memtape-alone
    library=$(dirname "$memtape")/memtape.library
    memtape=$PWD/memtape-alone
    echo 'print(1)' >p.py
}
library_that_is_missing() {
    _without_library
    exits 3 run p.py
    says_only 'memtape.library is missing'
    exits 3 record -o o.tape p.py
    says_only 'memtape.library is missing'
    has_no o.tape
}
library_that_is_cut_off() {
    _without_library
    head -c 100000 "$library" >memtape.library
    exits 3 run p.py
    says_only 'memtape.library is cut off'
}
library_that_is_something_else() {
    _without_library
    head -c 100000 /dev/zero >memtape.library
    exits 3 run p.py
    says_only 'memtape.library is no such file'
}
# It has a hole: what it says of its size is more than there is memory.
file_that_says_it_is_larger_than_memory() {
    printf 'MEMTAPE\n' >huge.tape
    truncate -s 1T huge.tape || return 0 # not on every file system
    got=0
    timeout 1 "$memtape" info huge.tape >out 2>err || got=$?
    [ $got -lt 128 ] || fail "it ended by a signal"
}
