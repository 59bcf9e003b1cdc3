# What CPython made before the program began is no matter of the program's collections.
import gc

print(gc.get_stats())
print(gc.get_count()[1:], gc.get_count()[0] < 100)

gc.collect()
import abc, codecs, io, os  # loaded already when CPython begins a program

print(gc.get_count()[0] < 20, [entry["collections"] for entry in gc.get_stats()])

lists = [[] for _ in range(1900)]
print(gc.get_count()[0] > 1800, [entry["collections"] for entry in gc.get_stats()])
more = [[] for _ in range(200)]
print(gc.get_count()[0] < 200, [entry["collections"] for entry in gc.get_stats()])
