#!/usr/bin/env python3
"""Interactive pages by the rules of axe-core (Deque; WCAG 2 A and AA, and what it calls best practice): axe_test.py MEMTAPE CHROMEDRIVER NPM FOLDER [--all]

axe-core comes from npm into FOLDER, once; where it cannot be had, the test is skipped (77). Each page is looked at wide and narrow, light and dark, at its
first step, at an open question, once that is answered, and at its last step, in each of its languages. Of the lessons a sample; with --all, each."""
import glob
import os
import subprocess
import sys
import tempfile

from webdriver import Browser

AXE = "axe-core@4.14.1"
root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def axe_from(npm, folder):
    path = os.path.join(folder, "node_modules/axe-core/axe.min.js")
    if not os.path.exists(path):
        os.makedirs(folder, exist_ok=True)
        done = subprocess.run([npm, "install", "--prefix", folder, "--no-save", "--no-audit", "--no-fund", AXE], capture_output=True, text=True)
        if done.returncode or not os.path.exists(path):
            print("axe-core cannot be had from npm:", (done.stderr.splitlines() or ["?"])[-1])
            sys.exit(77)
    with open(path, encoding="utf-8") as file:
        return file.read()


def violations(browser, axe):
    browser.run(axe + "\nwindow.axe = axe;")
    found = browser.run_later("""const done = arguments[arguments.length - 1];
        axe.run(document).then(result => done(result.violations.map(v =>
            v.id + ' (' + v.impact + '): ' + v.help + '\\n      ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' ' + n.any.concat(n.all).map(c => c.message).join('; ')).join('\\n      '))),
            error => done(['axe failed: ' + error]));""")
    return found


def moments(browser):
    """Opens one moment of the page after the other, and names it."""
    yield "first step"
    last = int(browser.run("return document.querySelector('.transport input').max"))
    for _ in range(last):
        if browser.run("return !!document.querySelector('#now .ask')"):
            yield "question"
            browser.run("""const right = document.querySelector('#now .answer[data-right]'), wrong = document.querySelector('#now .answer:not([data-right])');
                if (wrong) wrong.click(); if (right) right.click();""")
            yield "answer"
            break
        browser.press("ArrowRight")
    browser.press("End")
    yield "last step"
    if browser.run("return !!document.querySelector('.languages [lang=ko]')"):
        browser.click(".languages [lang=ko]")
        yield "Korean"


def main():
    arguments = sys.argv[1:]
    lessons = sorted(glob.glob(os.path.join(root, "resources/lessons/*.py")))
    if "--all" in arguments:
        arguments.remove("--all")
    else:
        lessons = [lessons[2], lessons[8]]
    memtape, driver, npm, folder = arguments
    axe = axe_from(npm, folder)
    failures = looked = 0
    with tempfile.TemporaryDirectory() as pages:
        browser = Browser(driver)
        try:
            for lesson in lessons:
                name = os.path.basename(lesson)[:-3]
                page = os.path.join(pages, name + ".html")
                subprocess.run([memtape, "export", lesson, "-o", page], check=True)
                for width, scheme in ((1280, None), (1280, "dark"), (390, None)):
                    browser.resize(width, 900)
                    browser.prefer(scheme)
                    browser.open(page)
                    for moment in moments(browser):
                        looked += 1
                        for violation in violations(browser, axe):
                            failures += 1
                            print(f"{name}, {width} px{', dark' if scheme else ''}, {moment}: {violation}")
        finally:
            browser.close()
    print(f"{looked} looks, {failures} violations")
    return failures != 0


sys.exit(main())
