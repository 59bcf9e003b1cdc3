name, price, amount = "apple", 1.5, 12
print(f"{name:>10}|{name:<10}|{name:^10}|{price:.2f}|{amount:05d}|{amount:+}|{amount:x}|{amount:#b}")
print(f"{name!r} costs {price * amount:,.2f} {amount=} {price!s:>6}")
print("{} and {}; {0}".format("a", "b") if False else "{0} and {1}; {0}".format("a", "b"))
print("%s has %d items, %.1f%% off, %5s|%-5s|" % ("shop", 3, 12.345, "ab", "cd"))
print("{:*^{width}}".format("mid", width=9), "{person[age]} {items[0]}".format(person={"age": 5}, items=[7]))
table = [("one", 1), ("three", 3.14159), ("long name", 1e10)]
for label, value in table:
    print(f"{label:.<12}{value:>14.3f}")
lines = "\n".join(f"{i:2} {i * i:4} {'even' if i % 2 == 0 else 'odd'}" for i in range(1, 4))
print(lines)
print(1234567.891, f"{1234567.891:,.1f}", f"{0.000012345:g}", f"{255:08b}", f"{-7 // 2} {-7 % 3}")
text = "  Mixed Case,with;separators  "
print(text.strip().lower().replace(",", " ").replace(";", " ").split(), text.find("Case"), text.count("s"))
print("a-b-c".partition("-"), "a-b-c".rsplit("-", 1), "abc".zfill(6), "x".join("123"), "tab\tend".expandtabs(4))
print("hello"[::-1], "hello"[1:4], "hello".index("l"), "l" in "hello", "h" < "i", chr(ord("a") + 1))
