class City:
    def __init__(self, name):
        self.name = name
        self.roads = {}


cities = {name: City(name) for name in ("Seoul", "Daejeon", "Daegu", "Busan", "Gwangju")}
for start, end, length in [
    ("Seoul", "Daejeon", 140),
    ("Daejeon", "Daegu", 120),
    ("Daegu", "Busan", 90),
    ("Daejeon", "Gwangju", 140),
    ("Gwangju", "Busan", 200),
]:
    cities[start].roads[end] = length
    cities[end].roads[start] = length
distances = {"Seoul": 0}
waiting = ["Seoul"]
while waiting:
    here = waiting.pop(0)
    for there, length in cities[here].roads.items():
        distance = distances[here] + length
        if distance < distances.get(there, 9999):
            distances[there] = distance
            waiting.append(there)
print(distances)
