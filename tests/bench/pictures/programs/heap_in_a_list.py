def sift_up(heap, at):
    while at > 0:
        parent = (at - 1) // 2
        if heap[parent] <= heap[at]:
            return
        heap[parent], heap[at] = heap[at], heap[parent]
        at = parent


heap = []
for number in (9, 4, 7, 1, 8, 2, 6, 3):
    heap.append(number)
    sift_up(heap, len(heap) - 1)
least = heap[0]
print(least, heap)
