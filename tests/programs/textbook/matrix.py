def multiply(a, b):
    return [[sum(x * y for x, y in zip(row, column)) for column in zip(*b)] for row in a]


def transpose(m):
    return [list(row) for row in zip(*m)]


m = [[1, 2], [3, 4], [5, 6]]
print(transpose(m))
print(multiply(m, transpose(m)))
grid = [[0] * 3 for _ in range(2)]
grid[0][1] = 5
shared = [[0] * 3] * 2
shared[0][1] = 5
print(grid, shared)
