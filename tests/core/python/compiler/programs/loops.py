def f(n):
    for i in range(n):
        if i == 2:
            continue
        if i == 5:
            break
        for j, (k, *l) in i:
            while j:
                j -= 1
                if k: continue
            else:
                return l
    else:
        print("end")
    while True:
        if n: break
    while n and i: pass
    for x in (y
              .z()): x
    for a.b, c[d] in e: f
    for u in v:
        try:
            if u: continue
            if v: break
            return u
        finally:
            print(u)
