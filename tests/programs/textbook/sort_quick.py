def quick_sort(values):
    if len(values) < 2:
        return values
    pivot, *rest = values
    smaller = [v for v in rest if v < pivot]
    larger = [v for v in rest if v >= pivot]
    return quick_sort(smaller) + [pivot] + quick_sort(larger)


print(quick_sort([3, 6, 1, 8, 2, 9, 2]))
