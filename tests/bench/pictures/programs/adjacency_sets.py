graph = {}
for pair in ("ab", "ac", "bd", "cd", "de", "ef", "fa"):
    left, right = pair
    graph.setdefault(left, set()).add(right)
    graph.setdefault(right, set()).add(left)
common = graph["a"] & graph["d"]
degrees = {vertex: len(neighbours) for vertex, neighbours in graph.items()}
del graph["f"]
for neighbours in graph.values():
    neighbours.discard("f")
print(common, degrees)
