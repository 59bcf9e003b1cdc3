# SPDX-License-Identifier: GPL-3.0-or-later
"""Heaps in lists: item k is never larger than items 2*k+1 and 2*k+2, so heap[0] is the smallest."""

from _heapq import (heapify, heappop, heappush, heappushpop, heapreplace,
                    _heapify_max, _heappop_max, _heapreplace_max)

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge',
           'nlargest', 'nsmallest', 'heappushpop']


def merge(*iterables, key=None, reverse=False):
    """Merge sorted inputs into one sorted output, one item at a time."""
    heap = []
    if reverse:
        make, pop, replace, direction = _heapify_max, _heappop_max, _heapreplace_max, -1
    else:
        make, pop, replace, direction = heapify, heappop, heapreplace, 1

    # Entries: [value, order, next] or [key, order, value, next]; the order keeps equal values stable.
    if key is None:
        for order, iterator in enumerate(map(iter, iterables)):
            try:
                advance = iterator.__next__
                heap.append([advance(), order * direction, advance])
            except StopIteration:
                pass
        make(heap)
        while len(heap) > 1:
            try:
                while True:
                    value, order, advance = entry = heap[0]
                    yield value
                    entry[0] = advance()
                    replace(heap, entry)
            except StopIteration:
                pop(heap)
        if heap:
            value, order, advance = heap[0]
            yield value
            yield from advance.__self__
        return

    for order, iterator in enumerate(map(iter, iterables)):
        try:
            advance = iterator.__next__
            value = advance()
            heap.append([key(value), order * direction, value, advance])
        except StopIteration:
            pass
    make(heap)
    while len(heap) > 1:
        try:
            while True:
                key_value, order, value, advance = entry = heap[0]
                yield value
                value = advance()
                entry[0] = key(value)
                entry[2] = value
                replace(heap, entry)
        except StopIteration:
            pop(heap)
    if heap:
        key_value, order, value, advance = heap[0]
        yield value
        yield from advance.__self__


def nsmallest(n, iterable, key=None):
    """The n smallest, as sorted(iterable, key=key)[:n]."""
    if n == 1:
        iterator = iter(iterable)
        nothing = object()
        result = min(iterator, default=nothing, key=key)
        return [] if result is nothing else [result]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key)[:n]

    iterator = iter(iterable)
    # A heap of the n best so far with the worst of them on top; the order breaks ties for the earlier.
    if key is None:
        result = [(item, order) for order, item in zip(range(n), iterator)]
        if not result:
            return result
        _heapify_max(result)
        top = result[0][0]
        order = n
        for item in iterator:
            if item < top:
                _heapreplace_max(result, (item, order))
                top, _ = result[0]
                order += 1
        result.sort()
        return [item for item, order in result]

    result = [(key(item), order, item) for order, item in zip(range(n), iterator)]
    if not result:
        return result
    _heapify_max(result)
    top = result[0][0]
    order = n
    for item in iterator:
        k = key(item)
        if k < top:
            _heapreplace_max(result, (k, order, item))
            top, _, _ = result[0]
            order += 1
    result.sort()
    return [item for k, order, item in result]


def nlargest(n, iterable, key=None):
    """The n largest, as sorted(iterable, key=key, reverse=True)[:n]."""
    if n == 1:
        iterator = iter(iterable)
        nothing = object()
        result = max(iterator, default=nothing, key=key)
        return [] if result is nothing else [result]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=True)[:n]

    if key is None:
        iterator = iter(iterable)
        result = [(item, order) for order, item in zip(range(0, -n, -1), iterator)]
        if not result:
            return result
        heapify(result)
        top = result[0][0]
        order = -n
        for item in iterator:
            if top < item:
                heapreplace(result, (item, order))
                top, _ = result[0]
                order -= 1
        result.sort(reverse=True)
        return [item for item, order in result]

    iterator = iter(iterable)
    result = [(key(item), order, item) for order, item in zip(range(0, -n, -1), iterator)]
    if not result:
        return result
    heapify(result)
    top = result[0][0]
    order = -n
    for item in iterator:
        k = key(item)
        if top < k:
            heapreplace(result, (k, order, item))
            top, _, _ = result[0]
            order -= 1
    result.sort(reverse=True)
    return [item for k, order, item in result]
