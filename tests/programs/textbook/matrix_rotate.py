def rotate(matrix):
    n = len(matrix)
    for layer in range(n // 2):
        last = n - 1 - layer
        for i in range(layer, last):
            offset = i - layer
            top = matrix[layer][i]
            matrix[layer][i] = matrix[last - offset][layer]
            matrix[last - offset][layer] = matrix[last][last - offset]
            matrix[last][last - offset] = matrix[i][last]
            matrix[i][last] = top


grid = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
rotate(grid)
print(grid)
turned = [list(row) for row in zip(*grid[::-1])]
print(turned, [row[:] for row in grid] == grid)
shared = [[0] * 3] * 2
shared[0][1] = 5
print(shared, shared[0] is shared[1])
spiral = []
while turned:
    spiral += turned.pop(0)
    turned = list(map(list, zip(*turned)))[::-1]
print(spiral)
