stock = {}
for shop, item, count in [
    ("north", "tea", 4),
    ("north", "milk", 2),
    ("south", "tea", 7),
    ("east", "rice", 9),
    ("south", "rice", 1),
    ("east", "milk", 3),
]:
    shelf = stock.setdefault(shop, {})
    shelf[item] = shelf.get(item, 0) + count
totals = {}
for shelf in stock.values():
    for item, count in shelf.items():
        totals[item] = totals.get(item, 0) + count
print(totals)
