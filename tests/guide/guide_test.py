#!/usr/bin/env python3
"""guide_test.py MEMTAPE: what the guide (docs/guide) says, tried.

Every command that it names is run, in the order of its page and on the guide's own programs; every key is one of the window's; every page can be woven,
leads to pages that are there, and has its counterpart in the other languages with the same programs and commands."""
import importlib.machinery
import importlib.util
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zlib

top = pathlib.Path(__file__).resolve().parent.parent.parent
sys.dont_write_bytecode = True
loader = importlib.machinery.SourceFileLoader("guide", str(top / "tools/guide"))
guide = importlib.util.module_from_spec(importlib.util.spec_from_loader("guide", loader))
loader.exec_module(guide)

GROWING = "kept = []\nfor i in range(100):\n    kept.append([i] * 10)\n"
JOBS = "stack.py --last -o last.svg\nstack.py --line 7:2 --theme dark -o 'line 7.png'\n"
WINDOW_LIVES = 2  # seconds after which a window that is still there has opened
failures = []


def fail(sentence):
    failures.append(sentence)
    print(sentence)


def pages_of(pdf):
    """How many pages a PDF has. Newer writers keep what tells them in compressed streams."""
    texts = [pdf]
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", pdf, flags=re.S):
        try:
            texts.append(zlib.decompressobj().decompress(stream))
        except zlib.error:
            pass  # it is compressed in another way, or not
    return sum(len(re.findall(rb"/Type\s*/Page\b", text)) for text in texts)


def blocks(text):
    """(words behind the fence, what is between) of each block at the margin."""
    return re.findall(r"^```([^\n]*)\n(.*?)^```$", text, flags=re.M | re.S)


def commands(text):
    return [line for info, inside in blocks(text) if info == "sh" for line in inside.splitlines()]


def python_block(page, number=0):
    return [inside for info, inside in blocks(page) if info.startswith("python")][number]


def lay_out_files(folder, pages):
    """What the commands are about: the programs of the guide itself."""
    (folder / "stack.py").write_text(python_block(pages["01-first-steps"]))
    (folder / "cycle.py").write_text(python_block(pages["09-what-stays"]))
    (folder / "lesson.py").write_text(python_block(pages["13-making-a-lesson"]))
    example = re.search(r"(?:^    .*\n)+", pages["14-pictures-and-pages"], flags=re.M).group(0)
    (folder / "book.md").write_text(re.sub(r"^    ", "", example, flags=re.M))
    (folder / "growing.py").write_text(GROWING)
    (folder / "pictures.txt").write_text(JOBS)


