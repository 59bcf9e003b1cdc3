root = {}
for word in ("cat", "car", "cup", "dog"):
    node = root
    for letter in word:
        node = node.setdefault(letter, {})
    node["end"] = word
found = root["c"]["a"]
print(sorted(found))
