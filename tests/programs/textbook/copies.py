import copy


class Team:
    def __init__(self, name, members):
        self.name, self.members = name, members
        self.self = self

    def __copy__(self):
        print("copying", self.name)
        return Team(self.name, self.members)


a = [1, [2, 3], {"k": [4]}]
alias, shallow, deep = a, copy.copy(a), copy.deepcopy(a)
a[1].append(9)
a[2]["k"][0] = "changed"
a.append(5)
print(alias, shallow, deep, sep="\n")
team = Team("red", ["ann", "bo"])
twin = copy.copy(team)
whole = copy.deepcopy(team)
twin.members.append("cy")
print(team.members, twin.members is team.members, whole.members, whole.self is whole)
loop = [1]
loop.append(loop)
again = copy.deepcopy(loop)
print(again, again[1] is again, loop[1] is again)
d = {"a": [1]}
e = dict(d)
f = d | {"b": 2}
e["a"] += [2]
print(d, e, f, e["a"] is f["a"], list(a) == a, tuple(a)[0], a[:] is a)
