import heapq

roads = {"A": {"B": 7, "C": 3}, "B": {"D": 2}, "C": {"B": 1, "D": 8}, "D": {}}


def shortest(start):
    best = {start: 0}
    waiting = [(0, start)]
    while waiting:
        distance, place = heapq.heappop(waiting)
        if distance > best.get(place, float("inf")):
            continue
        for neighbour, length in roads[place].items():
            total = distance + length
            if total < best.get(neighbour, float("inf")):
                best[neighbour] = total
                heapq.heappush(waiting, (total, neighbour))
    return best


print(shortest("A"))
