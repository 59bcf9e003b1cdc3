# A disk that fills up and a process that is killed: what was there stays, nothing half-written has a file's name, and what was recorded opens.

# About 100 kB of recording, in several chunks.
_program() { printf 'x = []\nfor i in range(30000):\n    x.append(str(i * i))\n' >p.py; }

# _on_disk SIZE CHECK: what the function CHECK says on a disk of so many KiB, which is ./disk and seen only by this process.
_on_disk() {
    if unshare -m true 2>/dev/null; then apart="unshare -m"
    elif unshare -rm true 2>/dev/null; then apart="unshare -rm"
    else
        echo "no process may mount a disk of its own here: full disks are not tested"
        exit 0
    fi
    mkdir -p disk
    said=$($apart sh -euc 'mount -t tmpfs -o size="$1"k tmpfs disk; memtape=$2; shift 2; eval "$1"' - $1 "$memtape" "$2") || fail "on a disk of $1 KiB: $said"
}
# _on_disks CHECK: on disks of 8 KiB, 12 KiB … until it says "whole".
_on_disks() {
    size=8
    while [ $size -lt 4000 ]; do
        _on_disk $size "$1"
        [ "$said" != whole ] || return 0
        size=$((size + 4 + size / 8))
    done
    fail "no disk was large enough"
}
_record_on_a_disk='
    echo old >disk/o.tape
    got=0
    "$memtape" record -o disk/o.tape p.py >out 2>err || got=$?
    if [ $got = 0 ]; then
        "$memtape" info disk/o.tape >/dev/null && [ "$(ls disk)" = o.tape ] && echo whole && exit 0
    fi
    [ $got = 3 ] && [ "$(cat disk/o.tape)" = old ] && [ "$(ls disk)" = o.tape ] && [ "$(wc -l <err)" = 1 ] && grep -q "^memtape: .*No space left on device" err && exit 0
    cat err; ls disk; exit 1'
record_on_disks_that_fill_up() {
    _program
    _on_disks "$_record_on_a_disk"
}
_export_on_a_disk='
    echo old >disk/o.svg
    got=0
    "$memtape" export --last -o disk/o.svg o.tape >out 2>err || got=$?
    if [ $got = 0 ]; then
        tail -n 1 disk/o.svg | grep -q "</svg>" && [ "$(ls disk)" = o.svg ] && echo whole && exit 0
    fi
    [ $got = 3 ] && [ "$(cat disk/o.svg)" = old ] && [ "$(ls disk)" = o.svg ] && [ "$(wc -l <err)" = 1 ] && grep -q "^memtape: .*No space left on device" err && exit 0
    cat err; ls disk; exit 1'
