# A second import of the module knows the numbers and contexts of the first.
import decimal
import sys

context = decimal.Context(prec=5)
number = decimal.Decimal("1.5")
for name in ("decimal", "_decimal"):
    del sys.modules[name]
import decimal as again

print(again is decimal)
again.setcontext(again.Context(prec=4))
print(again.getcontext().prec, again.Decimal(2) / 3)
decimal.setcontext(context)
print(decimal.getcontext().prec, number / 7, decimal.Decimal(number))
try:
    decimal.Decimal(1) / 0
except decimal.DivisionByZero as e:
    print(type(e).__name__)
