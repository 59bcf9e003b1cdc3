#!/usr/bin/env python3
"""Interactive pages in a real browser: pages_test.py MEMTAPE CHROMEDRIVER [--all] [--keep DIR]

Every step forwards and back, keys, buttons, scrubber, both languages, questions, narrow and dark and printed pages, without script, content that looks like
markup; and the picture at some steps beside what `memtape export` paints of them. Of the lessons a sample; with --all, each."""
import glob
import os
import re
import subprocess
import sys
import tempfile

from png import read
from webdriver import Browser

root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

HOSTILE = '''class A:
    pass

a = A()
setattr(a, "<img src=x onerror=document.title='pwned'>", "</script><script>document.title='pwned'</script>")
text = "</li></ol><b id=planted>\\u202e\\u05d0\\u05d1 \\ud55c\\uae00 \\x07"
print("</pre><script>document.title='pwned'</script>", "'\\"&amp;")
long = "x" * 10000
'''


class Failed(Exception):
    pass


def check(what, wanted, got):
    if wanted != got:
        raise Failed(f"{what}: {got!r}, not {wanted!r}")


class Tests:
    def __init__(self, memtape, browser, folder, keep):
        self.memtape, self.browser, self.folder, self.keep = memtape, browser, folder, keep

    def export(self, program, name, *options):
        out = os.path.join(self.folder, name)
        subprocess.run([self.memtape, "export", program, "-o", out, *options], check=True)
        return out

    def shown(self, kind):
        """The pieces in sight, by what the browser computes."""
        return self.browser.run(f"""const all = Array.from(document.querySelectorAll('svg.{kind} > g > g'));
            return all.flatMap((g, i) => getComputedStyle(g).display === 'none' ? [] : [i])""")

    def state(self):
        return self.browser.run("""return {title: document.querySelector('#now h3').textContent, line: (document.querySelector('li.now') || {}).textContent,
            count: document.querySelector('.count').textContent, printed: document.querySelector('pre.output').textContent,
            said: document.querySelector('#now').textContent}""")

    def snap(self, name):
        if self.keep:
            with open(os.path.join(self.keep, name + ".png"), "wb") as file:
                file.write(self.browser.screenshot())

    # ---- what is tested

    def walks(self, page):
        """Each step is the same forwards and back, by keys and by the scrubber."""
        self.browser.open(page)
        last = int(self.browser.run("return document.querySelector('.transport input').max"))
        forward = []
        for step in range(last + 1):
            state = self.state()
            check("count", f"{step} / {last}", state["count"])
            forward.append((state, self.shown("w"), self.shown("n") and None))
            if not forward[-1][1]:
                raise Failed(f"step {step} shows nothing")
            self.browser.press("ArrowRight")
        for step in range(last, -1, -1):
            state = self.state()
            if (state, self.shown("w")) != forward[step][:2]:
                raise Failed(f"step {step} is another one backwards")
            self.browser.press("ArrowLeft")
        self.browser.press("End")
        check("End", f"{last} / {last}", self.state()["count"])
        self.browser.press("Home")
        check("Home", f"0 / {last}", self.state()["count"])
        self.browser.run("const s = document.querySelector('.transport input'); s.value = arguments[0]; s.dispatchEvent(new Event('input'))", last // 2)
        check("scrubber", forward[last // 2][0], self.state())
        self.browser.click("[data-go=step]")
        check("button", forward[last // 2 + 1][0], self.state())
        self.browser.click("[data-go=back]")
        check("button back", forward[last // 2][0], self.state())
        self.browser.open(page, f"#step={last}")
        check("fragment", forward[last][0], self.state())
        check("console", [], self.browser.complaints())

    def speaks(self, page):
        self.browser.open(page)
        before = self.state()
        self.browser.click(".languages [lang=ko]")
        korean = self.state()
        if not re.search("[가-힣]", korean["said"]):
            raise Failed("no Korean is said")
        check("lang", "ko", self.browser.run("return document.documentElement.lang"))
        self.snap("korean")
        self.browser.click(".languages [lang=en]")
        check("English again", before, self.state())

    def asks(self, page):
        """A question hides what comes next until it is answered."""
        self.browser.open(page)
        last = int(self.browser.run("return document.querySelector('.transport input').max"))
        for _ in range(last):
            if self.browser.run("return !!document.querySelector('#now .ask:not(.draw)')"):
                break
            self.browser.press("ArrowRight")
        visible = "const e = document.querySelector(arguments[0]); return !!e && getComputedStyle(e).display !== 'none'"
        check("next before", False, self.browser.run(visible, "#now .next"))
        if self.browser.run("return !!document.querySelector('#now .answer')"):
            self.browser.click("#now .answer:not([data-right])")
            check("wrong", True, self.browser.run(visible, "#now .wrong"))
            check("why after a wrong one", False, self.browser.run(visible, "#now .why"))
            self.browser.click("#now .answer[data-right]")
        else:
            self.browser.run("""const n = document.querySelector('#now .click').dataset.answer;
                document.querySelector(`svg.w [data-o="${n}"]:not(.h)`).dispatchEvent(new MouseEvent('click', {bubbles: true}))""")
        check("why", True, self.browser.run(visible, "#now .why"))
        check("next after", True, self.browser.run(visible, "#now .next"))
        self.snap("answered")

    def goes_to(self, page, selector):
        self.browser.open(page)
        for _ in range(int(self.browser.run("return document.querySelector('.transport input').max"))):
            if self.browser.run("return !!document.querySelector(arguments[0])", selector):
                return
            self.browser.press("ArrowRight")
        raise Failed(f"no step has {selector}")

    def predicts(self, page):
        """What Memtape asks by itself: objects have their letters in the picture, the answer tells the true sentence."""
        self.goes_to(page, "#now .about-to")
        check("next before", False, self.is_visible("#now .next"))
        check("one right answer", 1, self.browser.run("return document.querySelectorAll('#now .answer[data-right]').length"))
        self.snap("predict")
        self.browser.click("#now .answer:not([data-right])")
        check("why after a wrong one", False, self.is_visible("#now .why"))
        self.browser.click("#now .answer[data-right]")
        check("why", True, self.is_visible("#now .why"))
        check("next after", True, self.is_visible("#now .next"))

    def is_visible(self, selector):
        return self.browser.run("const e = document.querySelector(arguments[0]); return !!e && getComputedStyle(e).display !== 'none'", selector)

    def draws(self, page):
        """The arrows are gone, are drawn by the mouse and by the lists, and come back when they are right."""
        self.goes_to(page, "#now .draw")
        lines = "return document.querySelectorAll('svg.w .ours .rubber').length"
        gone = "return document.querySelectorAll('svg.w .gone').length"
        wanted = self.browser.run("return Array.from(document.querySelectorAll('#now .draw li')).map(i => i.dataset.to)")
        others = self.browser.run("return Array.from(document.querySelectorAll('#now .draw li')).map(i => Array.from(i.querySelectorAll('option')).map(o => o.value))")
        check("hidden", len(wanted), self.browser.run(gone))
        check("what happened before", False, self.is_visible("#now .just"))
        check("drawn", 0, self.browser.run(lines))
        self.browser.run("document.querySelector('svg.w').scrollIntoView({block: 'nearest'})")
        middle = """const r = document.querySelector(arguments[0]).getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]"""
        grip = self.browser.run(middle, "svg.w [data-dot='0']")
        self.browser.drag(grip, self.browser.run(middle, f"svg.w [data-o='{wanted[0]}']:not(.h)"))
        value = "return Array.from(document.querySelectorAll('#now select')).map(s => s.value)"
        check("drawn by the mouse", [wanted[0]] + [""] * (len(wanted) - 1), self.browser.run(value))
        check("a line", 1, self.browser.run(lines))
        self.browser.drag(grip, [grip[0] + 20, grip[1]])
        check("taken away", 0, self.browser.run(lines))
        choose = """const s = document.querySelectorAll('#now select')[arguments[0]]; s.value = arguments[1]; s.dispatchEvent(new Event('change', {bubbles: true}))"""
        for dot, target in enumerate(wanted):
            self.browser.run(choose, dot, target if dot else next(o for o in others[0] if o and o != target))
        self.snap("drawn")
        self.browser.click("#now [data-draw=check]")
        check("signs", ["✕"] + ["✓"] * (len(wanted) - 1), self.browser.run("return Array.from(document.querySelectorAll('#now .draw li b')).map(b => b.textContent)"))
        check("wrong", True, self.is_visible("#now .wrong"))
        check("why before", False, self.is_visible("#now .why"))
        self.browser.press("ArrowLeft", "ArrowRight")
        check("kept", len(wanted), self.browser.run(lines))
        self.browser.run(choose, 0, wanted[0])
        self.browser.click("#now [data-draw=check]")
        check("why", True, self.is_visible("#now .why"))
        check("next", True, self.is_visible("#now .next"))
        check("what happened", True, self.is_visible("#now .just"))
        check("arrows again", 0, self.browser.run(gone))
        check("no lines", 0, self.browser.run(lines))
        self.goes_to(page, "#now .draw")
        self.browser.click("#now [data-draw=show]")
        check("shown", (0, True), (self.browser.run(gone), self.is_visible("#now .why")))
        check("console", [], self.browser.complaints())

    def draws_by_touch(self, page):
        """On a telephone a finger draws: the page stays where it is, and each dot is large enough for it."""
        self.browser.resize(390, 844)
        self.goes_to(page, "#now .draw")
        wanted = self.browser.run("return Array.from(document.querySelectorAll('#now .draw li')).map(i => i.dataset.to)")
        middle = """const r = document.querySelector(arguments[0]).getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]"""
        within = """const r = document.querySelector(arguments[0]).getBoundingClientRect(), s = document.querySelector('.scroll').getBoundingClientRect();
            return r.left >= 0 && r.right <= innerWidth + 1 && r.width >= 24 && r.left >= s.left - 1 && r.right <= s.right + 1"""
        drawn = 0
        for dot, target in enumerate(wanted):
            grip, box = f"svg.n [data-dot='{dot}']", f"svg.n [data-o='{target}']:not(.h)"
            self.browser.run("document.querySelector(arguments[0]).scrollIntoView({block: 'center', inline: 'center'})", grip)
            check(f"dot {dot} can be brought in sight, and is large enough", True, self.browser.run(within, grip))
            before, start, end = self.browser.run("return scrollY"), self.browser.run(middle, grip), self.browser.run(middle, box)
            if not (0 < end[1] < 780 and 0 < end[0] < 388):  # out of sight meanwhile, or behind the buttons: then the list is there for it
                continue
            self.browser.drag(start, end, "touch")
            drawn += 1
            check(f"dot {dot} drawn by a finger", target, self.browser.run("return document.querySelectorAll('#now select')[arguments[0]].value", dot))
            check("the page has not moved", before, self.browser.run("return scrollY"))
        if drawn < 2:
            raise Failed("hardly an arrow can be drawn without moving the page")
        self.snap("touch")
        check("no wider than the telephone", True, self.browser.run("return document.documentElement.scrollWidth <= 390"))
        small = "return Array.from(document.querySelectorAll('#now :is(button, select)')).filter(b => b.getBoundingClientRect().height < 44).length"
        check("too small for a finger", 0, self.browser.run(small))
        check("console", [], self.browser.complaints())
        self.browser.resize(1280, 900)

    def looks_as_exported(self, program, page, steps):
        """The picture is the window's own: beside what export paints, but for how letters are rastered."""
        for step in steps:
            png = self.export(program, "one.png", "--step", str(step), "--no-legend")
            width, height, painted = read(open(png, "rb").read())
            self.browser.open(page, f"#step={step}")
            self.browser.run("document.querySelector('.scroll').style.maxHeight = 'none'")
            shot_width, shot_height, shot = read(self.browser.picture_of("svg.w"))
            left, top = 20, 43  # where the picture stands on the exported page: its margin, and the caption above
            columns, rows = min(shot_width, width - 2 * left), min(shot_height, height - top - 16)
            if columns < 400 or rows < 120:
                raise Failed("there is too little to compare")
            apart = sum(1 for y in range(2, rows - 2) for x in range(2, columns - 2)
                        if sum(abs(a - b) for a, b in zip(painted[top + y][left + x], shot[y][x])) > 220)
            if apart > 0.004 * columns * rows:
                raise Failed(f"step {step}: {apart} of {columns * rows} pixels are far apart")

    def fits_telephones(self, page):
        self.browser.resize(390, 844)
        self.browser.open(page, "#step=5")
        self.snap("narrow")
        wide = self.browser.run("return getComputedStyle(document.querySelector('svg.w')).display")
        check("wide picture", "none", wide)
        if self.browser.run("return document.documentElement.scrollWidth") > 390:
            raise Failed("the page is wider than the telephone")
        small = self.browser.run("""return Array.from(document.querySelectorAll('.transport button'))
            .filter(b => b.getBoundingClientRect().height < 44).length""")
        check("buttons too small for a finger", 0, small)
        self.browser.resize(1280, 900)

    def is_dark(self, page):
        self.browser.prefer("dark")
        self.browser.open(page, "#step=5")
        self.snap("dark")
        check("dark", "rgb(26, 28, 32)", self.browser.run("return getComputedStyle(document.body).backgroundColor"))
        self.browser.prefer()

    def prints(self, page):
        self.browser.prefer(media="print")
        self.browser.open(page, "#step=5")
        check("transport on paper", "none", self.browser.run("return getComputedStyle(document.querySelector('.transport')).display"))
        self.browser.prefer()

    def is_accessible(self, page):
        self.browser.open(page)
        nameless = self.browser.run("""return Array.from(document.querySelectorAll('button, input, [role]')).filter(e =>
            !e.textContent.trim() && !e.getAttribute('aria-label')).map(e => e.outerHTML)""")
        check("without a name", [], nameless)
        check("headings", True, self.browser.run("return document.querySelectorAll('h1').length === 1 && document.querySelectorAll('h2').length > 3"))
        check("live", "polite", self.browser.run("return document.querySelector('#now').getAttribute('aria-live')"))

    def is_harmless(self, page):
        self.browser.open(page)
        last = int(self.browser.run("return document.querySelector('.transport input').max"))
        for _ in range(last):
            self.browser.press("ArrowRight")
        check("title", "hostile.py", self.browser.run("return document.title"))
        check("planted", 0, self.browser.run("return document.querySelectorAll('#planted, img').length"))
        check("scripts", 1, self.browser.run("return document.scripts.length"))
        if "</pre><script>" not in self.state()["printed"]:
            raise Failed("what was printed is not shown as it is")
        check("console", [], self.browser.complaints())


def without_script(driver, page):
    browser = Browser(driver, script=False)
    try:
        browser.open(page)
        source = browser.call("GET", browser.session + "/source")
        if 'class="js' in source:
            raise Failed("the script ran")
        text = browser.call("GET", f"{browser.session}/element/{browser.element('body')}/text")
        if text.count("Step ") < 5:
            raise Failed("without script not all steps are told")
    finally:
        browser.close()


def main():
    arguments = sys.argv[1:]
    keep = None
    if "--keep" in arguments:
        at = arguments.index("--keep")
        keep = arguments[at + 1]
        del arguments[at:at + 2]
        os.makedirs(keep, exist_ok=True)
    lessons = sorted(glob.glob(os.path.join(root, "resources/lessons/*.py")))
    if "--all" in arguments:
        arguments.remove("--all")
    else:
        lessons = lessons[:3] + lessons[8:9]
    memtape, driver = arguments
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        hostile = os.path.join(folder, "hostile.py")
        with open(hostile, "w", encoding="utf-8") as file:
            file.write(HOSTILE)
        browser = Browser(driver)
        tests = Tests(os.path.abspath(memtape), browser, folder, keep)
        failures = 0

        def run(name, test, *what):
            nonlocal failures
            try:
                test(*what)
                print("passed", name)
            except (Failed, RuntimeError) as problem:
                failures += 1
                print("FAILED", name, "-", problem)

        try:
            pages = [tests.export(lesson, os.path.basename(lesson)[:-3] + ".html") for lesson in lessons]
            for page in pages:
                size = os.path.getsize(page)
                print(os.path.basename(page), size, "bytes")
                run("walks " + os.path.basename(page), tests.walks, page)
            run("speaks", tests.speaks, pages[0])
            for page in pages:
                run("asks " + os.path.basename(page), tests.asks, page)
            run("looks as exported", tests.looks_as_exported, lessons[2], pages[2], [3, 6, 9])
            run("fits telephones", tests.fits_telephones, pages[2])
            template = tests.export(os.path.join(root, "resources/templates/lesson.py"), "template.html")
            run("predicts", tests.predicts, template)
            arrows = tests.export(glob.glob(os.path.join(root, "resources/lessons/09-*.py"))[0], "arrows.html")
            run("draws", tests.draws, arrows)
            run("draws by touch", tests.draws_by_touch, arrows)
            run("walks with a drawing", tests.walks, template)
            run("is dark", tests.is_dark, pages[2])
            run("prints", tests.prints, pages[2])
            run("is accessible", tests.is_accessible, pages[2])
            run("is harmless", tests.is_harmless, tests.export(hostile, "hostile.html"))
            tests.snap("wide")
        finally:
            browser.close()
        run("without script", without_script, driver, pages[0])
    return failures != 0


sys.exit(main())
