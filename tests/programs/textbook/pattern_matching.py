def describe(value):
    match value:
        case 0 | 1:
            return "small"
        case int(n) if n < 0:
            return f"negative {n}"
        case [x]:
            return f"one {x}"
        case [x, *rest]:
            return f"first {x}, then {rest}"
        case {"kind": "circle", "r": r}:
            return f"circle {r}"
        case str() as text:
            return f"text {text}"
        case None:
            return "nothing"
        case _:
            return "other"


for value in (0, -5, [1], (1, 2, 3), {"kind": "circle", "r": 2, "c": 1}, "hi", None, 2.5):
    print(describe(value))
