"""What a process holds while something is done to it for long: memory and file descriptors, as the kernel counts them."""
import collections
import os
import pathlib
import re
import time


def children_of(pid):
    found = []
    for task in pathlib.Path(f"/proc/{pid}/task").glob("*/children"):
        found += [int(word) for word in task.read_text().split()]
    return found


def open_files(pid):
    """What the descriptors lead to, one of a pipe or socket as any other."""
    found = collections.Counter()
    for link in pathlib.Path(f"/proc/{pid}/fd").iterdir():
        try:
            found[re.sub(r":\[\d+\]", "", os.readlink(link))] += 1
        except FileNotFoundError: # closed meanwhile
            pass
    return found


def descriptors(files):
    """How many, but the first of each file that the desktop shares: its caches of icons and types are opened when they are first wanted, and stay open."""
    return sum(count - name.startswith("/usr/share/") for name, count in files.items())


def gauges(pid, files):
    """Megabytes of its own (not shared with files), descriptors, threads."""
    status = dict(line.split(":", 1) for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines())
    return int(status["RssAnon"].split()[0]) / 1024, descriptors(files), int(status["Threads"])


class Log:
    """A line for each look; the end says whether it is flat: what is held in the last quarter against the second."""

    def __init__(self, pid, every):
        self.pid, self.every, self.began, self.next, self.rows, self.files = pid, every, time.monotonic(), 0, [], []
        print("seconds  MB  descriptors  threads  children", flush=True)

    def look(self, done=""):
        now = time.monotonic() - self.began
        if now < self.next:
            return
        self.next = now + self.every
        self.files.append(open_files(self.pid))
        self.rows.append(gauges(self.pid, self.files[-1]))
        memory, files, threads = self.rows[-1]
        print(f"{now:7.0f}  {memory:.1f}  {files}  {threads}  {len(children_of(self.pid))}  {done}", flush=True)

    def is_flat(self, most_growth):
        quarter = len(self.rows) // 4
        if not quarter:
            print("too short to tell anything")
            return True
        early, late = self.rows[quarter:2 * quarter], self.rows[-quarter:]
        mean = lambda rows, i: sum(row[i] for row in rows) / len(rows)
        growth = mean(late, 0) / mean(early, 0) - 1
        files = min(row[1] for row in late) - min(row[1] for row in early)
        for name, count in (self.files[-1] - self.files[quarter]).items():
            print(f"open at the end, and not before: {name} ({count})")
        print(f"memory: {mean(early, 0):.1f} MB, at the end {mean(late, 0):.1f} MB ({growth:+.1%}); descriptors: {files:+d}")
        return growth <= most_growth and files <= 0
