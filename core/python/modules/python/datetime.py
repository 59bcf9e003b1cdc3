# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates, times of day, and differences between them, by the Gregorian calendar as if it had always been in use."""

import math as _math
import time as _time
from _static_types import name_in_full as _name_in_full
from operator import index as _index

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")

MINYEAR = 1
MAXYEAR = 9999
_MAX_ORDINAL = 3652059
_MONTH_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


# ---- the calendar

def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _month_length(year, month):
    return 29 if month == 2 and _is_leap(year) else _MONTH_LENGTHS[month]


def _days_before_month(year, month):
    return _DAYS_BEFORE[month] + (month > 2 and _is_leap(year))


def _ordinal(year, month, day):
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400 + _days_before_month(year, month) + day


def _from_ordinal(n):
    n -= 1
    cycles400, n = divmod(n, 146097)
    cycles100, n = divmod(n, 36524)
    cycles4, n = divmod(n, 1461)
    years, n = divmod(n, 365)
    year = cycles400 * 400 + cycles100 * 100 + cycles4 * 4 + years + 1
    if years == 4 or cycles100 == 4:
        return year - 1, 12, 31
    month = (n + 50) >> 5
    if _days_before_month(year, month) > n:
        month -= 1
    return year, month, n - _days_before_month(year, month) + 1


def _iso_first_monday(year):
    first = _ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    return first - weekday + (7 if weekday > 3 else 0)


_absent = object()


def _require(*values):
    for i, value in enumerate(values):
        if value is _absent:
            raise TypeError(f"function missing required argument '{('year', 'month', 'day')[i]}' (pos {i + 1})")


