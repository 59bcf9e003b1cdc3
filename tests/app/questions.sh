# Questions on the command line: state --why …, find, compare. Their JSON is said in docs/cli.md.

_program() {
    cat >p.py <<'END'
import gc
gc.disable()
class Node:
    def __init__(self, name):
        self.name = name
        self.other = None
def meet():
    a, b = Node("a"), Node("b")
    a.other, b.other = b, a
log = []
meet()
for i in range(3):
    log.append([i, log])
end = len(log)
END
    exits 0 record -o p.tape p.py
    last=$(($("$memtape" info p.tape --json | tr ',{' '\n\n' | sed -n 's/.*"steps": //p') - 1))
}
# What the JSON has under keys that a Python expression names: `json['total']`. One object a line: the last one.
_json() {
    got=$(PYTHONIOENCODING=utf-8 python3 -c "import json,sys; json = json.loads(open('out').read().splitlines()[-1]); print($1)") || fail "no such JSON: $1"
    [ "$got" = "$2" ] || fail "$1 is $got, not $2"
}
_wrong() {
    _program
    exits 2 "$@"
    says "$why"
}

why_text() {
    _program
    exits 0 state p.tape --step "$last" --why 'log[0]'
    grep -q 'alive because of log\[0\]' out || fail 'no way'
    grep -q 'count 1 = 1 item' out || fail 'no sum'
    says_nothing
}
why_json() {
    _program
    exits 0 state p.tape --step "$last" --why log --json
    _json "json['refcount']" 4
    _json "sum(h['times'] for h in json['holders'])" 4
    _json "json['path'][0]['name']" log
    _json "json['path_text']" log
    _json "json['keeps']['objects']" 4
    _json "json['reachable']" True
    _json "json['basis']['refcount']" 'CPython 3.13'
    _json "json['basis']['made_at']" model
    id=$(python3 -c "import json; print(json.load(open('out'))['id'])")
    exits 0 state p.tape --step "$last" --why "$id" --json
    _json "json['id']" "$id"
}
why_of_an_immortal_object() {
    _program
    exits 0 state p.tape --step "$last" --why 'log[0][0]' --json
    _json "json['refcount']" 4294967295
    _json "json['holders']" '[]'
}
garbage_text() {
    _program
    exits 0 state p.tape --step "$last" --garbage
    grep -q 'unreachable, still alive: 2 objects' out || fail 'not two'
    grep -q 'hold each other; nothing else does' out || fail 'no reason'
    grep -q 'generation 0' out || fail 'no gauges'
}
garbage_json() {
    _program
    exits 0 state p.tape --step "$last" --garbage --json
    _json "json['collection']['objects']" 2
    _json "[m['type'] for m in json['cycles'][0]['members']]" "['Node', 'Node']"
    _json "[e['part'] for e in json['cycles'][0]['edges']]" "['.other', '.other']"
    _json "[g['threshold'] for g in json['generations']]" '[2000, 10, 10]'
    _json "json['basis']['cycles']" language
}
history_json() {
    _program
    exits 0 state p.tape --step "$last" --history log --json
    _json "json['events'][0]['event']" made
    _json "[e['name'] for e in json['events'] if e['event'] == 'named'][0]" log
    exits 0 state p.tape --step "$last" --history log
    grep -q 'named log' out || fail 'no name'
}
by_line_json() {
    _program
    exits 0 state p.tape --step "$last" --by-line --json
    _json "[l['objects'] for l in json['lines'] if l['line'] == 13]" '[3]'
    _json "[l['kept_by'][0]['name'] for l in json['lines'] if l['line'] == 13]" "['log']"
    _json "[l['unreachable']['objects'] for l in json['lines'] if l['line'] == 8]" '[2]'
    _json "sum(l['bytes'] for l in json['lines']) == json['bytes']" True
    exits 0 state p.tape --step "$last" --by-line --since "$last" --json
    _json "json['objects']" 0
    exits 0 state p.tape --step "$last" --by-line --growth --json
    _json "len(json['lines'][0]['growth'])" 48
    exits 0 state p.tape --step "$last" --by-line --growth
    grep -q 'kept by log' out || fail 'no keeper'
}
map_text() {
    _program
    exits 0 state p.tape --step 5 --map
    grep -q 'heap (CPython 3.13): ' out || fail 'no heap'
    grep -q 'free blocks that are used next' out || fail 'nothing is used next'
}
map_json() {
    _program
    exits 0 state p.tape --step 5 --map --json
    _json "json['heap']['source']" 'CPython 3.13'
    _json "len(json['heap']['next']) > 0" True
    _json "{n['block_bytes'] for n in json['heap']['next']} <= {p['block_bytes'] for p in json['heap']['pools']}" True
    _json "all(n['after_step'] >= 5 for n in json['heap']['next'])" True
    _json "{n['address'] for n in json['heap']['next']} & {p['address'] + 48 + b['place'] * p['block_bytes'] for p in json['heap']['pools'] for b in p['blocks']}" 'set()'
}
find_text() {
    _program
    exits 0 find p.tape 'len(log) == 2'
    [ "$(wc -l <out)" = 1 ] || fail 'not once'
    grep -q 'len(log) is 2' out || fail 'no value'
    says_nothing
}
find_json() {
    _program
    exits 0 find p.tape 'i >= 1' --json
    _json "json['values']" "{'i': '1'}"
    _json "json['function']" '<module>'
    exits 0 find p.py 'line 13' --json
    [ "$(wc -l <out)" = 3 ] || fail 'not thrice'
    exits 0 find p.py 'line 13' --json --limit 2
    [ "$(wc -l <out)" = 2 ] || fail 'not twice'
}
find_nothing() {
    _program
    exits 0 find p.tape 'i == 77'
    [ ! -s out ] || fail 'found'
    says_nothing
}
find_what_cannot_be_compared() {
    _program
    exits 0 find p.tape 'log > 3'
    says 'could not be compared'
}
compare_one_run() {
    _program
    exits 0 compare p.tape --step 0 --step "$last" --json
    _json "json['same_run']" True
    _json "sorted(n['name'] for n in json['names'])[-3:]" "['i', 'log', 'meet']"
    exits 0 compare p.tape --step "$last" p.tape --step "$last"
    grep -q '^0 came, 0 went, 0 changed' out || fail 'differs from itself'
}
compare_an_edited_program() {
    _program
    sed 's/range(3)/range(4)/' p.py >q.py
    exits 0 compare p.tape q.py --json
    _json "json['same_run']" False
    _json "len(json['came'])" 1
    _json "[c['parts'][0]['part'] for c in json['changed'] if c['parts']][0]" '[3]'
}

