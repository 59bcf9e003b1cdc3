#!/usr/bin/env python3
"""What the lessons say of memory, held to the recorded states: lesson_facts.py MEMTAPE

Each fact is about a stop of a lesson (or `end`: the last step) and is written as what the lesson claims there. A stop that never runs fails, too."""
import glob
import json
import os
import re
import subprocess
import sys

root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class At:
    """A state, asked by paths of names: `first.next[0]`."""

    def __init__(self, state, states):
        self.state, self.states, self.heap = state, states, state["heap"]
        self.printed = "".join(s["stdout"] for s in states[:state["step"] + 1])

    def ref(self, path, frame=-1):
        name, *rest = re.findall(r"\w+|\[\d+\]", path)
        for scope in (self.state["stack"][frame], self.state["stack"][0]):
            if name in scope["locals"]:
                at = scope["locals"][name]
                break
        else:
            raise KeyError(path)
        for part in rest:
            node = self.node(at)
            if part[0] == "[":
                at = node["items"][int(part[1:-1])]
            elif part in node.get("attributes", {}):
                at = node["attributes"][part]
            else:
                at = node["closure"][part]
        return at

    def node(self, ref):
        return self.heap[str(ref)]

    def of(self, path):
        return self.node(self.ref(path))

    def value(self, path):
        return self.plain(self.ref(path))

    def plain(self, ref):
        node = self.node(ref)
        return [self.plain(item) for item in node["items"]] if "items" in node else eval(node["value"])

    def same(self, *paths):
        return len({self.ref(path) for path in paths}) == 1

    def has(self, name):
        return any(name in frame["locals"] for frame in self.state["stack"])

    def frames(self):
        return [frame["function"] for frame in self.state["stack"]]

    def count(self, path):
        return self.of(path)["refcount"]

    def default(self, path):
        return self.of(path)["defaults"][0]

    def cell(self, path, name):
        """The content of a closure's variable."""
        return self.plain(self.of(path)["closure"][name])

    def alive(self, kind):
        everything = json.loads(subprocess.run([memtape, "state", self.file, "--step", str(self.state["step"]), "--json", "--everything"],
                                               capture_output=True, text=True, check=True).stdout)["heap"]
        return [node for node in everything.values() if node["type"] == kind]


