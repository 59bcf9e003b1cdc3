# memtape weave: a text with its pictures.

_text() {
    cat >in.md <<'TEXT'
# Lists

```python memtape line=3
a = [1]
b = [a]
b.append(2)
```

> ```python memtape last format=png alt="two *names*"
> x = y = []
> ```

```python memtape step=1 step=2 name=sums
total = 1 + 2
total = 0
```

```python memtape page
print("once")
```

```python
untouched = 1
```
TEXT
}
_digest() { find "$1" -type f | LC_ALL=C sort | xargs sha256sum | sha256sum; }

weave_puts_pictures_behind_their_blocks() {
    _text
    exits 0 weave in.md -o out.md
    says_nothing
    cat >wanted <<'TEXT'
# Lists

```python
a = [1]
b = [a]
b.append(2)
```

![Stack: Global names (a dict) – a refers to list of 1 no. 1, b refers to list of 1 no. 2. Heap: list of 1 no. 1 – 1; list of 1 no. 2 – a reference to list of 1 no. 1.](out-pictures/1.svg)

> ```python
> x = y = []
> ```
>
> ![two \*names\*](out-pictures/2.png)

```python
total = 1 + 2
total = 0
```

![Stack: empty. Heap: no objects drawn as boxes.](out-pictures/sums-0001.svg)

![Stack: Global names (a dict) – total is 3. Heap: no objects drawn as boxes.](out-pictures/sums-0002.svg)

```python
print("once")
```

<iframe src="out-pictures/4.html" title="A program's memory, to be stepped through: 3 steps" width="100%" height="640" loading="lazy" style="border:0"></iframe>

```python
untouched = 1
```
TEXT
    diff wanted out.md || fail "the text is not as it should be"
    for file in 1.svg 2.png sums-0001.svg sums-0002.svg 4.html weave.json; do has out-pictures/$file; done
    [ "$(ls out-pictures | wc -l)" = 6 ] || fail "there are other files, too"
}
weave_draws_what_export_draws() {
    printf 'a = [1]\nb = a\n' >p.py
    printf '```python memtape line=2 name=p detail=bytes\na = [1]\nb = a\n```\n' >in.md
    exits 0 weave in.md -o out.md --no-legend --crop --theme dark
    exits 0 export p.py --line 2 --detail bytes --no-legend --crop --theme dark -o alone.svg
    cmp alone.svg out-pictures/p.svg || fail "it is another picture"
}
weave_is_the_same_each_time() {
    _text
    exits 0 weave in.md -o out.md
    first=$(_digest out-pictures)
    for again in '' --anew; do
        exits 0 weave in.md -o out.md $again
        [ "$(_digest out-pictures)" = "$first" ] || fail "the pictures are others${again:+ with $again}"
    done
    rm -r out-pictures
    exits 0 weave in.md -o out.md
    [ "$(_digest out-pictures)" = "$first" ] || fail "the pictures of another folder are others"
}
weave_draws_only_what_changed() {
    _text
    exits 0 weave in.md -o out.md
    # A picture that is not drawn anew keeps what is in its stamp.
    sed -i 's/a refers to list of 1 no. 1/KEPT/' out-pictures/weave.json
    sed -i 's/total = 0/total = 7/' in.md
    exits 0 weave in.md -o out.md
    grep -q KEPT out.md || fail "a block that is as it was is drawn anew"
    sed -i '1i ```python memtape last\nnew = 1\n```\n' in.md
    exits 0 weave in.md -o out.md
    grep -q 'KEPT.*(out-pictures/2.svg)' out.md || fail "a block that is now another in order is drawn anew"
    sed -i 's/line=3/line=2/' in.md
    exits 0 weave in.md -o out.md
    ! grep -q KEPT out.md || fail "a block whose words are others is not drawn anew"
    cp out-pictures/2.svg kept.svg
    exits 0 weave in.md -o out.md --theme dark
    ! cmp -s kept.svg out-pictures/2.svg || fail "the options of the call make no difference"
    echo "painted over" >>out-pictures/1.svg
    exits 0 weave in.md -o out.md --theme dark
    ! grep -q "painted over" out-pictures/1.svg || fail "a picture that somebody changed is not drawn anew"
}
weave_looks_at_modules_and_input() {
    printf 'x = 1\n' >helper.py
    printf 'one\n' >lines
    printf '```python memtape last input=lines\nimport helper\ny = [helper.x, input()]\n```\n' >in.md
    exits 0 weave in.md -o out.md
    grep -q "– 1, 'one'" out.md || fail "the module beside the text or the input is not read"
    printf 'x = 2\n' >helper.py
    exits 0 weave in.md -o out.md
    grep -q "– 2, 'one'" out.md || fail "a module that is another changes nothing"
    printf 'two\n' >lines
    exits 0 weave in.md -o out.md
    grep -q "– 2, 'two'" out.md || fail "an input that is another changes nothing"
}
weave_takes_away_what_is_no_longer_asked_for() {
    _text
    exits 0 weave in.md -o out.md
    echo mine >out-pictures/mine.txt
    printf '```python memtape last\na = 1\n```\n' >in.md
    exits 0 weave in.md -o out.md
    [ "$(ls out-pictures | tr '\n' ' ')" = '1.svg mine.txt weave.json ' ] || fail "the folder has: $(ls out-pictures)"
}
weave_that_fails_writes_nothing() {
    _text
    echo old >out.md
    printf '```python memtape line=9\na = 1\n```\n' >>in.md
    exits 1 weave in.md -o out.md
    says_only 'in.md:25: line 9 never runs'
    sed -i 's/line=9/line=1:2/' in.md
    exits 1 weave in.md -o out.md
    says_only 'in.md:25: line 1 does not run that often'
    [ "$(cat out.md)" = old ] || fail "the text was written"
    has_no out-pictures
}
weave_says_all_that_is_wrong() {
    printf '```python memtape colour=red\na\n```\n```rust memtape\na\n```\n```py memtape line=1 "\na\n```\n```python memtape name=a\na\n```\n```python memtape name=a\na\n```\n' >in.md
    exits 1 weave in.md -o out.md
    [ "$(wc -l <err)" = 4 ] || fail "there are not four sentences"
    for said in '1: .*--colour=red' "4: .*'rust'" '7: a quote is not closed' '13: .*line 10'; do
        grep -q "^memtape: in.md:$said" err || fail "no sentence says $said"
    done
    printf '```python memtape last\na =\n```\n```python memtape last\nimport os\nos.abort()\n```\n```python memtape last jobs=x\n1\n```\n' >in.md
    exits 1 weave in.md -o out.md
    says_only 'in.md:8: --jobs'
    sed -i '8,10d' in.md
    exits 1 weave in.md -o out.md
    grep -q '^memtape: in.md:1: the program did not start: ' err || fail "a mistake in a program is not said"
    has_no out.md
    has_no out-pictures
}
weave_of_a_program_that_fails() {
    printf '```python memtape last\na = [1]\na.pop(9)\n```\n' >in.md
    exits 0 weave in.md -o out.md
    says_nothing
    grep -q 'module, left by an error\|a refers to list of 1' out.md || fail "the picture does not show how it ended"
}
weave_of_a_program_without_end() {
    printf '```python memtape step=5 max-steps=50\nwhile True:\n    x = 1\n```\n' >in.md
    exits 0 weave in.md -o out.md
    says_nothing
    sed -i 's/ max-steps=50//' in.md
    exits 4 weave in.md -o out.md --max-steps 50
    says_only 'in.md:1: '
    has out-pictures/1.svg
}
weave_of_no_file() {
    exits 3 weave none.md -o out.md
    says_only none.md
    echo text >in.md
    exits 3 weave in.md -o nowhere/out.md
    says_only nowhere
    exits 2 weave in.md -o in.md
    says_only "'in.md'"
    exits 2 weave in.md
    says_only -o
    exits 0 weave in.md -o out.md
    cmp in.md out.md || fail "a text without blocks is another"
    has_no out-pictures
}
weave_where_no_folder_can_be_made() {
    _text
    echo file >out-pictures
    exits 3 weave in.md -o out.md
    says_only out-pictures
    has_no out.md
}
weave_of_names_with_blanks() {
    mkdir 'a book'
    printf '```python memtape last\na = "</script>" + "<!--"\n```\n' >'a book/한 글.md'
    exits 0 weave 'a book/한 글.md' -o 'a book/out (1).md'
    grep -qF '](out%20%281%29-pictures/1.svg)' 'a book/out (1).md' || fail "the address is not one"
    has 'a book/out (1)-pictures/1.svg'
}
weave_in_korean() {
    printf '```python memtape last lang=ko\na = [1]\n```\n' >in.md
    exits 0 weave in.md -o out.md
    grep -q '!\[스택: ' out.md || fail "the words are not Korean"
}
