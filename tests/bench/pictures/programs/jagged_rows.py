triangle = [[1]]
for _ in range(5):
    last = triangle[-1]
    row = [1]
    for i in range(len(last) - 1):
        row.append(last[i] + last[i + 1])
    row.append(1)
    triangle.append(row)
print(triangle)
