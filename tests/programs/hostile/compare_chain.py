class N:
    def __lt__(s, o): return NotImplemented
    def __gt__(s, o): return NotImplemented
    __eq__ = None
    __hash__ = None
def go(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e)[:80])
go(lambda: N() < N()); go(lambda: N() == N()); go(lambda: {N(): 1}); go(lambda: sorted([N(), N()])); go(lambda: [N()] == [N()]); go(lambda: N() in [1]); go(lambda: max(N(), N())); go(lambda: N() in {1})
