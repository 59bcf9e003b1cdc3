"""datetime: dates, times, differences, zones, texts, and what is refused."""
from datetime import *
import copy


def t(text):
    try:
        value = eval(text)
        print(text, "->", repr(value), "|", value)
    except Exception as error:
        print(text, "->", type(error).__name__, error)


for text in [
    "date(2024, 2, 29)", "date(2023, 2, 29)", "date(0, 1, 1)", "date(2024, 13, 1)", "date(2024, 1.0, 1)", "date(2024, 1)", "date('a', 1, 1)", "date.min", "date.max", "date.resolution",
    "date(2024, 3, 1) - date(2024, 2, 1)", "date(2024, 1, 31) + timedelta(days=30)", "date(2024, 1, 1) - timedelta(1)", "date.max + timedelta(1)", "date(2024, 1, 1) + 1",
    "date(2024, 5, 17).weekday()", "date(2024, 5, 17).isoweekday()", "date(2021, 1, 3).isocalendar()", "date(2020, 12, 31).isocalendar()[1]", "date.fromisocalendar(2020, 53, 7)",
    "date.fromisocalendar(2021, 53, 1)", "date.fromordinal(738000)", "date(2024, 5, 17).toordinal()", "date.fromisoformat('2024-05-17')", "date.fromisoformat('20240517')",
    "date.fromisoformat('2024-W20-5')", "date.fromisoformat('2024-5-17')", "date.fromisoformat(5)", "date(2024, 5, 17).isoformat()", "date(2024, 5, 7).ctime()", "date(2024, 5, 17).strftime('%d/%m/%y %A %B %j %U')",
    "f'{date(2024, 5, 17):%Y-%m}'", "date(2024, 5, 17).replace(month=1)", "date(2024, 5, 31).replace(month=2)", "date(2024, 1, 1) < date(2024, 1, 2)", "date(2024, 1, 1) == datetime(2024, 1, 1)",
    "date(2024, 1, 1) < datetime(2024, 1, 1)", "date(2024, 1, 1) < 5", "date(2024, 1, 1) == 5", "date(2024, 5, 17).timetuple()[:8]", "hash(date(2024, 1, 1)) == hash(date(2024, 1, 1))",
    "timedelta()", "timedelta(1, 2, 3)", "timedelta(hours=25, minutes=-3)", "timedelta(seconds=-1)", "timedelta(days=-1, hours=5)", "timedelta(1.5)", "timedelta(microseconds=0.5)", "timedelta(microseconds=1.5)",
    "timedelta(weeks=2)", "timedelta(days='a')", "timedelta(10**10)", "timedelta.min", "timedelta.max", "timedelta(hours=10) / 4", "timedelta(1) / timedelta(hours=7)", "timedelta(1) // timedelta(hours=7)",
    "timedelta(1) % timedelta(hours=7)", "divmod(timedelta(1), timedelta(hours=7))", "timedelta(1) * 2.5", "3 * timedelta(minutes=1)", "-timedelta(1, 5)", "abs(timedelta(-1, 5))", "timedelta(1) / 0", "timedelta(1) // 0",
    "timedelta(1) + 1", "timedelta(1) < timedelta(2)", "timedelta(1) < 5", "timedelta(1) == 86400", "timedelta(1, 1, 1).total_seconds()", "bool(timedelta())", "sum([timedelta(1), timedelta(2)], timedelta())",
    "timedelta(days=1).seconds", "timedelta(1) * timedelta(1)", "str(timedelta(days=2, seconds=3661, microseconds=5))", "timedelta(seconds=1) / 3", "timedelta(microseconds=5) / 2", "timedelta(microseconds=7) / 2",
    "time(1, 2, 3)", "time(23, 59, 59, 999999)", "time(24)", "time(1, 60)", "time(1, 2, 3, 4).isoformat()", "time(12).isoformat('minutes')", "time(12, 5, 6, 7000).isoformat('milliseconds')", "time(12).isoformat('x')",
    "time.fromisoformat('04:23:01.5')", "time.fromisoformat('T0423')", "time.fromisoformat('04:23+02:00')", "time.fromisoformat('25:00')", "time.fromisoformat('4:23')", "time(1) < time(2)", "time(1) < time(1, tzinfo=UTC)",
    "time(1) == time(1, tzinfo=UTC)", "time(12, tzinfo=timezone(timedelta(hours=2))) == time(10, tzinfo=UTC)", "time(13, 5).strftime('%I:%M %p')", "time(1).replace(hour=5, fold=1)", "time.max", "bool(time(0))", "time(1) + timedelta(1)",
    "datetime(2024, 5, 17)", "datetime(2024, 5, 17, 10, 30, 15, 123456)", "datetime(2024, 5, 17, 25)", "datetime(2024, 5, 17, tzinfo=5)", "datetime(2024, 5, 17, 10).isoformat()", "datetime(2024, 5, 17, 10).isoformat(' ', 'hours')",
    "datetime(2024, 5, 17, 10, tzinfo=UTC)", "datetime(2024, 5, 17, 10, tzinfo=timezone(timedelta(hours=-5, minutes=-30)))", "datetime(2024, 5, 17, 10) - datetime(2024, 5, 16)", "datetime(2024, 5, 17) + timedelta(hours=30)",
    "datetime(2024, 5, 17) - timedelta(microseconds=1)", "datetime(2024, 1, 1) - datetime(2024, 1, 1, tzinfo=UTC)", "datetime(2024, 1, 1) < datetime(2024, 1, 1, tzinfo=UTC)", "datetime(2024, 1, 1) == datetime(2024, 1, 1, tzinfo=UTC)",
    "datetime(2024, 1, 1, 12, tzinfo=UTC) - datetime(2024, 1, 1, 12, tzinfo=timezone(timedelta(hours=2)))", "datetime.combine(date(2024, 1, 2), time(3, 4))", "datetime.fromtimestamp(0, UTC)", "datetime.fromtimestamp(1.5, timezone(timedelta(hours=1)))",
    "datetime(1970, 1, 2, tzinfo=UTC).timestamp()", "datetime(2024, 5, 17, 10, tzinfo=UTC).astimezone(timezone(timedelta(hours=9), 'KST'))", "datetime.fromisoformat('2024-05-17T10:11:12')", "datetime.fromisoformat('2024-05-17 10:11:12.123+09:00')",
    "datetime.fromisoformat('20240517T101112Z')", "datetime.fromisoformat('2024-05-17')", "datetime.fromisoformat('2024-W20-5T10')", "datetime.fromisoformat('nonsense')", "datetime.fromisoformat('2024-05-17T')",
    "datetime.strptime('17/05/24 16:30', '%d/%m/%y %H:%M')", "datetime.strptime('May 7 2024 04:05 PM', '%B %d %Y %I:%M %p')", "datetime.strptime('2024-05-17', '%Y/%m/%d')", "datetime.strptime('2024-05-17 x', '%Y-%m-%d')",
    "datetime.strptime('10', '%Q')", "datetime.strptime('2024 137', '%Y %j')", "datetime.strptime('Fri 17 May 2024 10:00:00.5 +0900', '%a %d %b %Y %H:%M:%S.%f %z')", "datetime.strptime('30 Feb 2024', '%d %b %Y')", "datetime.strptime('2024 20 5', '%G %V %u')",
    "datetime(2024, 5, 17, 16, 30, 5, 42).strftime('%Y-%m-%d %H:%M:%S.%f %a %b %p %I %y %%')", "datetime(2024, 5, 17, tzinfo=UTC).strftime('%z %Z %:z')", "datetime(2024, 5, 17).strftime('[%z%Z]')", "datetime(2024, 5, 7, 1, 2, 3).ctime()",
    "datetime(2024, 5, 17, 10).date()", "datetime(2024, 5, 17, 10).time()", "datetime(2024, 5, 17, 10, tzinfo=UTC).timetz()", "datetime(2024, 5, 17).replace(tzinfo=UTC, hour=1)", "datetime(2024, 5, 17, 10, 11, 12).timetuple()[:]", "datetime.min", "datetime.max",
    "datetime.max + timedelta(1)", "f'{datetime(2024, 5, 17, 10):%H:%M}'", "copy.copy(datetime(2024, 5, 17)) == datetime(2024, 5, 17)", "isinstance(datetime(2024, 1, 1), date)", "sorted([date(2024, 2, 1), date(2024, 1, 1)])[0]", "max(datetime(2024, 1, 1), datetime(2024, 1, 2))",
    "timezone.utc", "UTC is timezone.utc", "timezone(timedelta(hours=9))", "timezone(timedelta(hours=9), 'KST')", "timezone(timedelta(hours=24))", "timezone(9)", "timezone(timedelta(0))", "str(timezone(timedelta(hours=-3.5)))", "timezone(timedelta(hours=9)).utcoffset(None)", "timezone.min", "timezone(timedelta(hours=1)) == timezone(timedelta(minutes=60))",
    "tzinfo().utcoffset(None)", "MINYEAR, MAXYEAR", "date(2024, 1, 1).year", "date.today() == datetime.now().date()", "datetime(2024, 1, 1, fold=1)", "datetime(2024, 1, 1, fold=2)", "date(2024, 1, 1).x", "len({date(2024, 1, 1), datetime(2024, 1, 1), date(2024, 1, 1)})",
]:
    t(text)


class Zone(tzinfo):
    def utcoffset(self, dt): return timedelta(hours=1) + self.dst(dt)
    def dst(self, dt): return timedelta(hours=1) if dt is not None and 3 < dt.month < 11 else timedelta(0)
    def tzname(self, dt): return "CEST" if self.dst(dt) else "CET"

z = Zone()
for month in (1, 7):
    d = datetime(2024, month, 1, 12, tzinfo=z)
    print(d, d.tzname(), d.dst(), d.astimezone(UTC), datetime(2024, month, 1, 12, tzinfo=UTC).astimezone(z).isoformat())
try:
    date(2024, 1, 1).year = 5
except AttributeError as error:
    print(type(error).__name__)
