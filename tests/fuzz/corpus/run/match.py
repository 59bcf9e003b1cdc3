for v in [1, 'a', (1, 2), {'k': 3}]:
    match v:
        case int(n): print(n)
        case (a, b): print(a + b)
        case {'k': k}: print(k)
        case _: print('other')