def run(memtape, command, folder):
    """None, or what went wrong. A call that opens the window is one that does not end."""
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", XDG_CONFIG_HOME=str(folder / "settings"), PATH=f"{memtape.parent}:{os.environ['PATH']}")
    opens_window = re.fullmatch(r"memtape( [\w.]+\.py)?", command)
    process = subprocess.Popen(["sh", "-c", f"exec {command}" if opens_window else command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if opens_window:
        time.sleep(WINDOW_LIVES)
        ended = process.poll()
        process.terminate()
        process.wait()
        return None if ended is None else f"ended with {ended}"
    _, errors = process.communicate(timeout=120)
    return f"ended with {process.returncode}: {errors.strip()}" if process.returncode or "memtape:" in errors else None


def check_commands(memtape, language, pages):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        lay_out_files(folder, pages)
        for page, text in pages.items():
            for command in commands(text):
                if not re.search(r"\bmemtape\b", command):
                    fail(f"{language}/{page}: '{command}' is no command of Memtape")
                elif problem := run(memtape, command, folder):
                    fail(f"{language}/{page}: '{command}' {problem}")


def verbs():
    """All there are, as docs/verbs.md has them."""
    return re.findall(r"^## `memtape ([a-z]+)`$", (top / "docs/verbs.md").read_text(), flags=re.M)


def check_words(memtape, language, pages):
    """Within a sentence `memtape …` and `--option` are of the command line, too."""
    options = {verb: subprocess.run([memtape, *([verb] if verb else []), "--help"], capture_output=True, text=True, check=True).stdout for verb in ["", *verbs()]}
    for page, text in pages.items():
        for option in re.findall(r"`[^`\n]*?(--[a-z-]+)[^`\n]*`", text):
            if not any(re.search(rf"(?<![\w-]){option}(?![\w-])", told) for told in options.values()):
                fail(f"{language}/{page}: no verb has the option {option}")
        for verb in re.findall(r"`memtape ([a-z]+)", text):
            if verb not in options:
                fail(f"{language}/{page}: there is no verb {verb}")


def check_verbs(language, pages):
    """The page of the command line has all verbs, and each of them is run somewhere in the guide."""
    told = re.findall(r"^\| `([a-z]+)[a-z ]*` \|", pages["15-the-command-line"], flags=re.M)
    if sorted(told) != sorted(verbs()):
        fail(f"{language}/15-the-command-line: tells of the verbs {told}, and there are {verbs()}")
    run_by_guide = [command for text in pages.values() for command in commands(text)]
    for verb in verbs():
        if not any(re.search(rf"\bmemtape {verb}\b", command) for command in run_by_guide):
            fail(f"{language}: no page runs {verb}")


def check_keys(language, pages):
    known = {key for group in guide.window_keys() for keys, _ in group for key in keys} | {key for keys, _ in guide.plain_keys() for key in keys}
    for page, text in pages.items():
        for key in re.findall(r"<kbd>(.*?)</kbd>", text):
            if key not in known:
                fail(f"{language}/{page}: the window has no key {key}")


def check_pages(memtape, language, pages):
    with tempfile.TemporaryDirectory() as name:
        for page, text in pages.items():
            for link in re.findall(r"\]\(([^)#]*)\)", text):
                if not (guide.source / language / link).resolve().exists():
                    fail(f"{language}/{page}: {link} leads nowhere")
            woven = subprocess.run([memtape, "weave", guide.source / language / f"{page}.md", "-o", f"{name}/{page}.md", "--lang", language], capture_output=True, text=True)
            if woven.returncode or woven.stderr:
                fail(f"{language}/{page}: {woven.stderr}")


def check_built(memtape):
    """As tools/guide builds it: all that a page leads to is there, the keys stand in their page, and there is a PDF in each language where weasyprint is."""
    with tempfile.TemporaryDirectory() as name:
        out = pathlib.Path(name)
        guide.build(memtape, out)
        pages = list(out.glob("**/*.html"))
        for page in pages:
            plain = re.sub(r"<(pre|code|style|script)\b.*?</\1>", "", page.read_text(), flags=re.S)
            if "*" in plain or "](" in plain:  # as of an *emphasis…*that a letter follows
                fail(f"{page.relative_to(out)}: a sign of Markdown's stands in the text: {re.search(r'.{0,30}([*]|[]][(]).{0,30}', plain).group(0)}")
            for address in re.findall(r'(?:href|src)="([^"#]+)', page.read_text()):
                if not re.match(r"\w+:", address) and not (page.parent / address).exists():
                    fail(f"{page.relative_to(out)}: {address} is not there")
        for language in guide.WORDS:
            texts = list((guide.source / language).glob("*.md"))
            if not {text.stem for text in texts} <= {page.stem for page in pages if page.parent.name == language}:
                fail(f"{language}: pages are missing")
            if (out / language / "19-keys.html").read_text().count("<kbd>") < 60:
                fail(f"{language}: the keys are not told")
            paper = out / f"memtape-guide-{language}.pdf"
            if shutil.which("weasyprint") and pages_of(paper.read_bytes()) <= len(texts):
                fail(f"{language}: the PDF has too few pages")


def shape_of(text):
    """What is the same in all languages: programs but for their texts, what is asked of them, commands but for their language, headings by level, keys."""
    programs = [(re.sub(r' (alt|title)="[^"]*"', "", info), re.sub(r"^# (lesson|ask|answer|why):.*\n", "", inside, flags=re.M))
                for info, inside in blocks(text) if info != "sh"]
    return programs, [command.replace(" --lang ko", "") for command in commands(text)], re.findall(r"^#+ ", re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S), flags=re.M), sorted(re.findall(r"<kbd>.*?</kbd>", text))


def main():
    memtape = pathlib.Path(sys.argv[1]).resolve()
    languages = {language: {path.stem: path.read_text() for path in sorted((guide.source / language).glob("*.md"))} for language in guide.WORDS}
    if sum(len(group) for group in guide.window_keys()) < 40 or len(guide.plain_keys()) < 8:
        fail("the tables of the keys cannot be read")
    check_built(memtape)
    for language, pages in languages.items():
        if list(pages) != list(languages["en"]):
            fail(f"{language} has other pages than en")
        for page in pages:
            if page in languages["en"] and shape_of(pages[page]) != shape_of(languages["en"][page]):
                fail(f"{language}/{page}: programs, commands, headings or keys are others than in en")
        check_keys(language, pages)
        check_pages(memtape, language, pages)
        check_words(memtape, language, pages)
        check_verbs(language, pages)
        check_commands(memtape, language, pages)
    sys.exit(1 if failures else 0)


main()
