graph = {1: [2, 3], 2: [4], 3: [4], 4: [1]}
inverse = {}
for vertex, targets in graph.items():
    for target in targets:
        inverse.setdefault(target, []).append(vertex)
both = {vertex: (graph[vertex], inverse[vertex]) for vertex in graph}
both[1][0].append(99)
print(both)
