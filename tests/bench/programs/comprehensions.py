# Comprehensions of each kind, with conditions, nested, over pairs; sum, min and sorted over them.
words = ["word%d" % (i * 7919 % 1000) for i in range(1000)]
total = 0
for turn in range(1200):
    lengths = {word: len(word) for word in words}
    long = [word for word in words if lengths[word] > 6]
    firsts = {word[4] for word in long}
    pairs = [(a, b) for a in range(30) for b in range(30) if (a + b) % 3 == turn % 3]
    table = [[a * b for a in range(20)] for b in range(20)]
    total += sum(a - b for a, b in pairs) + max(max(row) for row in table) + len(firsts)
    total += sum(i * i for i in range(1500) if i & 1)
    total += len(sorted(long, key=lambda word: word[-1])[0])
print(total)
