from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


def describe(thing):
    match thing:
        case 0 | 1:
            return "bit"
        case int(n) if n < 0:
            return f"negative {n}"
        case float() | int():
            return "number"
        case "":
            return "empty text"
        case str(s):
            return f"text of {len(s)}"
        case []:
            return "nothing"
        case [x]:
            return f"only {x}"
        case [Point(x=0, y=0), *_]:
            return "begins at the origin"
        case [first, *others]:
            return f"{first} and {len(others)} more"
        case {"go": direction, **more}:
            return f"go {direction} {more}"
        case Point(x, y=0):
            return f"on the axis at {x}"
        case Point() as p:
            return f"at {p}"
        case None:
            return "none"
        case _:
            return f"some {type(thing).__name__}"


for thing in [1, -5, 2.5, "", "abc", [], [7], [Point(0, 0), 1], (1, 2, 3), {"go": "north", "fast": True}, Point(3, 0), Point(3, 4), None, {1}]:
    print(describe(thing))
