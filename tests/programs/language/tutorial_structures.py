"""Data structures, modules' tour and formatted output."""
import json
from collections import deque


def attempt(action, *args):
    try:
        print("->", repr(action(*args)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


fruits = ["orange", "apple", "pear", "banana", "kiwi", "apple", "banana"]
print(fruits.count("apple"), fruits.count("tangerine"), fruits.index("banana"), fruits.index("banana", 4))
attempt(fruits.index, "banana", 7)
attempt(fruits.remove, "x")
fruits.reverse(); print(fruits)
fruits.append("grape"); fruits.sort(); print(fruits, fruits.pop(), fruits.pop(0))
attempt([].pop)
attempt([1].pop, 5)
attempt([1, "a"].sort)
fruits.insert(100, "z"); fruits.insert(-100, "a"); fruits.extend("xy"); print(fruits)
fruits[1:3] = []; fruits[::2] = "*" * 4; print(fruits)
attempt(exec, "fruits[::2] = 'ab'")
attempt(exec, "fruits[20] = 1")
attempt(exec, "del fruits[20]")
attempt(exec, "fruits['a']")
copy = fruits[:]; copy.clear(); print(copy, len(fruits), fruits * 0, [[]] * 2, [1, 2] + [3])
attempt(lambda: [1] + (2,))
attempt(lambda: [1] < ["a"])
print([1, 2] < [1, 2, 0], [1, [2]] == [1, [2]], (1, 2) < (1, 3), [] == ())

queue = deque(["Eric", "John"], maxlen=3)
queue.append("Terry"); queue.append("Graham"); queue.appendleft("Left")
print(queue, queue.popleft(), queue.pop(), list(queue))
attempt(deque().pop)

print([(x, y) for x in [1, 2, 3] for y in [3, 1, 4] if x != y], [[row[i] for row in [[1, 2], [3, 4]]] for i in range(2)], list(zip(*[[1, 2], [3, 4]])))
attempt(eval, "[x, x**2 for x in range(6)]")
a = [-1, 1, 66.25, 333, 333, 1234.5]
del a[0]; del a[2:4]; print(a); del a[:]; print(a)
t = 12345, 54321, "hello!"
u = t, (1, 2, 3, 4, 5)
print(u, (), ("hello",), len(("a",)))
attempt(exec, "t[0] = 88888")
x, y, z = t
attempt(exec, "x, y = t")
attempt(exec, "x, y, z, w = t")
attempt(exec, "x, y = 5")
first, *rest = "abc"; *init, last = range(4); (p, q), r = (1, 2), 3
print(first, rest, init, last, p, q, r)
attempt(exec, "a, *b, c = [1]")
basket = {"apple", "orange", "apple", "pear"}
print(sorted(basket), "orange" in basket, sorted(set("abracadabra") - set("alacazam")), sorted(set("abc") ^ set("bcd")), {1, 2} <= {1, 2, 3}, {1}.isdisjoint({2}))
attempt(lambda: {1}.remove(2))
attempt(lambda: {1} | [2])
attempt(set().pop)
tel = {"jack": 4098, "sape": 4139}
tel["guido"] = 4127; del tel["sape"]; tel["irv"] = 4127
print(tel, list(tel), sorted(tel), "guido" in tel, dict([("a", 1)]), {x: x**2 for x in (2, 4)}, dict(a=1, b=2), tel.get("no"), tel.setdefault("n", []), tel | {"z": 0})
attempt(exec, "tel['missing']")
attempt(exec, "del tel['missing']")
attempt(tel.pop, "missing")
attempt(tel.pop, "missing", "default")
attempt({}.popitem)
def change_while_looping():
    for k in tel:
        tel[k + "2"] = 1
attempt(change_while_looping)
print(list(tel)[:6], *reversed(list(tel.items()))) if len(tel) < 20 else print("grown")
for i, v in enumerate(["tic", "tac", "toe"]): print(i, v, end=";")
for q, a in zip(["name", "quest"], ["lancelot", "the holy grail", "blue"]): print(f"What is your {q}?  It is {a}.")
print(list(reversed(range(1, 10, 2))), "" or "Trondheim" or "Hammer", (1, 2, ("aa", "ab")) < (1, 2, ("abc", "a"), 4), [1, 2, 3] < [1, 2, 4], "ABC" < "C" < "Pascal" < "Python")

year, event = 2016, "Referendum"
yes, total = 42_572_654, 85_705_149
print(f"Results of the {year} {event}", "{:-9} YES votes  {:2.2%}".format(yes, yes / total), str("Hello\n"), repr("hello, world\n"), repr((32.5, 40000, ("spam", "eggs"))))
table = {"Sjoerd": 4127, "Jack": 4098}
for name, phone in table.items(): print(f"{name:10} ==> {phone:10d}")
print("Jack: {0[Jack]:d}; {Sjoerd:d}".format(table, **table), "{:<10}|{:^10}|{:>10}|{:*^9}".format(*"abcd"), "12".zfill(5), "-3.14".zfill(7), "%5.3f." % 3.14159)
for n in range(1, 4): print(repr(n).rjust(2), repr(n * n).rjust(3), end=" ")
print()
x = [1, "simple", "list", None, True, 1.5, {"k": [1, 2]}, "é\"\\\n"]
print(json.dumps(x), json.dumps(x, indent=2, ensure_ascii=False), json.loads(json.dumps(x)) == x, json.dumps({"b": 1, "a": 2}, sort_keys=True, separators=(",", ":")))
attempt(json.loads, "[1, 2")
attempt(json.loads, "{'a': 1}")
attempt(json.dumps, {1, 2})
attempt(json.loads, '{"a": 1} x')
