wrong = [[0] * 3] * 3
wrong[0][1] = 5
right = [[0] * 3 for _ in range(3)]
right[0][1] = 5
mixed = [right[0], wrong[0], right[2], right[0]]
mixed[3][0] = 8
print(wrong, right, mixed)
