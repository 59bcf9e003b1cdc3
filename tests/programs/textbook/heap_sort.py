import heapq


def sift_down(heap, start, end):
    root = start
    while (child := 2 * root + 1) < end:
        if child + 1 < end and heap[child] < heap[child + 1]:
            child += 1
        if heap[root] >= heap[child]:
            return
        heap[root], heap[child] = heap[child], heap[root]
        root = child


def heap_sort(values):
    n = len(values)
    for start in range(n // 2 - 1, -1, -1):
        sift_down(values, start, n)
    for end in range(n - 1, 0, -1):
        values[0], values[end] = values[end], values[0]
        sift_down(values, 0, end)


numbers = [5, 2, 9, 1, 7, 3, 300, -4]
heap_sort(numbers)
print(numbers)
tasks = []
for priority, name in [(3, "sleep"), (1, "eat"), (2, "code")]:
    heapq.heappush(tasks, (priority, name))
order = [heapq.heappop(tasks)[1] for _ in range(len(tasks))]
print(order, heapq.nsmallest(3, numbers), heapq.nlargest(2, numbers))