FACTS = {
    "01": {"2": [lambda s: s.frames()[-1] == "add" and not s.has("a")],
           "3": [lambda s: s.value("a") == 10, lambda s: not s.has("b")],
           "4": [lambda s: (s.value("a"), s.value("b")) == (10, 20)],
           "7": [lambda s: s.frames() == ["<module>"] and not s.has("a") and s.value("total") == 30],
           "end": [lambda s: s.frames() == ["<module>"] and not s.has("a"), lambda s: s.printed == "30\n"]},
    "02": {"10": [lambda s: s.frames() == ["<module>", "a"]],
           "6": [lambda s: s.frames() == ["<module>", "a", "b"] and s.state["stack"][1]["line"] == 10],
           "3": [lambda s: s.frames() == ["<module>", "a", "b", "c"]],
           "7": [lambda s: s.frames() == ["<module>", "a", "b"] and s.value("y") == 3],
           "return from 7": [lambda s: s.frames() == ["<module>", "a", "b"] and s.value("y") == 3],
           "11": [lambda s: s.frames() == ["<module>", "a"] and s.value("x") == 3]},
    "03": {"7": [lambda s: s.of("made")["type"] == "ExampleClass"],
           "10": [lambda s: s.frames() == ["<module>"] and not s.has("made") and s.of("first")["type"] == "ExampleClass"],
           "11": [lambda s: s.same("first", "second") and s.count("first") == 2],
           "12": [lambda s: s.value("second.value") == 99 and s.same("first", "second")],
           "end": [lambda s: s.printed == "99\n"]},
    "04": {"6": [lambda s: s.count("one") == 1],
           "7": [lambda s: s.count("one") == 2 and s.same("one", "two")],
           "9": [lambda s: not s.has("one") and s.count("two") == 1],
           "10": [lambda s: not s.has("two") and not s.alive("Noisy") and s.printed.endswith("released\n")]},
    "05": {"2": [lambda s: s.same("box", "mine") and s.count("mine") == 2],
           "10": [lambda s: s.frames() == ["<module>"] and s.value("mine") == [1, 2, 3]],
           "5": [lambda s: s.same("box", "mine")],
           "6": [lambda s: s.value("box") == [0] and s.value("mine") == [1, 2, 3], lambda s: not s.same("box", "mine")],
           "12": [lambda s: s.value("other") == [0] and s.value("mine") == [1, 2, 3]]},
    "06": {"3": [lambda s: not s.same("a", "b") and s.value("a") == s.value("b") and not s.has("c")],
           "4": [lambda s: s.same("a", "c") and not s.same("a", "b") and s.value("a") == s.value("b")],
           "8": [lambda s: s.value("small") == 256],
           "10": [lambda s: s.printed == "True False\nTrue True\nTrue\n" and s.value("large") == 257],
           "11": [lambda s: s.printed.endswith("False\n"), lambda s: len([n for n in s.alive("int") if n.get("value") == "257"]) == 1],
           "end": [lambda s: s.printed.endswith("False\nTrue\n")]},
    "07": {"4": [lambda s: s.frames().count("down") == 1],
           "4:20": [lambda s: s.frames().count("down") == 20, lambda s: [s.plain(f["locals"]["n"]) for f in s.state["stack"][1:]] == list(range(1, 21)),
                    lambda s: {f["line"] for f in s.state["stack"][1:]} == {4}],
           "10": [lambda s: s.frames() == ["<module>"] and s.of("error")["type"] == "RecursionError"],
           "12": [lambda s: s.frames() == ["<module>"]]},
    "08": {"5": [lambda s: s.of("numbers")["size"] == 56],
           "7": [lambda s: s.of("numbers")["size"] == 88 and len(s.value("numbers")) == 1],
           "6:5": [lambda s: s.of("numbers")["size"] == 88 and len(s.value("numbers")) == 4],
           "7:5": [lambda s: s.of("numbers")["size"] == 120 == 56 + 8 * 8 and len(s.value("numbers")) == 5],
           "7:9": [lambda s: s.of("numbers")["size"] == 184 == 56 + 8 * 16 and len(s.value("numbers")) == 9]},
    "09": {"5": [lambda s: s.same("table[0]", "table[1]", "row")],
           "7": [lambda s: s.same("same", "table") and not s.same("shallow", "table") and s.same("shallow[0]", "shallow[1]", "row")],
           "9": [lambda s: not s.same("deep", "table") and not s.same("deep[0]", "row")],
           "10": [lambda s: s.value("same[0]") == s.value("shallow[0]") == [1, 2, 3] and s.value("deep[0]") == [1, 2]],
           "11": [lambda s: s.same("deep[0]", "deep[1]")],
           "end": [lambda s: s.printed == "[1, 2, 3] [1, 2, 3] [1, 2]\nTrue\n"]},
    "10": {"13": [lambda s: s.count("ann") == s.count("bob") == 2 and s.same("ann.friend", "bob") and s.same("bob.friend", "ann")],
           "14": [lambda s: not s.has("ann") and s.of("bob.friend")["refcount"] == 1],
           "15": [lambda s: [(n["refcount"], n["reachable"]) for n in s.alive("Person")] == [(1, False)] * 2],
           "16": [lambda s: len(s.alive("Person")) == 2],
           "end": [lambda s: not s.alive("Person") and s.printed.endswith("2 objects collected\n")]},
    "11": {"7": [lambda s: s.value("count") == 0 and s.of("step")["name"].endswith("step")],
           "10": [lambda s: s.frames() == ["<module>"] and s.cell("first", "count") == 0],
           "11": [lambda s: not s.same("first", "second") and s.cell("second", "count") == 0],
           "12": [lambda s: s.cell("first", "count") == 2 and s.cell("second", "count") == 0],
           "end": [lambda s: s.printed == "1 2\n1\n"]},
    "12": {"10": [lambda s: s.count("order") == 1 and s.value("log") == []],
           "11": [lambda s: s.count("order") == 2 and s.same("order", "log[0]")],
           "13:2": [lambda s: s.frames() == ["<module>"] and s.count("log[0]") == 1],
           "15": [lambda s: len(s.alive("Order")) == 4 and len(s.of("log")["items"]) == 4 and all(n["reachable"] for n in s.alive("Order"))]},
    "13": {"5": [lambda s: s.plain(s.default("collect")) == []],
           "2": [lambda s: s.ref("found") == s.default("collect")],
           "6": [lambda s: s.plain(s.default("collect")) == [1] and not s.has("found")],
           "11": [lambda s: s.value("found") == [] and s.count("found") == 1],
           "15": [lambda s: s.printed == "[1]\n[1, 2]\n[1]\n"]},
    "14": {"2": [lambda s: s.same("wrong[0]", "wrong[1]", "wrong[2]")],
           "3": [lambda s: s.value("wrong") == [[7, 0, 0]] * 3],
           "8": [lambda s: len({s.ref(f"right[{i}]") for i in range(3)}) == 3, lambda s: s.same("wrong[0]", "wrong[1]", "wrong[2]")],
           "9": [lambda s: s.value("right") == [[7, 0, 0], [0, 0, 0], [0, 0, 0]]],
           "end": [lambda s: s.printed.startswith("[[7, 0, 0], [7, 0, 0], [7, 0, 0]]\n")]},
    "15": {"3": [lambda s: s.same("word", "name")],
           "4": [lambda s: s.value("word") == "tapes" and s.value("name") == "tape"],
           "8:3": [lambda s: s.value("text") == "ab"],
           "14": [lambda s: s.value("parts") == ["a", "b", "c"] and s.value("text") == "abc"]},
    "16": {"5": [lambda s: s.frames() == ["<module>", "Point.__init__"]],
           "18": [lambda s: s.of("p")["size"] == s.of("s")["size"] == 48],
           "20": [lambda s: s.of("names")["size"] == 296],
           "22": [lambda s: not s.alive("SlottedPoint")],
           "23": [lambda s: s.of("t")["address"] == [n for state in s.states for n in state["heap"].values() if n["type"] == "SlottedPoint"][0]["address"]]},
}


