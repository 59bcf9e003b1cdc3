class Part:
    def __init__(self, name, price):
        self.name = name
        self.price = price


class Product:
    def __init__(self, name, parts):
        self.name = name
        self.parts = parts


bolt, nut, plate = Part("bolt", 2), Part("nut", 1), Part("plate", 9)
table = Product("table", {bolt: 8, plate: 1})
shelf = Product("shelf", {bolt: 4, nut: 4, plate: 3})
products = [table, shelf]
costs = {}
for product in products:
    costs[product.name] = sum(part.price * count for part, count in product.parts.items())
print(costs)
