import copy

row = [1, 2]
grid = [row, row, [3, 4]]
same = grid
shallow = copy.copy(grid)
deep = copy.deepcopy(grid)
row.append(99)
shallow.append([5])
grid[2] = []
print(same, shallow, deep)
