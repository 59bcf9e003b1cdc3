# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading dates and times by a format, for datetime.strptime()."""

import re

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _names(names, short):
    return "|".join(sorted((n[:3] if short else n for n in names), key=len, reverse=True))


# Each directive's pattern; the group has the directive's letter for its name.
_DIRECTIVES = {
    "d": r"3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9]", "f": r"[0-9]{1,6}", "H": r"2[0-3]|[0-1]\d|\d", "I": r"1[0-2]|0[1-9]|[1-9]| [1-9]",
    "G": r"\d\d\d\d", "j": r"36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9]", "m": r"1[0-2]|0[1-9]|[1-9]",
    "M": r"[0-5]\d|\d", "S": r"6[0-1]|[0-5]\d|\d", "U": r"5[0-3]|[0-4]\d|\d", "W": r"5[0-3]|[0-4]\d|\d", "V": r"5[0-3]|0[1-9]|[1-4]\d|\d",
    "w": r"[0-6]", "u": r"[1-7]", "y": r"\d\d", "Y": r"\d\d\d\d", "z": r"[+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?|(?-i:Z)",
    "A": _names(_DAYS, False), "a": _names(_DAYS, True), "B": _names(_MONTHS, False), "b": _names(_MONTHS, True), "p": "am|pm", "Z": "utc|gmt",
}
_ABBREVIATIONS = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "D": "%m/%d/%y", "T": "%H:%M:%S", "R": "%H:%M", "F": "%Y-%m-%d", "h": "%b"}


def _pattern_of(format):
    text, i = "", 0
    while i < len(format):
        character = format[i]
        i += 1
        if character.isspace():
            while i < len(format) and format[i].isspace():
                i += 1
            text += r"\s+"
        elif character != "%":
            text += re.escape(character)
        else:
            if i == len(format):
                raise ValueError(f"stray % in format '{format}'")
            kind = format[i]
            i += 1
            if kind == "%":
                text += "%"
            elif kind in _ABBREVIATIONS and kind in "cxX":
                text += _pattern_of(_ABBREVIATIONS[kind])
            elif kind in _DIRECTIVES:
                text += f"(?P<{kind}>{_DIRECTIVES[kind]})"
            else:
                raise ValueError(f"'{kind}' is a bad directive in format '{format}'")
    return text


def _offset(text):
    # Seconds and microseconds east of UTC.
    if text == "Z":
        return 0, 0
    sign = -1 if text[0] == "-" else 1
    digits = text[1:].replace(":", "")
    fraction = 0
    if "." in digits:
        digits, dot, rest = digits.partition(".")
        fraction = int(rest.ljust(6, "0"))
    seconds = int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + int(digits[4:6] or 0)
    return sign * seconds, sign * fraction


def read_fields(text, format):
    """A dict of what the text says: year, month, day, hour, minute, second, microsecond, offset (or None), zone (or None)."""
    for index, argument in enumerate((text, format)):
        if not isinstance(argument, str):
            raise TypeError(f"strptime() argument {index} must be str, not {type(argument)}")
    found = re.compile(_pattern_of(format), re.IGNORECASE).match(text)
    if not found:
        raise ValueError(f"time data {text!r} does not match format {format!r}")
    if len(text) != found.end():
        raise ValueError(f"unconverted data remains: {text[found.end():]}")
    given = found.groupdict()
    number = {name: int(value) for name, value in given.items() if name in "dfHIGjmMSUWVwuyY" and value is not None}
    month, day = number.get("m", 1), number.get("d", 1)
    if "B" in given:
        month = _MONTHS.index(given["B"].lower()) + 1
    elif "b" in given:
        month = [n[:3] for n in _MONTHS].index(given["b"].lower()) + 1
    year = number.get("Y")
    if "y" in number:
        year = number["y"] + (2000 if number["y"] <= 68 else 1900)
    hour = number.get("H", 0)
    if "I" in number:
        half = (given.get("p") or "").lower()
        hour = number["I"] % 12 + 12 if half == "pm" else number["I"] % 12 if half == "am" else number["I"]
    weekday = None
    if "A" in given:
        weekday = _DAYS.index(given["A"].lower())
    elif "a" in given:
        weekday = [n[:3] for n in _DAYS].index(given["a"].lower())
    elif "w" in number:
        weekday = (number["w"] - 1) % 7
    elif "u" in number:
        weekday = number["u"] - 1
    if "G" in number and "V" not in number:
        raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive ('%A', '%a', '%w', or '%u').")
    if "V" in number and "G" not in number:
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")
    fields = {"year": year, "month": month, "day": day, "hour": hour, "minute": number.get("M", 0), "second": number.get("S", 0),
              "microsecond": int(given["f"].ljust(6, "0")) if given.get("f") else 0,
              "offset": _offset(given["z"]) if given.get("z") else None, "zone": given.get("Z")}
    _settle_day(fields, number, weekday)
    return fields


def _settle_day(fields, number, weekday):
    # Days that are told by the week or the number in the year.
    import datetime
    made = None
    if "G" in number and weekday is not None:
        made = datetime.date.fromisocalendar(number["G"], number["V"], weekday + 1)
    elif fields["year"] is not None and weekday is not None and ("U" in number or "W" in number):
        first = datetime.date(fields["year"], 1, 1)
        starts_on_sunday = "U" in number
        week = number["U" if starts_on_sunday else "W"]
        shift = (first.weekday() + 1) % 7 if starts_on_sunday else first.weekday()
        in_week = (weekday + 1) % 7 if starts_on_sunday else weekday
        to_first_week = (7 - shift) % 7
        made = first + datetime.timedelta(to_first_week + 7 * (week - 1) + in_week)
    elif "j" in number:
        made = datetime.date(fields["year"] or 1900, 1, 1) + datetime.timedelta(number["j"] - 1)
    if made is not None:
        fields["year"], fields["month"], fields["day"] = made.year, made.month, made.day


def read_datetime(cls, text, format):
    import datetime
    fields = read_fields(text, format)
    zone = None
    if fields["offset"] is not None:
        seconds, micros = fields["offset"]
        offset = datetime.timedelta(seconds=seconds, microseconds=micros)
        zone = datetime.timezone(offset, fields["zone"]) if fields["zone"] else datetime.timezone(offset)
    year = 1900 if fields["year"] is None else fields["year"]
    return cls(year, fields["month"], fields["day"], fields["hour"], fields["minute"], fields["second"], fields["microsecond"], zone)
