"""sys.getsizeof of objects whose block is not as large as their type says: hidden fields, no time zone, tables beside the head."""
import _codecs
import datetime
import os
import sys
import time

moment = datetime.datetime(2020, 1, 1)
aware = moment.replace(tzinfo=datetime.timezone.utc)
for value in moment, aware, moment.time(), aware.timetz(), moment.date():
    print(type(value).__name__, sys.getsizeof(value), value.__sizeof__(), type(value).__basicsize__)

for value in time.gmtime(0), os.stat("."), os.terminal_size((80, 24)), sys.version_info, sys.flags:
    kind = type(value)
    print(kind.__name__, sys.getsizeof(value), value.__sizeof__(), kind.__basicsize__, kind.__itemsize__, len(value), kind.n_fields)

table = _codecs.charmap_build("".join(map(chr, range(256))))
print(type(table).__name__, sys.getsizeof(table), table.size())
