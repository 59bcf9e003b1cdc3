edges = [(0, 1), (0, 2), (1, 3), (2, 3), (3, 4), (4, 0)]
graph = [[] for _ in range(5)]
for a, b in edges:
    graph[a].append(b)
seen = [False] * len(graph)
order = []


def visit(vertex):
    seen[vertex] = True
    order.append(vertex)
    for neighbour in graph[vertex]:
        if not seen[neighbour]:
            visit(neighbour)


visit(0)
print(order)
