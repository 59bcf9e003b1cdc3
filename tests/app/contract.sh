# The command line's contract: which verbs there are, what each takes, how calls end. The facts stand here by themselves; the table (app/command_table.cpp) and what is
# made of it are held to them.

_manual=$(dirname "$memtape")/manual

# _options_in FILE: the options that a help text lists, one a line.
_options_in() { sed -n 's/^  \(-[^ ]*\).*/\1/p' "$1" | grep -v '^-h,$' | sort; }
# _takes VERB OPTION…: `memtape VERB --help` lists these options and no others.
_takes() {
    verb=$1
    shift
    exits 0 "$verb" --help
    says_nothing
    printf '%s\n' "$@" | sort >wanted
    _options_in out >listed
    diff wanted listed || fail "memtape $verb --help lists other options"
}
_access="--input --allow-read --allow-write --path --hash-seed --virtual-time"
_limits="--max-heap --scratch"
_look="--theme --scale --detail --lang --width --width-cm --view --crop --no-crop --tree --legend --no-legend --code --no-code"
_counted="--max-steps --max-tape --max-output --step-into-library"

verbs() {
    exits 0 --help
    sed -n '/^Verbs/,$ s/^  \([a-z][a-z]*\) .*/\1/p' out | sort | tr '\n' ' ' >listed
    [ "$(cat listed)" = "compare doctor export find info lesson record run state weave " ] || fail "there are other verbs: $(cat listed)"
    _options_in out | tr '\n' ' ' >listed
    [ "$(cat listed)" = "--max-steps --version " ] || fail "a call without a verb takes other options: $(cat listed)"
}
run_takes() { _takes run $_access $_limits; }
record_takes() { _takes record -o --keep-last $_access $_limits $_counted; }
state_takes() {
    _takes state --step --all --json --map --everything --why --history --garbage --by-line --since --growth $_access $_limits $_counted
}
export_takes() {
    _takes export -o --step --range --line --last --strip --title --hold --fps --cuts --handout --paper --jobs $_look $_access $_limits $_counted
}
weave_takes() { _takes weave -o --format --anew $_look $_access $_limits $_counted; }
lesson_takes() { _takes lesson $_access $_limits $_counted; }
info_takes() { _takes info --json $_access $_limits $_counted; }
find_takes() { _takes find --json --limit $_access $_limits $_counted; }
compare_takes() { _takes compare --step --json $_access $_limits $_counted; }
doctor_takes_nothing() {
    exits 0 doctor --help
    [ -z "$(_options_in out)" ] || fail "it lists options"
    exits 2 doctor p.py
    says_only p.py
}

usage_of_each() {
    for usage in 'memtape run [OPTION…] FILE [ARG…]' 'memtape record [OPTION…] -o OUT.tape FILE [ARG…]' 'memtape state [OPTION…] FILE' \
        'memtape export [OPTION…] [FILE]' 'memtape weave [OPTION…] -o OUT.md IN.md' 'memtape lesson [OPTION…] check FILE' 'memtape info [OPTION…] FILE' 'memtape find [OPTION…] FILE EXPRESSION' 'memtape compare [OPTION…] FILE [FILE]' 'memtape doctor'; do
        set -- $usage
        exits 0 "$2" --help
        [ "$(head -n 1 out)" = "Usage: $usage" ] || fail "it is not '$usage'"
    done
}

version_names_the_library() {
    exits 0 --version
    sed -n 1p out | grep -qx 'memtape [0-9]*\.[0-9]*\.[0-9]*' || fail "the first line is not Memtape's version"
    echo 'import sys; print(sys.version.split()[0])' >p.py
    exits 0 run p.py
    python=$(cat out)
    exits 0 --version
    sed -n 2p out | grep -qx "The library of CPython ${python%.*}\.[0-9]* goes with it\." || fail "the second line does not name CPython ${python%.*}"
}

exit_statuses() {
    echo 'import sys; print(len(sys.argv)); sys.exit(int(sys.argv[1]))' >p.py
    exits 7 run p.py 7
    exits 7 record -o o.tape p.py 7
    exits 0 info o.tape
    echo 'x = (' >broken.py
    exits 1 run broken.py
    exits 1 state broken.py --all
    says_only 'did not start'
    exits 2 state p.py
    exits 2 state o.tape --step 99
    exits 3 info missing.py
    exits 3 info missing.tape
    echo 'not a tape' >text.tape
    exits 3 info text.tape
    echo 'while True: pass' >p.py
    exits 4 record --max-steps 100 -o o.tape p.py
    says 'steps'
    exits 0 info o.tape
}

# ---- what is made of the table

page_in_the_documentation() { cmp "$here/../../docs/verbs.md" "$_manual/verbs.md" || fail "docs/verbs.md is another one: copy $_manual/verbs.md there"; }

