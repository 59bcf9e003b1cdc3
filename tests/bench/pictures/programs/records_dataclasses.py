from dataclasses import dataclass, field


@dataclass
class Line:
    item: str
    count: int
    price: float


@dataclass
class Order:
    number: int
    lines: list = field(default_factory=list)

    def total(self):
        return sum(line.count * line.price for line in self.lines)


orders = [Order(1), Order(2)]
orders[0].lines.append(Line("pen", 3, 1.5))
orders[0].lines.append(Line("ink", 1, 7.25))
orders[1].lines.append(Line("paper", 5, 4.0))
totals = [order.total() for order in orders]
print(totals)
