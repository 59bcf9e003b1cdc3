class Number:
    def __init__(self, value):
        self.value = value

    def evaluate(self):
        return self.value


class Operation:
    def __init__(self, sign, left, right):
        self.sign = sign
        self.left = left
        self.right = right

    def evaluate(self):
        a = self.left.evaluate()
        b = self.right.evaluate()
        return a + b if self.sign == "+" else a * b


tree = Operation("*", Operation("+", Number(1), Number(2)), Operation("+", Number(3), Operation("*", Number(4), Number(5))))
print(tree.evaluate())
