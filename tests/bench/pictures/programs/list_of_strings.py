words = []
for word in "the quick brown fox jumps over the lazy dog".split():
    words.append(word.upper())
lengths = [len(word) for word in words]
longest = max(words, key=len)
pairs = list(zip(words, lengths))
print(longest, pairs)
