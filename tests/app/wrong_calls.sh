# Calls that make no sense: exit status 2 and one sentence.

_program() { echo 'for i in range(3): print(i)' >p.py; }
_wrong() {
    _program
    exits 2 "$@"
    says_only "${why:-}"
    has_no o.
}

unknown_option() { why=--nonsense _wrong --nonsense; }
unknown_option_of_run() { why=--nonsense _wrong run --nonsense p.py; }
unknown_option_of_record() { why=--nonsense _wrong record --nonsense -o o.tape p.py; }
run_without_file() { why=FILE _wrong run; }
record_without_file() { why=FILE _wrong record -o o.tape; }
record_without_target() { why=-o _wrong record p.py; }
record_without_name_of_target() { why=-o _wrong record -o; }
state_without_file() { why=FILE _wrong state --all; }
state_without_step() { why=--step _wrong state p.py; }
state_of_step_and_all() { why=--all _wrong state p.py --step 1 --all; }
state_of_two_files() { why=q.py _wrong state p.py q.py --all; }
state_of_no_number() { why="'x'" _wrong state p.py --step x; }
state_of_a_negative_step() { why="'-1'" _wrong state p.py --step -1; }
state_of_an_empty_step() { why="''" _wrong state p.py --step ''; }
state_of_half_a_step() { why="'1.5.2'" _wrong state p.py --step 1.5.2; }
state_behind_the_end() { why='there is no step 99' _wrong state p.py --step 99; }
state_far_behind_the_end() { why='there is no step' _wrong state p.py --step 18446744073709551615; }
state_of_too_large_a_number() { why=18446744073709551616 _wrong state p.py --step 18446744073709551616; }
info_without_file() { why=FILE _wrong info; }
info_of_two_files() { why=q.py _wrong info p.py q.py; }
heap_of_no_bytes() { why=--max-heap _wrong run --max-heap many p.py; }
scratch_of_no_bytes() { why=--scratch _wrong run --scratch many p.py; }
heap_of_negative_bytes() { why=--max-heap _wrong run --max-heap -1 p.py; }
no_steps_at_all() { why=--max-steps _wrong info --max-steps 0 p.py; }
seed_too_large() { why=4294967295 _wrong run --hash-seed 4294967296 p.py; }
allowed_folder_missing() { why=--allow-read _wrong run --allow-read; }
export_without_target() { why=-o _wrong export p.py --last; }
export_without_step() { why=--range _wrong export p.py -o o.png; }
export_behind_the_end() { why='there is no step 99' _wrong export p.py -o o.png --step 99; }
export_range_reversed() { why=--range _wrong export p.py -o o.png --range 3:1; }
export_range_of_one() { why=--range _wrong export p.py -o o.png --range 3; }
export_range_open() { why=--range _wrong export p.py -o o.png --range 3:; }
export_range_of_words() { why=--range _wrong export p.py -o o.png --range a:b; }
export_range_behind_the_end() { why='there is no step' _wrong export p.py -o o.png --range 1:999; }
export_line_that_does_not_run() { why='line 7' _wrong export p.py -o o.png --line 7; }
export_line_that_runs_less_often() { why='line 1' _wrong export p.py -o o.png --line 1:50; }
export_line_no_time() { why=--line _wrong export p.py -o o.png --line 1:0; }
export_unknown_ending() { why=.png _wrong export p.py -o o.bmp --last; }
export_without_ending() { why=.png _wrong export p.py -o o --last; }
export_unknown_theme() { why=--theme _wrong export p.py -o o.png --last --theme blue; }
export_unknown_detail() { why=--detail _wrong export p.py -o o.png --last --detail all; }
export_view_of_one_length() { why=WxH _wrong export p.py -o o.json --last --view 800; }
export_view_of_three_lengths() { why=WxH _wrong export p.py -o o.json --last --view 800x600x2; }
export_view_of_words() { why=WxH _wrong export p.py -o o.json --last --view widexhigh; }
export_view_of_nothing() { why="'0x0'" _wrong export p.py -o o.json --last --view 0x0; }
export_view_too_large() { why=20000 _wrong export p.py -o o.json --last --view 800x20001; }
export_scale_of_nothing() { why=--scale _wrong export p.py -o o.png --last --scale 0; }
export_scale_of_no_number() { why=--scale _wrong export p.py -o o.png --last --scale nan; }
export_two_widths() { why=--width _wrong export p.py -o o.png --last --width 800 --width-cm 12; }
export_width_of_no_centimetres() { why=--width-cm _wrong export p.py -o o.png --last --width-cm 0; }
export_width_of_words() { why=--width-cm _wrong export p.py -o o.png --last --width-cm wide; }
export_unknown_direction() { why=--tree _wrong export p.py -o o.png --last --tree up; }
export_strip_of_data() { why=--strip _wrong export p.py -o o.json --last --strip; }
export_width_of_one() { why=--width _wrong export p.py -o o.png --last --width 1; }

options_behind_file_belong_to_program() {
    echo 'import sys; print(sys.argv[1:])' >p.py
    exits 0 run --hash-seed=3 p.py --hash-seed 4 -h --version -- x
    prints "['--hash-seed', '4', '-h', '--version', '--', 'x']"
    says_nothing
    exits 0 record -oo.tape p.py -o other
    prints "['-o', 'other']"
    has o.tape
    has_no other
    mv p.py ./-p.py
    exits 0 run -- -p.py -x
    prints "['-x']"
}
