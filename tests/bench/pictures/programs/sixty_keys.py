ages = {}
for n in range(60):
    ages["person%02d" % n] = 20 + n % 37
ages["person30"] = 99
grown = {name: age for name, age in ages.items() if age > 40}
print(len(grown))