def _check_date(year, month, day):
    year, month, day = _index(year), _index(month), _index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _month_length(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    hour, minute, second, microsecond = _index(hour), _index(minute), _index(second), _index(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return hour, minute, second, microsecond


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(zone).__name__}'")


def _check_offset(name, offset):
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{name}() must return None or a timedelta, not '{type(offset).__name__}'")
    if not -timedelta(1) < offset < timedelta(1):
        raise ValueError(f"offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not {offset!r}.")
    return offset


# ---- texts

def _time_text(hour, minute, second, microsecond, timespec="auto"):
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    if timespec == "hours":
        return f"{hour:02d}"
    if timespec == "minutes":
        return f"{hour:02d}:{minute:02d}"
    if timespec == "seconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}"
    if timespec == "milliseconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}.{microsecond // 1000:03d}"
    if timespec == "microseconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}.{microsecond:06d}"
    raise ValueError("Unknown timespec value")


def _offset_text(offset, separator=":"):
    if offset is None:
        return ""
    sign = "-" if offset.days < 0 else "+"
    offset = abs(offset)
    minutes, seconds = divmod(offset.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    text = f"{sign}{hours:02d}{separator}{minutes:02d}"
    if seconds or offset.microseconds:
        text += f"{separator}{seconds:02d}"
        if offset.microseconds:
            text += f".{offset.microseconds:06d}"
    return text


def _formatted(value, format, timetuple):
    # %f and what depends on the zone are filled in here, the rest by time.strftime.
    parts = []
    i = 0
    while i < len(format):
        character = format[i]
        i += 1
        if character != "%" or i == len(format):
            parts.append(character)
            continue
        kind = format[i]
        i += 1
        if kind == "f":
            parts.append(f"{getattr(value, 'microsecond', 0):06d}")
        elif kind == "z":
            parts.append(_offset_text(value.utcoffset(), "") if hasattr(value, "utcoffset") else "")
        elif kind == ":" and format[i:i + 1] == "z":
            i += 1
            parts.append(_offset_text(value.utcoffset()) if hasattr(value, "utcoffset") else "")
        elif kind == "Z":
            name = value.tzname() if hasattr(value, "tzname") else None
            parts.append((name or "").replace("%", "%%"))
        else:
            parts.append("%" + kind)
    return _time.strftime("".join(parts), timetuple)


# ---- reading ISO 8601

def _digits(text, count):
    if len(text) < count or not text[:count].isascii() or not text[:count].isdigit():
        raise ValueError
    return int(text[:count]), text[count:]


def _read_date(text):
    year, text = _digits(text, 4)
    dashes = text.startswith("-")
    text = text[dashes:]
    if text.startswith("W"):
        week, text = _digits(text[1:], 2)
        day = 1
        if text:
            if dashes:
                if text[0] != "-":
                    raise ValueError
                text = text[1:]
            day, text = _digits(text, 1)
        if text:
            raise ValueError
        made = date.fromisocalendar(year, week, day)
        return made.year, made.month, made.day
    month, text = _digits(text, 2)
    if dashes:
        if not text.startswith("-"):
            raise ValueError
        text = text[1:]
    day, text = _digits(text, 2)
    if text:
        raise ValueError
    return year, month, day


def _read_clock(text):
    fields = [0, 0, 0]
    colons = len(text) > 2 and text[2] == ":"
    for i in range(3):
        fields[i], text = _digits(text, 2)
        if not text or text[0] in ".,":
            break
        if i < 2 and colons:
            if text[0] != ":":
                raise ValueError
            text = text[1:]
    fraction = 0
    if text:
        if text[0] not in ".," or i != 2 or not text[1:].isdigit() or not text[1:].isascii():
            raise ValueError
        fraction = int(text[1:7].ljust(6, "0"))
    return fields + [fraction]


def _read_time(text):
    zone_at = next((i for i, c in enumerate(text) if c in "+-Z"), None)
    clock = _read_clock(text if zone_at is None else text[:zone_at])
    zone = None
    if zone_at is not None:
        if text[zone_at] == "Z":
            if text[zone_at + 1:]:
                raise ValueError
            zone = timezone.utc
        else:
            hours, minutes, seconds, micros = _read_clock(text[zone_at + 1:])
            offset = timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=micros)
            zone = timezone(-offset if text[zone_at] == "-" else offset) if offset else timezone.utc
    return clock + [zone]


class timedelta:
    """Difference between two datetime values."""

    __slots__ = ("_days", "_seconds", "_microseconds", "_hash")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total = 0
        left = 0.0 # what fractions of microseconds add up to
        for name, value, factor in (("microseconds", microseconds, 1), ("milliseconds", milliseconds, 1000), ("seconds", seconds, 10**6),
                                    ("minutes", minutes, 60 * 10**6), ("hours", hours, 3600 * 10**6), ("days", days, 86400 * 10**6),
                                    ("weeks", weeks, 7 * 86400 * 10**6)):
            if isinstance(value, int):
                total += value * factor
            elif isinstance(value, float):
                fraction, whole = _math.modf(value)
                total += int(whole) * factor
                fraction, whole = _math.modf(fraction * factor)
                total += int(whole)
                left += fraction
            else:
                raise TypeError(f"unsupported type for timedelta {name} component: {type(value).__name__}")
        return cls._of(total + _nearest_even(total, left))

    @classmethod
    def _of(cls, microseconds):
        seconds, micros = divmod(microseconds, 10**6)
        days, seconds = divmod(seconds, 86400)
        if not -2**31 <= days < 2**31:
            raise OverflowError("Python int too large to convert to C int")
        if abs(days) > 999999999:
            raise OverflowError(f"days={days}; must have magnitude <= 999999999")
        self = object.__new__(cls)
        self._days, self._seconds, self._microseconds, self._hash = days, seconds, micros, -1
        return self

    def _total(self):
        return (self._days * 86400 + self._seconds) * 10**6 + self._microseconds

    days = property(lambda self: self._days, doc="Number of days.")
    seconds = property(lambda self: self._seconds, doc="Number of seconds (>= 0 and less than 1 day).")
    microseconds = property(lambda self: self._microseconds, doc="Number of microseconds (>= 0 and less than 1 second).")

    def total_seconds(self):
        "Total seconds in the duration."
        return self._total() / 10**6

    def __repr__(self):
        parts = [f"{name}={value}" for name, value in (("days", self._days), ("seconds", self._seconds), ("microseconds", self._microseconds)) if value]
        return f"{_type_name(self)}({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f"{hours}:{minutes:02d}:{seconds:02d}"
        if self._days:
            text = f"{self._days} day{'' if abs(self._days) == 1 else 's'}, {text}"
        return text + (f".{self._microseconds:06d}" if self._microseconds else "")

    def __add__(self, other):
        return timedelta._of(self._total() + other._total()) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return timedelta._of(self._total() - other._total()) if isinstance(other, timedelta) else NotImplemented

    def __rsub__(self, other):
        return timedelta._of(other._total() - self._total()) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return timedelta._of(-self._total())

    def __pos__(self):
        return timedelta._of(self._total())

    def __abs__(self):
        return -self if self._days < 0 else self

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._total() * other)
        if isinstance(other, float):
            top, bottom = other.as_integer_ratio()
            return timedelta._of(_divided_nearest(self._total() * top, bottom))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total() // other._total()
        return timedelta._of(self._total() // other) if isinstance(other, int) else NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        if isinstance(other, int):
            return timedelta._of(_divided_nearest(self._total(), other))
        if isinstance(other, float):
            top, bottom = other.as_integer_ratio()
            return timedelta._of(_divided_nearest(self._total() * bottom, top))
        return NotImplemented

    def __mod__(self, other):
        return timedelta._of(self._total() % other._total()) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        quotient, rest = divmod(self._total(), other._total())
        return quotient, timedelta._of(rest)

    def __eq__(self, other):
        return self._total() == other._total() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total() < other._total() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._total() <= other._total() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._total() > other._total() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._total() >= other._total() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        if self._hash == -1:
            self._hash = hash((self._days, self._seconds, self._microseconds))
        return self._hash

    def __bool__(self):
        return bool(self._days or self._seconds or self._microseconds)

    def __reduce__(self):
        return self.__class__, (self._days, self._seconds, self._microseconds)


def _nearest_even(whole, fraction):
    # The integer nearest to whole + fraction is whole + what comes back; halves go to the even one.
    down = _math.floor(fraction)
    rest = fraction - down
    if rest > 0.5 or (rest == 0.5 and (whole + down) % 2):
        down += 1
    return down


def _divided_nearest(a, b):
    if b == 0:
        raise ZeroDivisionError("integer division or modulo by zero")
    quotient, rest = divmod(a, b)
    double = rest * 2
    if (double > b if b > 0 else double < b) or (double == b and quotient % 2):
        quotient += 1
    return quotient


def _type_name(o):
    cls = o.__class__
    return f"{cls.__module__}.{cls.__qualname__}"


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)