def stop(states, where):
    if where == "end":
        return states[-1]
    event = "return" if where.startswith("return from ") else "line"
    line, _, time = where.removeprefix("return from ").partition(":")
    at = [s for s in states if s["event"] == event and s["line"] == int(line)]
    return at[int(time or 1) - 1] if len(at) >= int(time or 1) else None


memtape, failures, facts = sys.argv[1], 0, 0
for path in sorted(glob.glob(os.path.join(root, "resources/lessons/*.py"))):
    name = os.path.basename(path)
    told = FACTS[name[:2]]
    output = subprocess.run([memtape, "state", path, "--all", "--json"], capture_output=True, text=True, check=True).stdout
    states = [json.loads(line) for line in output.splitlines()]
    with open(path, encoding="utf-8") as file:
        stops = [returns + line for returns, line in re.findall(r"^# at (return from )?line ([\d:]+):$", file.read(), re.M)]
    for where in [*stops, *(w for w in told if w not in stops)]:
        state = stop(states, where)
        if state is None or where not in told:
            print(f"FAILED {name}: " + (f"line {where} does not run" if state is None else f"nothing is known of the stop at line {where}"))
            failures += 1
            continue
        at = At(state, states)
        at.file = path
        for number, fact in enumerate(told[where]):
            facts += 1
            try:
                holds = fact(at)
            except (KeyError, IndexError) as problem:
                holds = False
                print("      ", repr(problem))
            if not holds:
                print(f"FAILED {name}: fact {number + 1} at line {where}")
                failures += 1
print(f"{facts} facts of {len(FACTS)} lessons, {failures} failures")
sys.exit(failures != 0)
