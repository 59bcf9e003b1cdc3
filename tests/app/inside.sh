# Inside a line: state --step N.K. Its JSON is said in docs/cli.md.

_program() {
    cat >p.py <<'END'
def price(item):
    return prices[item] * 1.5
prices = {"tea": 4, "cake": 10}
tax = [0.25, 0.75]
item, i = "cake", 1
total = price(item) + tax[i]
print(total)
END
    exits 0 record -o p.tape p.py
    exits 0 state p.tape --all --json
    # where price() returns to its line
    step=$(python3 -c '
import json
print(next(s["step"] for s in map(json.loads, open("out")) if s["event"] == "return" and s["line"] == 2))')
}
_json() {
    got=$(PYTHONIOENCODING=utf-8 python3 -c "import json; json = json.load(open('out', encoding='utf-8')); print($1)") || fail "no such JSON: $1"
    [ "$got" = "$2" ] || fail "$1 is $got, not $2"
}

text() {
    _program
    for file in p.py p.tape; do
        exits 0 state "$file" --step "$step.3"
        grep -q '^  + call  *price(item)  *15.0$' out || fail 'the call is not done'
        grep -q '^  > item  *tax\[i\]$' out || fail 'the item is not at work'
        grep -q '^  · store  *total$' out || fail 'the store is not to come'
        says_nothing
    done
}
json() {
    _program
    exits 0 state p.tape --step "$step.3" --json
    _json "[json['part'], json['parts_of_step'], json['line'], json['function']]" "[3, 6, 6, '<module>']"
    _json "[p['text'] for p in json['parts'] if p['state'] == 'done']" "['price', 'item', 'price(item)', 'tax', 'i']"
    _json "[(p['kind'], p['column'], p['end_column']) for p in json['parts'] if p['state'] == 'at work']" "[('item', 22, 28)]"
    _json "[s['text'] for s in json['stack']]" "['15.0', '[0.25, 0.75]', '1']"
    _json "[p['value']['text'] for p in json['parts'] if p['text'] == 'price(item)']" "['15.0']"
    exits 0 state p.py --step "$step.6" --json
    _json "{p['state'] for p in json['parts']}" "{'done'}"
}
recorded_input() {
    printf 'x = input()\ny = x + input()\n' >p.py
    printf 'tea\ncake\n' >in
    exits 0 record -o p.tape p.py
    : >in
    exits 0 state p.tape --step 2.4 --json
    _json "json['parts'][-2]['value']['text']" "'teacake'"
}
where_an_error_has_left() { # nothing is at work, and nothing has ended
    cat >p.py <<'END'
import contextlib
with contextlib.suppress(ZeroDivisionError):
    1 / 0
try:
    [][1]
except IndexError:
    x = 1
END
    exits 0 record -o p.tape p.py
    exits 0 state p.tape --all --json
    steps=$(python3 -c 'print(*(i for i, _ in enumerate(open("out"))))')
    for step in $steps; do
        exits 0 state p.tape --step "$step.0"
        grep -q '^parts$' out || fail "step $step.0 has no answer"
        exits 0 state p.tape --step "$step.0" --json
    done
}
behind_the_last_part() {
    _program
    exits 2 state p.tape --step "$step.7"
    says_only "there is no step $step.7: 6 parts of the line end in step $step"
}
behind_the_last_step() {
    _program
    exits 2 state p.tape --step 1000.1
    says_only 'there is no step 1000'
}
no_step() {
    _program
    for word in 3. .3 3.x 3.1.2 -1.2 3.-1 3.99999999999; do
        exits 2 state p.tape "--step=$word"
        says_only "--step"
    done
    exits 2 state p.tape --step 3.1 --garbage
    says_only 'answers no other question'
}
run_that_cannot_be_repeated() {
    printf 'def f():\n    return 1\n' >helper.py
    printf 'import helper\nx = helper.f() + 1\n' >p.py
    exits 0 record -o p.tape p.py
    exits 0 state p.tape --step 5.1
    printf 'def f():\n    return 2\n' >helper.py
    exits 2 state p.tape --step 5.1
    says_only 'the run cannot be repeated: helper.py has changed'
}
run_whose_data_has_changed() {
    seq 1 100000 >large.txt
    echo tea >scratch.txt
    printf 'a = open("scratch.txt").read()\nb = len(open("large.txt").read())\nc = a + "!"\nd = b\n' >p.py
    exits 0 record -o p.tape p.py
    exits 0 state p.tape --step 3.1
    touch -d yesterday scratch.txt
    exits 0 state p.tape --step 3.1
    echo toe >scratch.txt
    exits 2 state p.tape --step 3.1
    says_only 'the run cannot be repeated: scratch.txt has changed'
    rm scratch.txt
    exits 2 state p.tape --step 3.1
    says_only 'the run cannot be repeated: scratch.txt has changed'
    echo tea >scratch.txt
    seq 1 100001 >large.txt
    exits 2 state p.tape --step 4.1
    says_only 'the run cannot be repeated: large.txt has changed'
}