why_of_no_object() { why='no object with the ID 17' _wrong state p.tape --step 5 --why 17; }
why_of_no_name() { why="'nowhere' leads to no object" _wrong state p.tape --step 5 --why nowhere; }
why_of_half_a_number() { why='whole number' _wrong state p.tape --step 5 --why 12x; }
why_behind_the_end() { why='there is no step 9999' _wrong state p.tape --step 9999 --why log; }
why_without_a_step() { why='--step' _wrong state p.tape --why log; }
why_at_all_steps() { why='--step' _wrong state p.tape --all --why log; }
two_questions() { why='one question at a time' _wrong state p.tape --step 5 --garbage --by-line; }
since_without_lines() { why='--by-line' _wrong state p.tape --step 5 --since 1; }
since_behind_the_step() { why='--since wants a step up to 5' _wrong state p.tape --step 5 --by-line --since 6; }
find_without_expression() { why=EXPRESSION _wrong find p.tape; }
find_name_never_there() { why="never has a name 'nowhere'" _wrong find p.tape 'nowhere == 3'; }
find_limit_of_nothing() { why=--limit _wrong find p.tape 'i == 1' --limit 0; }
find_what_makes_no_sense() {
    why="'==' compares" _wrong find p.tape 'i = 3'
    [ "$(sed -n 2p err)" = '      ^' ] || fail 'the caret is elsewhere'
    has_no out.
}
compare_one_state() { why='two FILEs' _wrong compare p.tape --step 1; }
compare_three_steps() { why='two steps' _wrong compare p.tape --step 1 --step 2 --step 3; }
compare_behind_the_end() { why='there is no step 9999' _wrong compare p.tape --step 1 p.tape --step 9999; }

questions_to_a_tape_that_is_cut() {
    _program
    echo 'xs = [str(i) for i in range(200000)]' >>p.py
    exits 0 record -o p.tape p.py
    size=$(wc -c <p.tape)
    head -c $((size * 2 / 3)) p.tape >cut.tape
    exits 0 find cut.tape 'i == 1' --json
    says ''
    exits 0 state cut.tape --step 20 --by-line
}
find_is_ended_by_ctrl_c() {
    echo 'for i in range(3000000): pass' >p.py
    exits 0 record -o p.tape p.py
    # How long finding takes is the machine's business: asked early it has not begun, asked late it is done, so longer and longer waits are tried.
    for wait in 0.05 0.1 0.2 0.4 0.8 1.6 3.2 6.4; do
        "$memtape" find p.tape 'i == -1' >out 2>err &
        sleep $wait
        kill -INT $! 2>/dev/null || true
        got=0
        wait $! || got=$?
        [ "$got" = 130 ] || [ "$got" = 0 ] || fail "exit status $got"
        [ "$got" = 0 ] || ! grep -q 'stopped after' err out || return 0
    done
    fail 'no wait met it at work'
}

# What a paused coroutine awaits, as the program itself finds it by cr_await.
awaits_as_the_program_sees_it() {
    cat >p.py <<'P'
class Later:
    def __await__(self):
        yield

async def inner(later):
    await later

async def outer(call):
    await call

later = Later()
call = inner(later)
walk = outer(call)
walk.send(None)
print(id(walk), id(walk.cr_await), id(call), id(call.cr_await.gi_frame.f_locals["self"]))
P
    exits 0 state p.py --step 22 --json
    [ "$(grep -o '"awaits": [0-9]*' out | cut -d ' ' -f 2 | sort | tr '\n' ' ')" = "$(exits 0 run p.py && cut -d ' ' -f 2,4 out | tr ' ' '\n' | sort | tr '\n' ' ')" ] ||
        fail "what is awaited is something else"
}

# What a paused generator yields from, as the program itself finds it by gi_yieldfrom; a yield in a loop is none.
yields_from_as_the_program_sees_it() {
    cat >p.py <<'P'
def inner(given):
    for n in given:
        yield n

def outer(part):
    for n in [1]:
        yield from part

part = inner("ab")
walk = outer(part)
next(walk)
print(id(walk.gi_yieldfrom), part.gi_yieldfrom)
P
    exits 0 state p.py --step 14 --json
    [ "$(grep -o '"yields_from": [0-9]*' out | cut -d ' ' -f 2) None" = "$(exits 0 run p.py && cat out)" ] || fail "what it yields from is something else"
}
