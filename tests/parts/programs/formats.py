# f-strings: pieces, conversions, formats within formats.
class Money:
    def __init__(self, cents):
        self.cents = cents

    def __format__(self, spec):
        return f"{self.cents / 100:{spec or '.2f'}}"

    def __repr__(self):
        return f"Money({self.cents!r})"


width, value, name = 8, 3.14159, "tea"
print(f"{name}: {value:.2f}|{value:{width}.{width // 4}f}|{name!r:>{width}}|")
wallet = [Money(250), Money(99)]
for money in wallet:
    line = f"{money} {money!r} {len(wallet) + 1} {{{name.upper()}}} {name + '!' if money.cents > 100 else ''}"
    print(line, "%s and %d" % (name, money.cents), "{0}-{1}".format(name, width))
print(f"{value = :.3f} {f'{name}{width}'}")