class tzinfo:
    """Abstract base class for time zone info objects."""

    __slots__ = ()

    def tzname(self, dt):
        "datetime -> string name of time zone."
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        "datetime -> timedelta showing offset from UTC, negative values indicating West of UTC"
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        "datetime -> DST offset as timedelta positive east of UTC."
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        "datetime in UTC -> datetime in local time."
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        saving = dt.dst()
        if saving is None:
            raise ValueError("fromutc: non-None dst() result required")
        standard = offset - saving
        if standard:
            dt += standard
            saving = dt.dst()
            if saving is None:
                raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return dt + saving


class timezone(tzinfo):
    """Fixed offset from UTC implementation of tzinfo."""

    __slots__ = ("_offset", "_name")

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}")
        if name is not None and not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {type(name).__name__}")
        if name is None and not offset and hasattr(cls, "utc"):
            return cls.utc
        if not -timedelta(1) < offset < timedelta(1):
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not " f"{offset!r}.")
        self = tzinfo.__new__(cls)
        self._offset, self._name = offset, name
        return self

    def _check(self, dt, name):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError(f"{name}(dt) argument must be a datetime instance or None, not {type(dt).__name__}")

    def utcoffset(self, dt):
        self._check(dt, "utcoffset")
        return self._offset

    def tzname(self, dt):
        self._check(dt, "tzname")
        if self._name is not None:
            return self._name
        return "UTC" + (_offset_text(self._offset) if self._offset else "")

    def dst(self, dt):
        self._check(dt, "dst")
        return None

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime instance, not " + type(dt).__name__)
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        return f"{_type_name(self)}({self._offset!r}{'' if self._name is None else f', {self._name!r}'})"

    def __str__(self):
        return self.tzname(None)

    def __getinitargs__(self):
        return (self._offset,) if self._name is None else (self._offset, self._name)

    def __reduce__(self):
        return self.__class__, self.__getinitargs__()


