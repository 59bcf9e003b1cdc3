# _tracemalloc and _suggestions.
import _tracemalloc as t, _suggestions
print(t.is_tracing(), t.get_traced_memory(), t._get_traces(), t.get_traceback_limit(), t._get_object_traceback([]))
for frames in (0, -1, 65536, 2 ** 40, 'a'):
    try: t.start(frames)
    except Exception as e: print(type(e).__name__, e)
def make():
    return [bytes(1000) for _ in range(50)]
t.start(3)
t.start(5)
kept = make()
size, peak = t.get_traced_memory()
print(t.is_tracing(), t.get_traceback_limit(), 50_000 < size < 70_000, peak >= size)
place = t._get_object_traceback(kept[0])
print([line for _, line in place], place[0][0].endswith('tracemalloc_traces.py'))
traces = [trace for trace in t._get_traces() if 1000 < trace[1] < 1100]
print(len(traces), {(trace[0], len(trace[2]), trace[3]) for trace in traces})
kept = None
now, peak = t.get_traced_memory()
print(now < 20_000, peak > 50_000)
t.reset_peak()
print(t.get_traced_memory()[1] < 20_000)
kept = make()
t.clear_traces()
print(t.get_traced_memory()[0] < 2_000, t._get_object_traceback(kept))
large = bytearray(100_000)
large.extend(bytes(200_000))
print(300_000 <= t.get_traced_memory()[0] < 400_000, t.get_tracemalloc_memory() > 0)
t.stop()
t.stop()
print(t.is_tracing(), t.get_traced_memory(), t._get_traces())
f = _suggestions._generate_suggestions
for arguments in ((['abc', 'abd'], 'abx'), ([], 'a'), (['a', 3], 'a'), ((), 'a'), (['a'], 3), (['abc'] * 1000, 'abd'), (['x'], 'x'), ()):
    try: print(f(*arguments))
    except Exception as e: print(type(e).__name__, e)
