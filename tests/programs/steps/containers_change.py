from collections import deque

ages = {"Ada": 36}
ages["Bob"] = 40
ages["Ada"] = 37
ages.pop("Bob")
ages.update(Cy=1, Di=2, Ed=3, Fi=4)
ages.clear()
seen = {1, 2}
seen.add(3)
seen.discard(1)
seen |= {7, 8, 9, 10}
queue = deque([1, 2])
queue.append(3)
queue.appendleft(0)
queue.popleft()
rows = [[0] * 2 for _ in range(2)]
rows[0][1] = 5
rows.insert(1, [9])
rows.reverse()
rows.sort(key=lambda row: row[0])
rows[0:2] = []
data = bytearray(b"abc")
data[0] = 100
data.extend(b"more")
print(ages, seen, queue, rows, data)