class date:
    """date(year, month, day) --> date object"""

    __slots__ = ("_year", "_month", "_day", "_hash")

    def __new__(cls, year=_absent, month=_absent, day=_absent):
        _require(year, month, day)
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        self._hash = -1
        return self

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        "Create a date from a POSIX timestamp, in local time."
        t = _time.localtime(timestamp)
        return cls(t.tm_year, t.tm_mon, t.tm_mday)

    @classmethod
    def today(cls):
        "Current date or datetime:  same as self.__class__.fromtimestamp(time.time())."
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, ordinal, /):
        "int -> date corresponding to a proleptic Gregorian ordinal."
        if ordinal < 1:
            raise ValueError("ordinal must be >= 1")
        if ordinal > _MAX_ORDINAL:
            raise ValueError("year is out of range")
        return cls(*_from_ordinal(ordinal))

    @classmethod
    def fromisoformat(cls, text, /):
        "str -> Construct a date from a string in ISO 8601 format."
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            if len(text) not in (7, 8, 10):
                raise ValueError
            parts = _read_date(text)
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {text!r}") from None
        return cls(*parts)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        "int, int, int -> Construct a date from the ISO year, week number and weekday."
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f"Year is out of range: {year}")
        if not 0 < week < 53:
            long = week == 53 and (_iso_first_monday(year + 1) - _iso_first_monday(year)) == 53 * 7
            if not long:
                raise ValueError(f"Invalid week: {week}")
        if not 0 < day < 8:
            raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
        return cls(*_from_ordinal(_iso_first_monday(year) + (week - 1) * 7 + day - 1))

    def toordinal(self):
        "Return proleptic Gregorian ordinal.  January 1 of year 1 is day 1."
        return _ordinal(self._year, self._month, self._day)

    def weekday(self):
        "Return the day of the week represented by the date.\nMonday == 0 ... Sunday == 6"
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        "Return the day of the week represented by the date.\nMonday == 1 ... Sunday == 7"
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        "Return a named tuple containing ISO year, week number, and weekday."
        year, ordinal = self._year, _ordinal(self._year, self._month, self._day)
        week, day = divmod(ordinal - _iso_first_monday(year), 7)
        if week < 0:
            year -= 1
            week, day = divmod(ordinal - _iso_first_monday(year), 7)
        elif week >= 52 and ordinal >= _iso_first_monday(year + 1):
            year += 1
            week = 0
        return IsoCalendarDate(year, week + 1, day + 1)

    def timetuple(self):
        "Return time tuple, compatible with time.localtime()."
        return _timetuple(self, 0, 0, 0, -1)

    def replace(self, year=None, month=None, day=None):
        "Return date with new specified fields."
        return type(self)(self._year if year is None else year, self._month if month is None else month, self._day if day is None else day)

    __replace__ = replace

    def isoformat(self):
        "Return string in ISO 8601 format, YYYY-MM-DD."
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    __str__ = isoformat

    def __repr__(self):
        return f"{_type_name(self)}({self._year}, {self._month}, {self._day})"

    def ctime(self):
        "Return ctime() style string."
        return f"{_DAYS[self.toordinal() % 7 or 7]} {_MONTHS[self._month]} {self._day:2d} 00:00:00 {self._year:04d}"

    def strftime(self, format):
        "format -> strftime() style string."
        if not isinstance(format, str):
            raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
        return _formatted(self, format, self.timetuple())

    def __format__(self, format):
        if not isinstance(format, str):
            raise TypeError(f"__format__() argument 1 must be str, not {type(format).__name__}")
        return self.strftime(format) if format else str(self)

    def _key(self):
        return self._year, self._month, self._day

    def _comparable(self, other):
        return isinstance(other, date) and not isinstance(other, datetime)

    def __eq__(self, other):
        return self._key() == other._key() if self._comparable(other) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if self._comparable(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._comparable(other) else NotImplemented

    def __hash__(self):
        if self._hash == -1:
            self._hash = hash(bytes((*divmod(self._year, 256), self._month, self._day)))
        return self._hash

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        ordinal = self.toordinal() + other.days
        if not 0 < ordinal <= _MAX_ORDINAL:
            raise OverflowError("date value out of range")
        return type(self)(*_from_ordinal(ordinal))

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if self._comparable(other):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __reduce__(self):
        return self.__class__, self._key()


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)


