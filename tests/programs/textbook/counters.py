from collections import Counter, defaultdict

text = "it was the best of times it was the worst of times"
counts = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
print(counts)
print(Counter(text.split()).most_common(3))
letters = defaultdict(list)
for word in text.split():
    letters[word[0]].append(word)
print(dict(letters))
c = Counter(a=3, b=1)
c.update("abb")
print(c, c["z"], sum(c.values()), c - Counter(a=1), +c)
