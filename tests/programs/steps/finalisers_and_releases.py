class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("bye", self.name)


def use():
    inside = Loud("inside")
    deep = [Loud("one"), [Loud("two")]]
    return len(deep)


use()
kept = Loud("kept")
box = [kept]
kept = 1
box.clear()
chain = None
for n in range(4):
    chain = [n, chain]
chain = chain[1]
chain = None
