# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program seems to run on: Memtape is the same everywhere."""


def python_implementation():
    return "CPython"


def python_version():
    return "3.13.0"


def python_version_tuple():
    return "3", "13", "0"


def system():
    return "Linux"


def machine():
    return "x86_64"


def node():
    return "memtape"


def release():
    return ""


def version():
    return ""


def processor():
    return ""


def platform(aliased=False, terse=False):
    return "Linux"


def architecture(executable="", bits="", linkage=""):
    return "64bit", "ELF"


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    return "", ""
