def knapsack(items, capacity):
    table = [[0] * (capacity + 1) for _ in range(len(items) + 1)]
    for i, (name, weight, value) in enumerate(items, start=1):
        for room in range(1, capacity + 1):
            best = table[i - 1][room]
            if weight <= room:
                best = max(best, table[i - 1][room - weight] + value)
            table[i][room] = best
    chosen, room = [], capacity
    for i in range(len(items), 0, -1):
        if table[i][room] != table[i - 1][room]:
            name, weight, _ = items[i - 1]
            chosen.append(name)
            room -= weight
    return table[-1][-1], chosen[::-1]


def change(amount, coins, memo={0: 0}):
    if amount not in memo:
        ways = [change(amount - c, coins) + 1 for c in coins if c <= amount]
        memo[amount] = min(ways, default=10 ** 9)
    return memo[amount]


items = [("map", 1, 1), ("water", 3, 4), ("tent", 4, 5), ("food", 5, 7)]
print(knapsack(items, 7))
print(change(11, (1, 5, 7)), change.__defaults__)
