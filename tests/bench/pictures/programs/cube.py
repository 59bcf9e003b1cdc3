cube = [[[x + y + z for x in range(3)] for y in range(3)] for z in range(3)]
layer = cube[1]
line = layer[2]
line[0] = 100
total = 0
for plane in cube:
    for row in plane:
        total += sum(row)
print(total)
