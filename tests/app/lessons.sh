# memtape lesson check: what is wrong with a lesson, a line for each, `FILE:LINE: sentence`.

# A lesson in two languages.
_good() {
    cat >l.py <<'END'
def double(x):
    return x + x

for n in [1, 2]:
    double(n)
# lesson:en: Twice
# lesson:en: A call for each.
# lesson:ko: 두 번
# lesson:ko: 호출이 두 번입니다.
# picture: 2
# detail: objects
# at line 2:
# lesson:en: The first.
# lesson:ko: 처음입니다.
# ask:en: What is x?
# ask:ko: x는 무엇일까요?
# answer:en:* 1
# answer:en: 2
# answer:ko:* 1
# answer:ko: 2
# why:en: It was given.
# why:ko: 전달되었습니다.
# at line 4:2:
# lesson:en: Once more.
# lesson:ko: 한 번 더입니다.
# predict: line
END
}
# _finds LINE TEXT: exactly that is found.
_finds() {
    exits 1 lesson check l.py
    [ "$(wc -l <out)" = 1 ] || fail 'not one finding'
    grep -q "^l.py:$1: " out || fail "nothing is found in line $1"
    grep -qF -- "$2" out || fail "that does not say '$2'"
    says_nothing
}

good_lesson() {
    _good
    exits 0 lesson check l.py
    prints 'no mistakes'
    says_nothing
}
lessons_of_the_course() {
    for lesson in "$here"/../../resources/lessons/*.py; do
        exits 0 lesson check "$lesson"
        prints 'no mistakes'
    done
}
no_lesson_at_all() {
    echo 'n = 1' >l.py
    _finds 1 'no title'
}
broken_comment() {
    _good
    echo '# answr:en: 3' >>l.py
    _finds 27 '# answr:en: 3'
}
comment_before_the_first_stop() {
    _good
    sed -i '11a # why:en: Too early.' l.py
    _finds 12 'before the first stop'
}
language_misses_the_title() {
    _good
    sed -i 's/^# lesson:ko: 두 번$//' l.py # then the text becomes the title
    _finds 1 'ko misses a part: text'
}
language_misses_a_question() {
    _good
    sed -i '/^# ask:ko/d' l.py
    _finds 15 'ko misses a part: question'
}
language_misses_answers() {
    _good
    sed -i '/^# answer:ko/d' l.py
    _finds 15 'ko misses a part: answers'
}
no_english() {
    _good
    sed -i 's/:en:/:de:/' l.py
    _finds 1 'no English texts'
}
stop_at_a_line_that_never_runs() {
    _good
    printf '# at line 3:\n# lesson:en: a\n# lesson:ko: b\n' >>l.py
    _finds 27 'Line 3 never runs'
}
stop_at_a_line_that_runs_less_often() {
    _good
    printf '# at line 2:3:\n# lesson:en: a\n# lesson:ko: b\n' >>l.py
    _finds 27 'Line 2 does not run 3 times; the last time is 2'
}
stop_where_a_call_returns() {
    _good
    printf '# at return from line 2:2:\n# lesson:en: a\n# lesson:ko: b\n' >>l.py
    exits 0 lesson check l.py
    prints 'no mistakes'
}
stop_at_a_line_that_no_call_returns_from() {
    _good
    printf '# at return from line 5:\n# lesson:en: a\n# lesson:ko: b\n' >>l.py
    _finds 27 'No call returns from line 5'
}
stop_at_a_line_that_calls_return_from_less_often() {
    _good
    printf '# at return from line 2:3:\n# lesson:en: a\n# lesson:ko: b\n' >>l.py
    _finds 27 'Calls do not return from line 2 3 times; the last time is 2'
}
stop_behind_the_program() {
    _good
    printf '# at line 9:\n# lesson:en: a\n# lesson:ko: b\n' >>l.py
    _finds 27 'no line 9'
}
picture_of_a_line_that_never_runs() {
    _good
    sed -i 's/^# picture: 2/# picture: 3/' l.py
    _finds 1 'line 3, which never runs'
}
two_right_answers() {
    _good
    sed -i 's/^# answer:en: 2/# answer:en:* 2/' l.py
    exits 1 lesson check l.py
    grep -q '^l.py:15: .*2 right answers in the language en' out || fail 'not found'
    grep -q '^l.py:15: .*language ko are not those in English' out || fail 'the other language is not held to it'
    [ "$(wc -l <out)" = 2 ] || fail 'not two findings'
}
answer_that_is_no_object() {
    _good
    sed -i '/^# answer/d; s/^# why:en/# answer:-> x.next\n&/' l.py
    _finds 15 'x.next leads to nothing'
}
unknown_detail() {
    _good
    sed -i 's/^# detail: objects/# detail: everything/' l.py
    _finds 11 'everything'
}
unknown_prediction() {
    _good
    sed -i 's/^# predict: line/# predict: weather/' l.py
    _finds 26 'weather'
}
nothing_to_predict() {
    _good
    sed -i 's/^# predict: line/# predict: frame/' l.py
    _finds 26 'nothing of that kind'
}
drawing() {
    _good
    sed -i 's/^# predict: line/# draw:/' l.py
    _finds 26 'no arrow here'
    sed -i 's/^    double(n)/    xs = [double(n)]/' l.py
    exits 0 lesson check l.py
    prints 'no mistakes'
}
drawing_beside_a_question() {
    _good
    sed -i 's/^# why:en/# draw:\n&/' l.py
    exits 1 lesson check l.py
    grep -q '^l.py:21: A stop wants one thing' out || fail 'not found'
}
unknown_instrument() {
    _good
    sed -i 's/^# predict: line/# instrument: garbage/' l.py
    exits 0 lesson check l.py
    prints 'no mistakes'
    sed -i 's/^# instrument: garbage/# instrument: violin/' l.py
    _finds 26 'violin'
}
program_that_does_not_start() {
    echo 'def f(:' >l.py
    exits 1 lesson check l.py
    grep -q '^l.py:1: The program does not start: ' out || fail 'not found'
}
file_that_is_not_there() {
    exits 3 lesson check none.py
    says_only none.py
}
without_file() {
    exits 2 lesson check
    says_only FILE
}
without_check() {
    exits 2 lesson
    says_only 'check is required'
    exits 2 lesson judge l.py
    says_only "wants check, not 'judge'"
}
