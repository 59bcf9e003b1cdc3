def f():
    try:
        a()
    except A:
        b()
    except (B, C) as e:
        c(e)
        raise
    except:
        raise D from None
    else:
        d()
    finally:
        e()
    raise
def g(x):
    for i in x:
        try:
            return i
        except E as e:
            continue
        finally:
            try: pass
            finally: f(i)
    try:
        try: a
        finally: b
    except E as f: pass
    return f
def h():
    try: a
    except* A as e: b(e)
    except* (B, C): c
    else: d
    finally: f
    try:
        return 1
    finally:
        return 2
