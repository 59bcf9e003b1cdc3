poem = "Tyger Tyger, burning bright,\nIn the forests of the night;\nWhat immortal hand or eye,\nCould frame thy fearful symmetry?"
lines = poem.split("\n")
words = [line.split() for line in lines]
counts = {}
for line in words:
    for word in line:
        initial = word[0].lower()
        counts[initial] = counts.get(initial, 0) + 1
joined = " / ".join(lines)
reversed_lines = [line[::-1] for line in lines]
print(counts, len(joined))
