text = ["to be or not", "to be is", "not to do", "or do be"]
index = {}
for number, line in enumerate(text):
    for word in line.split():
        index.setdefault(word, []).append(number)
often = {word: lines for word, lines in index.items() if len(lines) > 2}
often["be"].append(99)
print(index["be"], often)
