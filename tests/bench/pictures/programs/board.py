def winner(board):
    lines = board + [list(column) for column in zip(*board)]
    for line in lines:
        if line[0] != " " and len(set(line)) == 1:
            return line[0]
    return None


board = [[" "] * 3 for _ in range(3)]
for turn, (row, column) in enumerate([(1, 1), (0, 0), (0, 2), (2, 0), (1, 0), (1, 2), (2, 2)]):
    board[row][column] = "XO"[turn % 2]
    if winner(board):
        break
print(board)
