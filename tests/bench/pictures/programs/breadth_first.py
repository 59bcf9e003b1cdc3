from collections import deque

graph = {"a": ["b", "c"], "b": ["d"], "c": ["d", "e"], "d": ["f"], "e": ["f"], "f": []}
parents = {"a": None}
queue = deque(["a"])
while queue:
    vertex = queue.popleft()
    for neighbour in graph[vertex]:
        if neighbour not in parents:
            parents[neighbour] = vertex
            queue.append(neighbour)
path = []
at = "f"
while at:
    path.append(at)
    at = parents[at]
print(path[::-1])
