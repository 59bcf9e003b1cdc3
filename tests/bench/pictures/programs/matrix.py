size = 5
matrix = []
for row in range(size):
    cells = []
    for column in range(size):
        cells.append(row * size + column)
    matrix.append(cells)
transposed = [[matrix[r][c] for r in range(size)] for c in range(size)]
trace = sum(matrix[i][i] for i in range(size))
print(trace, transposed[0])
