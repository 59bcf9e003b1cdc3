LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


def winner(board):
    for a, b, c in LINES:
        if board[a] != " " and board[a] == board[b] == board[c]:
            return board[a]
    return None


def best_move(board, player):
    other = "O" if player == "X" else "X"
    free = [i for i, mark in enumerate(board) if mark == " "]
    for who in (player, other):
        for i in free:
            trial = board[:]
            trial[i] = who
            if winner(trial) == who:
                return i
    return 4 if 4 in free else free[0]


def show(board):
    rows = ["|".join(board[r:r + 3]) for r in range(0, 9, 3)]
    print("\n-+-+-\n".join(rows))


board = [" "] * 9
player = "X"
while winner(board) is None and " " in board:
    board[best_move(board, player)] = player
    player = "O" if player == "X" else "X"
show(board)
print("winner:", winner(board) or "nobody")
