# heapq and bisect: results, order of comparisons, errors.
import bisect
import heapq

log = []


class Item:
    def __init__(self, key):
        self.key = key

    def __lt__(self, other):
        log.append((self.key, other.key))
        return self.key < other.key

    def __repr__(self):
        return f"I{self.key}"


heap = []
for k in (5, 3, 8, 1, 9, 2, 7):
    heapq.heappush(heap, Item(k))
print(heap, log)
log.clear()
print(heapq.heappop(heap), heap, log)
log.clear()
print(heapq.heapreplace(heap, Item(4)), heapq.heappushpop(heap, Item(0)), heapq.heappushpop(heap, Item(6)), heap, log)
log.clear()
items = [Item(k) for k in (4, 7, 1, 8, 2, 9, 3)]
heapq.heapify(items)
print(items, log)
log.clear()
print(bisect.bisect(sorted(items), Item(5)), bisect.bisect_left([Item(1), Item(3)], Item(3)))
print(log[-3:])
numbers = [(i * 7919) % 3001 for i in range(3001)]
heapq.heapify(numbers)
print(numbers[:20], [heapq.heappop(numbers) for _ in range(10)], len(numbers))
print(heapq.nlargest(3, [5, 1, 9, 3, 7]), heapq.nsmallest(3, [5, 1, 9, 3, 7]), heapq.nlargest(2, "banana", key=ord), heapq.nsmallest(1, []), heapq.nlargest(10, [1, 2]), heapq.nsmallest(2, {"b": 1, "a": 2}))
print(list(heapq.merge([1, 4, 7], [2, 5], [3, 6, 8])), list(heapq.merge([3, 1], [2], reverse=True)), list(heapq.merge(["a", "ccc"], ["bb"], key=len)), list(heapq.merge()))
data = [1, 3, 3, 3, 5, 7]
print([bisect.bisect_left(data, x) for x in range(9)], [bisect.bisect_right(data, x) for x in range(9)], bisect.bisect(data, 3, 2, 3), bisect.bisect_left(data, 3, lo=2), bisect.bisect_left(data, 3, hi=1))
bisect.insort(data, 4)
bisect.insort_left(data, 3)
print(data, bisect.bisect(["a", "bb", "cccc"], 3, key=len))
records = [("a", 3), ("b", 1)]
bisect.insort(records, ("c", 2), key=lambda r: -r[1])
print(records)
for text in ["heapq.heappush((), 1)", "heapq.heappop(())", "heapq.heappop([])", "heapq.heapify(5)", "heapq.heapreplace([], 1)", "heapq.heappush([1], 'a')", "heapq.heappush()", "bisect.bisect([1], 'a')", "bisect.bisect(5, 1)",
             "bisect.bisect([1], 1, -1)", "bisect.insort((1,), 1)", "bisect.bisect([1])", "heapq.nlargest('a', [1])", "bisect.bisect([1, 2], 1, 0, 5)"]:
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", f"{type(e).__name__}: {e}")
