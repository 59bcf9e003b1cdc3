def count(words, rounds):
    counts = {}
    for _ in range(rounds):
        for word in words:
            if word in counts:
                counts[word] += 1
            else:
                counts[word] = 1
    return counts


words = ("the quick brown fox jumps over the lazy dog and runs away from the angry bear " * 20).split()
print(count(words, 30000)["the"])
