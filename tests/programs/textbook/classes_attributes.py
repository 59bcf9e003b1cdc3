class Account:
    rate = 0.02

    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, value):
        if value < 0:
            raise ValueError("negative balance")
        self._balance = value

    @classmethod
    def opened_by(cls, text):
        owner, amount = text.split(":")
        return cls(owner, int(amount))

    @staticmethod
    def is_valid(name):
        return name.isalpha()


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


account = Account.opened_by("Kim:100")
account.balance += 50
print(account.balance, account.owner, Account.is_valid("x1"), vars(account))
try:
    account.balance = -1
except ValueError as error:
    print(error)
account.rate = 0.5
print(account.rate, Account.rate, "rate" in account.__dict__)
del account.rate
print(account.rate, getattr(account, "missing", "default"), hasattr(account, "owner"))
p = Point(1, 2)
try:
    p.z = 3
except AttributeError as error:
    print(error)
print(p.x + p.y)
