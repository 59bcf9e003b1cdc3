from collections import Counter, defaultdict, OrderedDict, deque

text = """the cat and the dog
saw the bird and the cat ran"""

words = text.split()
counts = Counter(words)
print(counts.most_common(2), counts["fish"], sum(counts.values()))

by_length = defaultdict(list)
for word in words:
    by_length[len(word)].append(word)
print(dict(by_length))

lines = defaultdict(set)
for number, line in enumerate(text.splitlines(), 1):
    for word in line.split(" "):
        lines[word].add(number)
print({word: sorted(where) for word, where in sorted(lines.items()) if len(where) > 1})

first = OrderedDict()
for word in words:
    first.setdefault(word[0], word)
first.move_to_end("t")
print(list(first), first.popitem(last=False))

window = deque(maxlen=3)
for word in words[:5]:
    window.append(word)
print(window, Counter("abracadabra") - Counter("abc"))
title = " ".join(word.capitalize() for word in words[:3])
print(title, title.swapcase(), title.center(20, "*"), title.replace("The", "A"))