# Each option that help lists for a verb stands in the manual page, in all three completions and on the page, and none beyond them.
everything_says_the_same() {
    : >all
    for verb in run record state export weave lesson info find compare doctor; do
        exits 0 $verb --help
        _options_in out >>all
    done
    exits 0 --help
    _options_in out >>all
    sort -u all >wanted
    grep '^\.B \\-' "$_manual/memtape.1" | sed 's/^\.B //; s/ .*//; s/\\-/-/g' | grep -v '^-h' | sort -u >page
    diff wanted page || fail "the manual page has other options"
    grep -o "^        -[a-z-]*)\|options='[^']*'" "$_manual/memtape.bash" | grep -o -- '-[-a-z]*' | grep -v -x -e --help | sort -u >bash
    diff wanted bash || fail "bash is offered other options"
    grep -o "'\(([^)]*)\)\?\*\?-[-a-z]*\[" "$_manual/_memtape" | sed "s/.*[)*']-/-/; s/\[//" | sort -u >zsh
    grep -q "'(- \*)--version\[" "$_manual/_memtape" || fail "zsh is not offered --version"
    { cat zsh; echo --version; } | sort -u >zsh.all
    diff wanted zsh.all || fail "zsh is offered other options"
    grep -o -- ' -[ls] [a-z-]*' "$_manual/memtape.fish" | sed 's/ -l /--/; s/ -s /-/' | grep -v -x -e --help -e -h | sort -u >fish
    diff wanted fish || fail "fish is offered other options"
    grep -o '^| `-[^ `]*' "$_manual/verbs.md" | sed 's/^| `//' | sort -u >docs
    grep -v -x -e --version wanted >wanted.docs
    diff wanted.docs docs || fail "the page has other options"
}

manual_page_is_sound() {
    command -v groff >/dev/null || exit 0
    groff -Kutf8 -ww -man -Tutf8 -P-cbou "$_manual/memtape.1" >page 2>err || fail "groff ends with $?"
    says_nothing
    grep -aq 'EXIT STATUS' page || fail "it has no exit statuses"
}

# _offers WORD…: what bash offers when the last word is being typed; in the file offered.
_offers() {
    bash -c '. "$0"; COMP_WORDS=(memtape "$@"); COMP_CWORD=$#; compopt() { :; }; _memtape; printf "%s\n" "${COMPREPLY[@]}"' "$_manual/memtape.bash" "$@" | sort >offered
}
_is_offered() { [ "$(tr '\n' ' ' <offered)" = "$1" ] || fail "offered is '$(tr '\n' ' ' <offered)', not '$1'"; }

bash_completes() {
    command -v bash >/dev/null || exit 0
    mkdir folder
    touch a.py b.tape c.txt 'with space.py'
    _offers re
    _is_offered 'record '
    _offers run --max
    _is_offered '--max-heap '
    _offers record --max
    _is_offered '--max-heap --max-output --max-steps --max-tape '
    _offers export --theme ''
    _is_offered 'dark light print '
    _offers export --theme d
    _is_offered 'dark '
    _offers run ''
    _is_offered 'a.py folder with space.py '
    _offers state ''
    _is_offered 'a.py b.tape folder with space.py '
    _offers run --allow-read ''
    _is_offered 'folder '
    _offers run --input c
    _is_offered 'c.txt '
    _offers run --max-heap ''
    _is_offered ' '
}
fish_completes() {
    command -v fish >/dev/null || exit 0
    mkdir home
    touch a.py ab.tape
    HOME=$PWD/home XDG_CONFIG_HOME= XDG_DATA_HOME= fish -c "source '$_manual/memtape.fish'; complete -C 'memtape rec'; complete -C 'memtape export --theme d'; complete -C 'memtape state --by'; complete -C 'memtape run --allow-read ho'; complete -C 'memtape state a'" >out 2>err
    says_nothing
    cut -f 1 out | grep -v '^-' | tr '\n' ' ' >listed
    [ "$(cat listed)" = 'record dark home/ a.py ab.tape ' ] || fail "fish offers '$(cat listed)'"
}
zsh_completes() {
    command -v zsh >/dev/null || exit 0
    zsh -n "$_manual/_memtape" 2>err || fail "zsh cannot read it"
    # The specifications are those that _arguments takes: a stand-in writes down what it is given.
    zsh -f -c '_arguments() { print -rl -- "$@" }; _describe() {}; _files() {}; words=(memtape export ""); CURRENT=3; source "$0"' "$_manual/_memtape" >out 2>err
    says_nothing
    grep -qx -- '--theme\[light, dark or print\]:THEME:(light dark print)' out || fail "it does not say what themes there are"
    grep -qx -- '(--width)--width-cm\[The same in centimetres\]:CM: ' out || fail "it does not say what excludes what"
    grep -qx '1:FILE:_files -g "\*.(py|tape)"' out || fail "it does not say which files"
}
