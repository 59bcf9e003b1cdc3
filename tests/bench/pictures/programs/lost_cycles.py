import gc

gc.disable()


class Node:
    def __init__(self, name):
        self.name = name
        self.partner = None


def pair(first, second):
    a, b = Node(first), Node(second)
    a.partner, b.partner = b, a
    return a


kept = pair("Ann", "Bob")
lost = pair("Cid", "Dee")
lost = pair("Eva", "Fay")
own = []
own.append(own)
del own, lost
gc.collect()
print(kept.partner.name)
