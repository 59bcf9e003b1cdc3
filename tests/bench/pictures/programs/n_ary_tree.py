class Folder:
    def __init__(self, name):
        self.name = name
        self.children = []

    def add(self, name):
        child = Folder(name)
        self.children.append(child)
        return child


def depth(folder):
    deepest = 0
    for child in folder.children:
        deepest = max(deepest, depth(child))
    return deepest + 1


root = Folder("/")
home = root.add("home")
root.add("tmp")
usr = root.add("usr")
home.add("kim").add("notes")
home.add("lee")
usr.add("bin")
print(depth(root))
