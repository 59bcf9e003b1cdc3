#!/usr/bin/env python3
"""How many bytes pages take, packed as a server sends them (gzip): each lesson's at most 60 kB, that of 500 steps with a tree at most 400 kB.
sizes_test.py MEMTAPE"""
import glob
import gzip
import os
import subprocess
import sys
import tempfile

root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
LESSON, TREE = 60_000, 400_000
STEPS = 500


def main():
    memtape = sys.argv[1]
    too_large = 0
    pages = [(path, [], LESSON) for path in sorted(glob.glob(os.path.join(root, "resources/lessons/*.py")))]
    pages.append((os.path.join(root, "tests/pages/tree.py"), ["--range", f"0:{STEPS - 1}"], TREE))
    with tempfile.TemporaryDirectory() as folder:
        for path, options, most in pages:
            out = os.path.join(folder, "page.html")
            subprocess.run([memtape, "export", path, *options, "-o", out], check=True)
            with open(out, "rb") as file:
                page = file.read()
            packed = len(gzip.compress(page, 9, mtime=0))
            too_large += packed > most
            print(f"{packed:7} of {most:7} bytes, {len(page):8} unpacked: {os.path.basename(path)}{' TOO LARGE' if packed > most else ''}")
    return too_large > 0


sys.exit(main())
