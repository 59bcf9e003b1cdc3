from collections import deque

graph = {"A": ["B", "C"], "B": ["D"], "C": ["D", "E"], "D": ["F"], "E": ["F"], "F": []}


def breadth_first(start):
    seen, order, waiting = {start}, [], deque([start])
    while waiting:
        node = waiting.popleft()
        order.append(node)
        for neighbour in graph[node]:
            if neighbour not in seen:
                seen.add(neighbour)
                waiting.append(neighbour)
    return order


def depth_first(node, seen=None):
    if seen is None:
        seen = []
    seen.append(node)
    for neighbour in graph[node]:
        if neighbour not in seen:
            depth_first(neighbour, seen)
    return seen


def paths(start, end, path=()):
    path = path + (start,)
    if start == end:
        yield path
    for neighbour in graph[start]:
        yield from paths(neighbour, end, path)


print(breadth_first("A"))
print(depth_first("A"))
for p in paths("A", "F"):
    print(" -> ".join(p))
