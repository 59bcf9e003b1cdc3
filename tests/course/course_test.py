#!/usr/bin/env python3
"""tools/course: what it makes of a lesson in two languages and of one in English alone, that every link leads to something, that it makes the same again,
and what it says of a program that is no lesson. course_test.py MEMTAPE"""
import pathlib
import re
import subprocess
import sys
import tempfile

top = pathlib.Path(__file__).resolve().parent.parent.parent
BEGINS = {".html": b"<!DOCTYPE html>", ".pdf": b"%PDF-", ".webp": b"RIFF"}


def check(what, is_so):
    if not is_so:
        sys.exit(f"not so: {what}")


def make(memtape, out, *lessons):
    return subprocess.run([top / "tools/course", memtape, out, *lessons], capture_output=True, text=True)


def files_in(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def main():
    memtape = sys.argv[1]
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        both = top / "resources/lessons/01-a-call-makes-a-frame.py"
        english = folder / "my own lesson.py"
        english.write_text("a = [1]\nb = a\n# lesson:en: Two names & \"one\" list\n# at line 2:\n# lesson:en: Look.\n")
        done = make(memtape, folder / "out", both, english)
        check(f"it is made: {done.stderr}", done.returncode == 0 and not done.stderr)
        files = files_in(folder / "out")
        made = {name for name in files if not name.startswith(("index", "jobs"))}
        names = [both.stem, both.stem, english.stem]
        check(f"files of both lessons: {sorted(made)}", made == {
            *(f"pages/{name}.html" for name in names),
            *(f"{kind}.{ending}" for name in names[:1] for code in ("en", "ko") for kind, ending in
              ((f"handouts/{name}.{code}", "pdf"), (f"animations/{name}.{code}", "webp"))),
            f"handouts/{english.stem}.en.pdf", f"animations/{english.stem}.en.webp"})
        for name in made:
            check(f"{name} is what its name says", files[name].startswith(BEGINS[pathlib.Path(name).suffix]))
        linked = {code: set(re.findall(r'<a href="([^"]*)">', files[f"index.{code}.html"].decode())) for code in ("en", "ko")}
        check("links lead to files", (linked["en"] | linked["ko"]) == made)
        check("a title is text", "Two names &amp; &quot;one&quot; list" in files["index.ko.html"].decode())
        make(memtape, folder / "again", both, english)
        check("the same is made again", files_in(folder / "again") == files)

        no_lesson = folder / "p.py"
        no_lesson.write_text("a = 1\n")
        refused = make(memtape, folder / "none", no_lesson)
        check(f"one sentence about what is no lesson: {refused.stderr}", refused.returncode != 0 and refused.stderr.count("\n") == 1)
        check("nothing is made then", not (folder / "none").exists())


main()
