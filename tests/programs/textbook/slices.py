letters = list("abcdef")
print(letters[1:3], letters[:-2], letters[-2:], letters[::2], letters[::-1], letters[10:])
letters[1:3] = ["B", "C", "X"]
print(letters)
letters[2:2] = [1, 2]
letters[::3] = "---"
print(letters)
del letters[1:4]
del letters[::2]
print(letters)
letters[:] = []
letters += range(3)
letters *= 2
print(letters, letters.index(2), letters.count(0))
letters.insert(1, "in")
letters.remove(2)
letters.reverse()
print(letters, letters.pop(), letters.pop(0), sorted(map(str, letters)))
letters.extend(x * 2 for x in (1, 2))
try:
    letters[::2] = [1]
except ValueError as problem:
    print(problem)
grid = [[0] * 2 for _ in range(2)]
grid[0][:] = [1, 2]
alias, copy = grid, grid[:]
grid[1].append(9)
copy.append("row")
print(grid, alias is grid, copy, copy[0] is grid[0])
window = slice(1, None, 2)
print("abcdef"[window], (1, 2, 3)[window], window.indices(5), list(range(10))[window])