class IsoCalendarDate(tuple):
    """What isocalendar() gives."""

    __slots__ = ()

    def __new__(cls, year, week, weekday):
        return tuple.__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f"{_type_name(self)}(year={self[0]}, week={self[1]}, weekday={self[2]})"

    def __reduce__(self):
        return tuple, (tuple(self),)


def _timetuple(day, hour, minute, second, saving):
    return _time.struct_time((day.year, day.month, day.day, hour, minute, second, day.weekday(),
                              _days_before_month(day.year, day.month) + day.day, saving))


class time:
    """time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object"""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold", "_hash")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self._tzinfo, self._fold, self._hash = tzinfo, fold, -1
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def fromisoformat(cls, text, /):
        "string -> time from a string in ISO 8601 format"
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            parts = _read_time(text.removeprefix("T"))
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {text!r}") from None
        return cls(*parts)

    def utcoffset(self):
        "Return self.tzinfo.utcoffset(self)."
        return None if self._tzinfo is None else _check_offset("utcoffset", self._tzinfo.utcoffset(None))

    def tzname(self):
        "Return self.tzinfo.tzname(self)."
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def dst(self):
        "Return self.tzinfo.dst(self)."
        return None if self._tzinfo is None else _check_offset("dst", self._tzinfo.dst(None))

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        "Return time with new specified fields."
        return type(self)(self._hour if hour is None else hour, self._minute if minute is None else minute, self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond, self._tzinfo if tzinfo is True else tzinfo,
                          fold=self._fold if fold is None else fold)

    __replace__ = replace

    def isoformat(self, timespec="auto"):
        "Return string in ISO 8601 format, [HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM]."
        return _time_text(self._hour, self._minute, self._second, self._microsecond, timespec) + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        fields = [self._hour, self._minute]
        if self._second or self._microsecond:
            fields.append(self._second)
        if self._microsecond:
            fields.append(self._microsecond)
        text = ", ".join(map(str, fields))
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        return f"{_type_name(self)}({text}{', fold=1' if self._fold else ''})"

    def strftime(self, format):
        "format -> strftime() style string."
        return _formatted(self, format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))

    def __format__(self, format):
        if not isinstance(format, str):
            raise TypeError(f"__format__() argument 1 must be str, not {type(format).__name__}")
        return self.strftime(format) if format else str(self)

    def _micros(self):
        return ((self._hour * 60 + self._minute) * 60 + self._second) * 10**6 + self._microsecond

    def _compare(self, other, equality):
        # The difference in microseconds; None: not to be compared.
        mine, others = self.utcoffset(), other.utcoffset()
        if (mine is None) != (others is None):
            if equality:
                return None
            raise TypeError("can't compare offset-naive and offset-aware times")
        difference = self._micros() - other._micros()
        return difference if mine is None else difference - (mine._total() - others._total())

    def __eq__(self, other):
        return self._compare(other, True) == 0 if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        return self._compare(other, False) < 0 if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._compare(other, False) <= 0 if isinstance(other, time) else NotImplemented

    def __gt__(self, other):
        return self._compare(other, False) > 0 if isinstance(other, time) else NotImplemented

    def __ge__(self, other):
        return self._compare(other, False) >= 0 if isinstance(other, time) else NotImplemented

    def __hash__(self):
        if self._hash == -1:
            offset = self.utcoffset()
            self._hash = hash(self._micros() if offset is None else timedelta(microseconds=self._micros()) - offset)
        return self._hash

    def __reduce__(self):
        return self.__class__, (self._hour, self._minute, self._second, self._microsecond, self._tzinfo)


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)


