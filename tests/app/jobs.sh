# export --jobs: many pictures in one call.

_program() { printf 'a = [1, 2]\nb = a\nc = 3\n' >p.py; }

jobs_are_drawn_as_each_alone() {
    _program
    printf '# pictures of a chapter\n\np.py --line 2 -o a.svg\n  p.py --last --theme dark -o "b c.svg"\np.py --range 0:1 -o d.svg\n' >jobs
    exits 0 export --jobs jobs
    says_nothing
    for call in '--line 2:a.svg' '--last --theme dark:b c.svg'; do
        exits 0 export p.py ${call%:*} -o alone.svg
        cmp alone.svg "${call#*:}" || fail "the picture of a job is another one"
    done
    has d-0001.svg
    has d-0002.svg
}
jobs_share_what_the_call_says() {
    _program
    printf 'p.py --last -o a.svg\np.py --last --legend -o b.svg\n' >jobs
    exits 0 export --jobs jobs --no-legend --theme dark
    exits 0 export p.py --last --no-legend --theme dark -o alone.svg
    cmp alone.svg a.svg || fail "the options of the call do not hold for a job"
    exits 0 export p.py --last --theme dark -o alone.svg
    cmp alone.svg b.svg || fail "a job's own option does not come before that of the call"
}
jobs_that_fail_name_their_line() {
    _program
    printf 'a =\n' >broken.py
    printf 'p.py --last -o a.svg\nnone.py --last -o b.svg\np.py --line 9 -o c.svg\nbroken.py --last -o d.svg\np.py --last -o ./a.svg\np.py "x\np.py --last --jobs jobs -o e.svg\n' >jobs
    exits 3 export --jobs jobs
    has a.svg
    [ "$(wc -l <err)" = 6 ] || fail "there is not one sentence for each job that failed"
    for said in '2: .*none.py' '3: line 9' '4: the program did not start' "5: './a.svg' is what line 1 writes" '6: a quote' '7: --jobs'; do
        grep -q "^memtape: jobs:$said" err || fail "no sentence says $said"
    done
    for left in b c d e; do has_no $left.svg; done
    sed -i 2d jobs
    exits 2 export --jobs jobs
}
jobs_of_no_file() {
    exits 3 export --jobs none
    says_only none
    : >jobs
    exits 2 export --jobs jobs
    says_only 'no jobs'
    exits 2 export --jobs jobs p.py
    says_only --jobs
}
jobs_read_no_input() {
    printf 'print(input())\n' >p.py
    echo text >in
    printf 'p.py --last -o a.svg\n- --last -o b.svg\n' >jobs
    exits 2 export --jobs jobs
    grep -q 'jobs:2: .*standard input' err || fail "a program from standard input is not refused"
    has a.svg
}
