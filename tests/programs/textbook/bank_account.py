class InsufficientFunds(Exception):
    def __init__(self, needed, available):
        super().__init__(f"need {needed}, have {available}")
        self.needed = needed
        self.available = available


class Account:
    accounts = 0

    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        self._history = []
        Account.accounts += 1

    @property
    def balance(self):
        """What is there."""
        return self._balance

    @balance.setter
    def balance(self, value):
        if value < 0:
            raise InsufficientFunds(-value, self._balance)
        self._history.append((self._balance, value))
        self._balance = value

    @balance.deleter
    def balance(self):
        self._balance = 0

    @classmethod
    def joint(cls, *owners):
        return cls(" & ".join(owners))

    @staticmethod
    def is_valid(amount):
        return isinstance(amount, (int, float)) and amount > 0

    def __repr__(self):
        return f"{type(self).__name__}({self.owner!r}, {self._balance})"

    def __iadd__(self, amount):
        self.balance += amount
        return self


class Savings(Account):
    def __init__(self, owner, balance=0, rate=0.05):
        super().__init__(owner, balance)
        self.rate = rate

    def add_interest(self):
        self.balance = round(self.balance * (1 + self.rate), 2)


a = Account("Ann", 100)
b = Savings("Ben", 200)
c = Account.joint("Ann", "Ben")
a += 50
b.add_interest()
try:
    a.balance -= 500
except InsufficientFunds as problem:
    print("refused:", problem, problem.args)
del c.balance
print(a, b, c, Account.accounts, Account.is_valid(-1), Account.is_valid(2.5))
print(a._history, b._history, Account.balance.__doc__)
