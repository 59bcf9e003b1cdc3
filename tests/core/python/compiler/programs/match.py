def f(x):
    match x:
        case 1: a
        case "s" | b"b" | -1.5 | 1 + 2j: b
        case None | True: c
        case [a, b, *c]: d
        case [1, *_, 2]: e
        case [_, _]: f
        case (a, [b, c]) if a: g
        case {"k": v, 1: 2, **r}: h
        case {}: i
        case C(): j
        case C(a, 1, k=b, l=[c]): k
        case a.b: l
        case [a, 1] | [1, a]: m
        case ([a, b] | [b, a, _]) as c: n
        case str(s) as t: o
        case _: p
    match x, y:
        case a, b: q
    match x:
        case [*a]: r
        case y if y > 1: s
