#!/usr/bin/env python3
"""Random programs, recorded one after another by one process for long: recordings.py FUZZ_RUN [SECONDS] [--seed N]

FUZZ_RUN is build/…/fuzz_run, which records each and asks for states. A line each ten seconds says what the process holds. The exit status is 1 where
memory or descriptors grow, or the process ends."""
import argparse
import pathlib
import subprocess
import sys
import tempfile
import time

from gauges import Log

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "fuzz" / "differential"))
from program_grammar import program


def main():
    words = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    words.add_argument("fuzz_run")
    words.add_argument("seconds", type=int, nargs="?", default=3600)
    words.add_argument("--seed", type=int, default=0)
    given = words.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(500):
            (pathlib.Path(folder) / f"{number:03}").write_text(program(given.seed + number))
        with open(f"{folder}.done", "w+") as done:
            process = subprocess.Popen([given.fuzz_run, *[folder] * 2000], stdout=done, stderr=subprocess.STDOUT)
            try:
                log, until = Log(process.pid, 10), time.monotonic() + given.seconds
                while time.monotonic() < until and process.poll() is None:
                    time.sleep(1)
                    if process.poll() is None:
                        log.look()
                ended = process.poll()
            finally:
                process.kill()
                process.wait()
            done.seek(0)
            count = sum(1 for _ in done)
        pathlib.Path(f"{folder}.done").unlink()
    flat = log.is_flat(.1)
    print(f"{count} programs were recorded" + (f"; it ended by itself ({ended})" if ended is not None else ""))
    return 0 if flat and ended in (None, 0) else 1


sys.exit(main())
