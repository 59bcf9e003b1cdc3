#!/usr/bin/env python3
"""The window, used for long by keys under an X server of its own: window.py MEMTAPE-WINDOW [SECONDS] [--display N] [--shot PNG]

It steps, jumps, edits, records, turns pages and comes back, over programs of every kind. Twice a minute it comes to rest at the start of one and the
same program, and a line says what the process holds there. The exit status is 1 where memory or descriptors grow from rest to rest, or the window ends.
Needs Xvfb, openbox and xdotool."""
import argparse
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

from gauges import Log

PROGRAMS = pathlib.Path(__file__).resolve().parents[1] / "bench" / "pictures" / "programs"
RESTING = PROGRAMS / "matrix.py"
STEPS = ["F11", "alt+F11", "F10", "alt+F10", "shift+F11", "F8", "F7", "shift+F7", "ctrl+Home", "ctrl+End", "ctrl+Down", "ctrl+Up", "alt+Left", "alt+Right"]
PAGES = ["ctrl+h", "ctrl+b", "ctrl+m", "ctrl+j", "ctrl+i", "ctrl+t", "ctrl+1", "ctrl+2", "ctrl+3", "ctrl+4", "ctrl+0", "ctrl+9", "ctrl+shift+l", "ctrl+shift+c", "shift+F1"]


class Window:
    def __init__(self, executable, display, folder):
        self.folder = folder
        self.env = {**os.environ, "DISPLAY": f":{display}", "XDG_CONFIG_HOME": f"{folder}/config", "XDG_STATE_HOME": f"{folder}/state", "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
        os.makedirs(f"{folder}/config/openbox")
        self.server = subprocess.Popen(["Xvfb", f":{display}", "-screen", "0", "1400x900x24"], stderr=subprocess.DEVNULL)
        time.sleep(1)
        self.manager = subprocess.Popen(["openbox"], env=self.env, stderr=subprocess.DEVNULL)
        self.program = pathlib.Path(folder) / "p.py"
        self.change_program(random.Random(0))
        self.process = subprocess.Popen([executable, str(self.program)], env=self.env, stderr=open(f"{folder}/messages", "w"))

    def wait_until_shown(self):
        self.xdotool("search", "--sync", "--onlyvisible", "--pid", str(self.process.pid))
        time.sleep(1)

    def xdotool(self, *words):
        subprocess.run(["xdotool", *words], env=self.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60)

    def keys(self, *keys):
        self.xdotool("key", "--delay", "30", *keys)

    def change_program(self, chance):
        self.program.write_text(chance.choice(sorted(PROGRAMS.glob("*.py"))).read_text())

    def click(self, x, y):
        self.xdotool("mousemove", str(x), str(y), "click", "1")

    def end(self):
        self.keys("Escape", "ctrl+q")
        try:
            return self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGTERM)
            return self.process.wait(20)

    def close(self):
        for process in (self.process, self.manager, self.server):
            if process.poll() is None:
                process.kill()
                process.wait()


def rest(window):
    """To where any two moments are alike: the same program, kept, recorded, at its start, and the worker for the next one ready."""
    window.keys("Escape", "Escape", "ctrl+s")
    time.sleep(.5)
    window.program.write_text(RESTING.read_text())
    time.sleep(1)
    window.keys("F5")
    time.sleep(2)
    window.keys("ctrl+Home")
    time.sleep(2)


def use(window, chance):
    """One thing that somebody does; its name."""
    what = chance.choice(["step", "step", "step", "page", "page", "record", "edit", "file", "click", "play", "find"])
    if what == "step":
        window.keys(*(chance.choice(STEPS) for _ in range(12)))
    elif what == "page":
        page = chance.choice(PAGES)
        window.keys(page)
        time.sleep(.3)
        window.keys(*(["Escape"] if page in ("shift+F1", "ctrl+j") else ["F11"]))
    elif what == "record":
        window.keys("F5")
        time.sleep(.5)
    elif what == "edit":
        window.keys("ctrl+e", "ctrl+End", "Return")
        window.xdotool("type", "--delay", "10", f"x = [{chance.randrange(100)}] * 3")
        window.keys("F5")
        time.sleep(.5)
        window.keys(*chance.choice([["ctrl+z", "ctrl+z", "ctrl+z"], []]), "ctrl+s", "Escape")
    elif what == "file":
        window.change_program(chance)
        time.sleep(.7)
        window.keys("F5")
    elif what == "click":
        for _ in range(4):
            window.click(chance.randrange(450, 1350), chance.randrange(120, 720))
    elif what == "play":
        window.keys("ctrl+p")
        time.sleep(1)
        window.keys("ctrl+p")
    elif what == "find":
        window.keys("ctrl+g")
        window.xdotool("type", "--delay", "10", str(chance.randrange(60)))
        window.keys("Return", "Escape")
    return what


def main():
    words = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    words.add_argument("window")
    words.add_argument("seconds", type=int, nargs="?", default=3600)
    words.add_argument("--display", type=int, default=97)
    words.add_argument("--shot", help="a picture of the screen at the end (import of ImageMagick)")
    given = words.parse_args()
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        window = Window(os.path.abspath(given.window), given.display, folder)
        try:
            window.wait_until_shown()
            log, until, done, next_rest = Log(window.process.pid, 0), time.monotonic() + given.seconds, 0, 0
            while time.monotonic() < until:
                what = use(window, chance)
                done += 1
                if window.process.poll() is not None:
                    print(f"the window ended ({window.process.returncode}) after {done} things, the last: {what}")
                    print(pathlib.Path(f"{folder}/messages").read_text()[-2000:])
                    return 1
                if time.monotonic() > next_rest:
                    rest(window)
                    log.look(f"{done} things")
                    next_rest = time.monotonic() + 30
            if given.shot:
                subprocess.run(["import", "-window", "root", given.shot], env=window.env)
            flat = log.is_flat(.1)
            print(f"{done} things were done; it ended with {window.end()}")
            return 0 if flat else 1
        finally:
            window.close()


sys.exit(main())
