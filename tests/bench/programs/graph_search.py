# Dicts of lists and sets: breadth first search, shortest ways, components.
from collections import deque

size = 1200
neighbours = {i: [(i * 7 + 1) % size, (i * 11 + 5) % size, (i + 1) % size] for i in range(size)}


def distances(start):
    found = {start: 0}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for other in neighbours[node]:
            if other not in found:
                found[other] = found[node] + 1
                queue.append(other)
    return found


def reachable_without(removed):
    seen, todo = set(), [0]
    while todo:
        node = todo.pop()
        if node in seen or node in removed:
            continue
        seen.add(node)
        todo.extend(neighbours[node])
    return len(seen)


farthest = max(max(distances(start).values()) for start in range(0, size))
kept = [reachable_without({i, (i * 3) % size, (i * 5) % size}) for i in range(size)]
print(farthest, min(kept), max(kept))
