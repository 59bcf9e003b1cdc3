class Stack(list):
    def __init__(self, name):
        super().__init__()
        self.name = name
        self.pushed = 0

    def push(self, item):
        self.append(item)
        self.pushed += 1
        return self


class Celsius(float):
    def __new__(cls, value, place="here"):
        made = super().__new__(cls, value)
        made.place = place
        return made

    def __add__(self, other):
        return Celsius(float(self) + other, self.place)


class Ordered(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)
        self.last = key

    def __missing__(self, key):
        return f"no {key}"


class Name(str):
    def __repr__(self):
        return f"<{self}>"


class 학생:
    def __init__(self, 이름):
        self.이름 = 이름


s = Stack("plates").push(1).push([2])
t = Celsius(20.5, "Seoul") + 1
d = Ordered()
d["A"] = 1
d["b"] = s
n = Name("Kim")
k = 학생("지수")
print(s, s.name, s.pushed, t, t.place, d, d.last, d["x"], n, [n], k.이름)
view = s.__dict__
k.__dict__["나이"] = 20
print(view, vars(k), d.__dict__, isinstance(t, float), n + "!", type(n.upper()))
try:
    print(없는이름)
except NameError as 문제:
    print(문제, type(k).__name__)
del s
print(view, sorted(d, key=str))
