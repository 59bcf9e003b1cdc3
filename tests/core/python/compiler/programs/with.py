with a: b
with a as b, c() as (d, e), f: g
def f():
    with a as b:
        return b
    for i in x:
        with i:
            if i: continue
            break
    with (open(1) as f,
          open(2) as g):
        if f:
            return 1
        with g: return
