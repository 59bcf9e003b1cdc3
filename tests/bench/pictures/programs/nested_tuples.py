def bounds(points):
    xs = [p[0] for p in points]
    ys = [p[1] for p in points]
    return (min(xs), min(ys)), (max(xs), max(ys))


triangle = ([0, 0], [4, 0], [2, 3])
square = ([1, 1], [5, 1], [5, 5], [1, 5])
shapes = [triangle, square]
boxes = [bounds(shape) for shape in shapes]
triangle[2][1] = 7
print(boxes, shapes)