class datetime(date):
    """datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])

The year, month and day arguments are required. tzinfo may be None, or an
instance of a tzinfo subclass. The remaining arguments may be ints."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, year=_absent, month=_absent, day=_absent, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _require(year, month, day)
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        self._hour, self._minute, self._second, self._microsecond = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self._tzinfo, self._fold, self._hash = tzinfo, fold, -1
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def _at(cls, micros, zone=None):
        # So many microseconds after the beginning of the first day.
        days, micros = divmod(micros, 86400 * 10**6)
        if not 0 < days <= _MAX_ORDINAL:
            raise OverflowError("date value out of range")
        seconds, micros = divmod(micros, 10**6)
        minutes, seconds = divmod(seconds, 60)
        hours, minutes = divmod(minutes, 60)
        return cls(*_from_ordinal(days), hours, minutes, seconds, micros, zone)

    def _micros(self):
        return (((self.toordinal() * 24 + self._hour) * 60 + self._minute) * 60 + self._second) * 10**6 + self._microsecond

    @classmethod
    def _from_timestamp(cls, timestamp, shift):
        fraction, whole = _math.modf(timestamp)
        micros = round(fraction * 1e6)
        seconds = int(whole) + shift
        try:
            return cls._at((seconds + 719163 * 86400) * 10**6 + micros)
        except OverflowError:
            raise ValueError(f"year is out of range") from None

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        "timestamp[, tz] -> tz's local time from POSIX timestamp."
        _check_zone(tz)
        if tz is not None:
            return tz.fromutc(cls._from_timestamp(timestamp, 0).replace(tzinfo=tz))
        return cls._from_timestamp(timestamp, -_time.timezone)

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        "Construct a naive UTC datetime from a POSIX timestamp."
        _warn_naive("utcfromtimestamp() is deprecated and scheduled for removal in a future version. Use timezone-aware objects to represent "
                    "datetimes in UTC: datetime.datetime.fromtimestamp(timestamp, datetime.UTC).")
        return cls._from_timestamp(timestamp, 0)

    @classmethod
    def now(cls, tz=None):
        "Returns new datetime object representing current time local to tz."
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        "Return a new datetime representing UTC day and time."
        _warn_naive("utcnow() is deprecated and scheduled for removal in a future version. Use timezone-aware objects to represent "
                    "datetimes in UTC: datetime.datetime.now(datetime.UTC).")
        return cls._from_timestamp(_time.time(), 0)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        "date, time -> datetime with same date and time fields"
        if not isinstance(date, _date_class):
            raise TypeError(f"combine() argument 1 must be datetime.date, not {type(date).__name__}")
        if not isinstance(time, _time_class):
            raise TypeError(f"combine() argument 2 must be datetime.time, not {type(time).__name__}")
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                   time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, text, /):
        "string -> datetime from a string in most ISO 8601 formats"
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            if len(text) < 7:
                raise ValueError
            if text[4:5] == "-":
                end = 10 if text[5:6] != "W" else (10 if text[8:9] == "-" else 8)
            else:
                end = 8 if text[4:5] != "W" else (8 if text[7:8].isdigit() else 7)
            day, clock = text[:end], text[end + 1:]
            parts = _read_date(day)
            rest = _read_time(clock) if clock else [0, 0, 0, 0, None]
            if len(text) == end + 1:
                raise ValueError
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {text!r}") from None
        return cls(*parts, *rest)

    @classmethod
    def strptime(cls, text, format, /):
        "string, format -> new datetime parsed from a string (like time.strptime())."
        import _strptime
        return _strptime.read_datetime(cls, text, format)

    def utcoffset(self):
        "Return self.tzinfo.utcoffset(self)."
        return None if self._tzinfo is None else _check_offset("utcoffset", self._tzinfo.utcoffset(self))

    def tzname(self):
        "Return self.tzinfo.tzname(self)."
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        "Return self.tzinfo.dst(self)."
        return None if self._tzinfo is None else _check_offset("dst", self._tzinfo.dst(self))

    def date(self):
        "Return date object with same year, month and day."
        return _date_class(self._year, self._month, self._day)

    def time(self):
        "Return time object with same time but with tzinfo=None."
        return _time_class(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        "Return time object with same time and tzinfo."
        return _time_class(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def timetuple(self):
        "Return time tuple, compatible with time.localtime()."
        saving = self.dst()
        return _timetuple(self, self._hour, self._minute, self._second, -1 if saving is None else 1 if saving else 0)

    def utctimetuple(self):
        "Return UTC time tuple, compatible with time.localtime()."
        offset = self.utcoffset()
        utc = self - offset if offset else self
        return _timetuple(utc, utc._hour, utc._minute, utc._second, 0)

    def timestamp(self):
        "Return POSIX timestamp as float."
        if self._tzinfo is None:
            return (self._micros() - 719163 * 86400 * 10**6) / 10**6 + _time.timezone
        return (self - _epoch).total_seconds()

    def astimezone(self, tz=None):
        "tz -> convert to local time in new timezone tz"
        if tz is None:
            tz = timezone(timedelta(seconds=-_time.timezone), _time.tzname[0])
        elif not isinstance(tz, _tzinfo_class):
            raise TypeError(f"tz argument must be an instance of tzinfo")
        offset = self.utcoffset()
        if offset is None:
            offset = timedelta(seconds=-_time.timezone)
        elif self._tzinfo is tz:
            return self
        return tz.fromutc((self - offset).replace(tzinfo=tz))

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        "Return datetime with new specified fields."
        return type(self)(self._year if year is None else year, self._month if month is None else month, self._day if day is None else day,
                          self._hour if hour is None else hour, self._minute if minute is None else minute,
                          self._second if second is None else second, self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    __replace__ = replace

    def isoformat(self, sep="T", timespec="auto"):
        "[sep] -> string in ISO 8601 format, YYYY-MM-DDT[HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM]."
        return (f"{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}" +
                _time_text(self._hour, self._minute, self._second, self._microsecond, timespec) + _offset_text(self.utcoffset()))

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        fields = [self._year, self._month, self._day, self._hour, self._minute]
        if self._second or self._microsecond:
            fields.append(self._second)
        if self._microsecond:
            fields.append(self._microsecond)
        text = ", ".join(map(str, fields))
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        return f"{_type_name(self)}({text}{', fold=1' if self._fold else ''})"

    def ctime(self):
        "Return ctime() style string."
        return (f"{_DAYS[self.toordinal() % 7 or 7]} {_MONTHS[self._month]} {self._day:2d} "
                f"{self._hour:02d}:{self._minute:02d}:{self._second:02d} {self._year:04d}")

    def _compare(self, other, equality):
        if self._tzinfo is not other._tzinfo:
            mine, others = self.utcoffset(), other.utcoffset()
            if (mine is None) != (others is None):
                if equality:
                    return None
                raise TypeError("can't compare offset-naive and offset-aware datetimes")
            if mine is not None:
                return self._micros() - mine._total() - other._micros() + others._total()
        return self._micros() - other._micros()

    def __eq__(self, other):
        return self._compare(other, True) == 0 if isinstance(other, datetime) else NotImplemented

    def __lt__(self, other):
        return self._compare(other, False) < 0 if isinstance(other, datetime) else NotImplemented

    def __le__(self, other):
        return self._compare(other, False) <= 0 if isinstance(other, datetime) else NotImplemented

    def __gt__(self, other):
        return self._compare(other, False) > 0 if isinstance(other, datetime) else NotImplemented

    def __ge__(self, other):
        return self._compare(other, False) >= 0 if isinstance(other, datetime) else NotImplemented

    def __hash__(self):
        if self._hash == -1:
            offset = self.utcoffset()
            self._hash = hash(self._micros() if offset is None else self._micros() - offset._total())
        return self._hash

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self)._at(self._micros() + other._total(), self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        mine, others = self.utcoffset(), other.utcoffset()
        difference = self._micros() - other._micros()
        if self._tzinfo is not other._tzinfo:
            if (mine is None) != (others is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            if mine is not None:
                difference += others._total() - mine._total()
        return timedelta._of(difference)

    def __reduce__(self):
        return self.__class__, (self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond, self._tzinfo)


def _warn_naive(text):
    import warnings
    warnings.warn("datetime.datetime." + text, DeprecationWarning, stacklevel=3)


_date_class, _time_class, _tzinfo_class = date, time, tzinfo # the names that datetime's methods hide
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)

UTC = timezone(timedelta(0))
timezone.utc = UTC
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))
_epoch = datetime(1970, 1, 1, tzinfo=UTC)

for _type in (timedelta, tzinfo, timezone, date, IsoCalendarDate, time, datetime):
    _name_in_full(_type)
del _type
