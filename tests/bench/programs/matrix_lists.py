# Nested loops over lists of lists: products of matrices, a smoothed grid.
def product(a, b):
    columns = len(b[0])
    result = [[0] * columns for _ in a]
    for i in range(len(a)):
        row = a[i]
        for j in range(columns):
            total = 0
            for k in range(len(b)):
                total += row[k] * b[k][j]
            result[i][j] = total
    return result


def smooth(grid):
    height, width = len(grid), len(grid[0])
    new = [row[:] for row in grid]
    for y in range(1, height - 1):
        for x in range(1, width - 1):
            new[y][x] = (grid[y - 1][x] + grid[y + 1][x] + grid[y][x - 1] + grid[y][x + 1]) // 4
    return new


n = 60
a = [[(i * j) % 7 for j in range(n)] for i in range(n)]
for _ in range(40):
    b = product(a, a)
grid = [[(x * y) % 100 for x in range(80)] for y in range(80)]
for _ in range(240):
    grid = smooth(grid)
print(sum(map(sum, b)), sum(map(sum, grid)))
