# What grows with a run grows on its tape in the same measure: twice as much work takes no more than twice the bytes.
_bytes() { # of the recording of p.py with N=$1
    sed "1i N = $1" p.py >sized.py
    exits 0 record --max-tape 2000000000 -o p.tape sized.py
    "$memtape" info --json p.tape | sed -n 's/.*"tape_bytes": *\([0-9]*\).*/\1/p'
}
_in_measure() {
    few=$(_bytes $1)
    many=$(_bytes $(($1 * 2)))
    beginning=80000 # what the definitions take at most, whatever runs
    [ $many -le $((2 * few + few / 20)) ] && [ $many -gt $few ] && [ $few -lt $((beginning + $1 * $2)) ] || fail "$few bytes for $1, $many for twice as many"
}
text_by_appending() {
    printf "s = ''\nfor i in range(N): s += 'x'\n" >p.py
    _in_measure 100000 3
}
list_by_repetition() {
    printf 'xs = [0] * (100 * N)\nxs[3] = 1\nys = xs[:]\n' >p.py
    _in_measure 50000 1
}
sorting() {
    printf 'import random\nrandom.seed(1)\nxs = [random.random() for i in range(N)]\nxs.sort()\nys = sorted(xs, reverse=True)\n' >p.py
    _in_measure 50000 24
}
