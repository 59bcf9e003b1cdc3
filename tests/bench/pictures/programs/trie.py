class Trie:
    def __init__(self):
        self.children = {}
        self.ends = False

    def insert(self, word):
        node = self
        for letter in word:
            if letter not in node.children:
                node.children[letter] = Trie()
            node = node.children[letter]
        node.ends = True


words = Trie()
for word in ("to", "tea", "ten", "in"):
    words.insert(word)
node = words.children["t"].children["e"]
print(sorted(node.children))