export_on_disks_that_fill_up() {
    _program
    exits 0 record -o o.tape p.py
    _on_disks "$_export_on_a_disk"
}
# On a disk without room, on one that fills up half-way, and on one with room.
export_of_every_kind_on_disks_that_fill_up() {
    printf 'class Node:\n    pass\nhead = Node()\nhead.next = Node()\nxs = [head, 1, 2.5, "text"]\nys = {x: str(x) for x in range(9)}\n' >p.py
    exits 0 record -o o.tape p.py
    for call in 'o.png --last' 'o.svg --last' 'o.pdf --last' 'o.json --last' 'o.html' 'o.webp --range 0:3' 'o.gif --range 0:3' 'o.apng --range 0:3'; do
        name=${call%% *}
        options=${call#$name}
        exits 0 export $options -o $name o.tape
        size=$(($(wc -c <$name) / 1024))
        for room in 4 $((8 + size / 2)) $((size + 12)); do
            _on_disk $room "
                echo old >disk/$name
                got=0
                \"\$memtape\" export $options -o disk/$name o.tape >out 2>err || got=\$?
                [ \$got != 0 ] || ! cmp disk/$name $name || [ \"\$(ls disk)\" != $name ] || { echo whole; exit 0; }
                [ \$got = 3 ] && [ \"\$(cat disk/$name)\" = old ] && [ \"\$(ls disk)\" = $name ] && [ \"\$(wc -l <err)\" = 1 ] && grep -q '^memtape: .*No space left on device' err && exit 0
                cat err; ls disk; exit 1"
            [ $room != 4 ] || [ "$said" = '' ] || fail "$call: there was room where there is none"
        done
        [ "$said" = whole ] || fail "$call: there was no room where there is some"
    done
}
weave_on_disks_that_fill_up() {
    printf '```python memtape last\na = [1]\n```\n\n```python memtape page\nb = [2]\n```\n' >in.md
    _on_disks '
        echo old >disk/out.md
        got=0
        "$memtape" weave in.md -o disk/out.md >out 2>err || got=$?
        for picture in disk/*/*.svg; do [ ! -e "$picture" ] || tail -n 1 "$picture" | grep -q "</svg>" || exit 1; done
        [ "$(find disk -name "*.??????" | grep -cv "[.]\(svg\|html\|json\)$")" = 0 ] || { find disk; exit 1; }
        [ $got != 0 ] || ! grep -q "^!.*svg" disk/out.md || { echo whole; exit 0; }
        [ $got = 3 ] && [ "$(cat disk/out.md)" = old ] && grep -q "^memtape: .*No space left on device" err && exit 0
        cat err; find disk; exit 1'
}
files_that_may_not_grow() {
    _program
    for blocks in 0 1 2 7; do
        for call in 'record -o o.tape p.py' 'export --last -o o.svg p.py'; do
            name=${call##*-o }
            name=${name%% *}
            echo old >$name
            (ulimit -f $blocks && got=0 && { "$memtape" $call >/dev/null 2>&1 || got=$?; } && [ $got = 3 ]) || fail "$call with $blocks blocks"
            [ "$(cat $name)" = old ] || fail "$call with $blocks blocks: the old file was written into"
            [ "$(ls | grep -c "^$name")" = 1 ] || fail "$call with $blocks blocks: something was left behind"
        done
    done
}
killed_while_recording() {
    "$here/kill_at_random" "$memtape" 6
}
killed_and_recorded_again() {
    printf 'print("started", flush=True)\nwhile True: pass\n' >p.py
    echo old >o.tape
    "$memtape" record -o o.tape p.py >out 2>err &
    running=$!
    until [ -s o.tape.part ] && [ "$(wc -c <o.tape.part)" -gt 100000 ]; do sleep 0.05; done
    exits 3 record -o o.tape p.py
    says_only 'another recording is being written there'
    kill -9 $running
    wait $running || true
    [ "$(cat o.tape)" = old ] || fail "the old recording was written into"
    exits 0 info --json o.tape.part
    says_only 'cut off'
    grep -q '"steps": [1-9][0-9]' out || fail "there are no steps"
    exits 0 state --step 5 o.tape.part
    echo 'print(1)' >p.py
    exits 0 record -o o.tape p.py
    [ ! -e o.tape.part ] || fail "what was left behind is still there"
    exits 0 info o.tape
    says_nothing
}
part_that_is_something_else() {
    echo 'print(1)' >p.py
    echo mine >o.tape.part
    exits 3 record -o o.tape p.py
    says_only 'no recording'
    prints ''
    [ "$(cat o.tape.part)" = mine ] || fail "it was written into"
    rm o.tape.part
    ln -s p.py o.tape.part
    exits 3 record -o o.tape p.py
    says_only "Cannot write 'o.tape.part'"
    rm o.tape.part
    mkfifo o.tape.part
    exits 3 record -o o.tape p.py
    says_only "Cannot write 'o.tape.part'"
}
export_over_what_is_read() {
    echo 'print(input())' >p.svg
    cp p.svg before
    ln p.svg other.svg
    ln -s p.svg link.svg
    cp p.svg p-0002.svg
    echo line >lines.svg
    for output in p.svg ./p.svg other.svg link.svg; do
        exits 2 export --last -o $output p.svg
        says_only "'p.svg', which is to be read"
    done
    exits 2 export --last --input lines.svg -o lines.svg p.svg
    says_only "'lines.svg', which is to be read"
    exits 2 export --range 0:1 -o p.svg p-0002.svg
    says_only "'p-0002.svg', which is to be read"
    cmp p.svg before && cmp p-0002.svg before || fail "the program was changed"
}
