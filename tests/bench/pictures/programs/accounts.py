class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.log = []

    def transfer(self, other, amount):
        self.balance -= amount
        other.balance += amount
        entry = {"from": self.owner, "to": other.owner, "amount": amount}
        self.log.append(entry)
        other.log.append(entry)


kim = Account("kim", 100)
lee = Account("lee")
kim.transfer(lee, 30)
lee.transfer(kim, 10)
joint = kim
joint.transfer(lee, 5)
print(kim.balance, lee.balance)
