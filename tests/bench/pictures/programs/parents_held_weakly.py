import weakref


class Item:
    def __init__(self, name, parent=None):
        self.name = name
        self.parent = weakref.ref(parent) if parent else None
        self.parts = []
        if parent:
            parent.parts.append(self)


car = Item("car")
engine = Item("engine", car)
wheel = Item("wheel", car)
tyre = Item("tyre", wheel)
del car
print(engine.parent())
