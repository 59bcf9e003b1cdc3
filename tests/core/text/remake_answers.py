#!/usr/bin/env python3.13
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes unicode.answers: what CPython 3.13 says of every code point, a line for each question: its name, how many code points the answer is
about, and a digest of which they are (and what becomes of them). unicode_answers_test.cpp asks core/text the same."""
import os
import unicodedata

POINTS = [chr(c) for c in range(0x110000)]


def digest(numbers):
    total = 0
    for number in numbers:
        total = (total * 1000003 + number) % 4294967291
    return total


YES_OR_NO = {
    "isAlpha": str.isalpha,
    "isDecimal": str.isdecimal,
    "isDigit": str.isdigit,
    "isNumeric": str.isnumeric,
    "isAlnum": str.isalnum,
    "isSpace": str.isspace,
    "isPrintable": str.isprintable,
    "isUpper": str.isupper,
    "isLower": str.islower,
    "isTitle": lambda c: unicodedata.category(c) == "Lt",
    "isLineBreak": lambda c: len(("a" + c + "b").splitlines()) == 2,
    "isIdentifierStart": str.isidentifier,
    "isIdentifierContinue": lambda c: ("a" + c).isidentifier(),
    "isAssigned": lambda c: unicodedata.category(c) != "Cn",
    "isWide": lambda c: unicodedata.east_asian_width(c) in "WF",
    # Whether a sigma behind it is one at the end of a word tells what it is in its case.
    "isCased and not isCaseIgnorable": lambda c: (c + "\u03a3").lower().endswith("\u03c2"),
    "isCased or isCaseIgnorable": lambda c: ("a" + c + "\u03a3").lower().endswith("\u03c2"),
}
TEXTS = {
    "toUpper": str.upper,
    "toLower": str.lower,
    "toTitle": str.title,
    "toFold": str.casefold,
    "normalizedKc": lambda c: c if "\ud800" <= c <= "\udfff" else unicodedata.normalize("NFKC", c),
}
VALUES = {"decimalValue": unicodedata.decimal, "digitValue": unicodedata.digit}

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "unicode.answers"), "w") as out:
    def write(name, answers):
        print(f"{name}: {len(answers)} {digest(number for answer in answers for number in answer)}", file=out)

    for name, holds in YES_OR_NO.items():
        write(name, [(ord(c),) for c in POINTS if holds(c)])
    for name, change in TEXTS.items():
        write(name, [(ord(c), *map(ord, change(c))) for c in POINTS if change(c) != c])
    for name, worth in VALUES.items():
        write(name, [(ord(c), worth(c)) for c in POINTS if worth(c, -1) >= 0])
