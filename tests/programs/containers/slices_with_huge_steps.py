"""Slices whose steps lead out of the sequence at once, up to what a size can hold and beyond, as list(range) selects them."""
import array
huge = 1 << 333
for make in list, tuple, bytes, bytearray, lambda x: array.array("b", x), lambda x: "".join(map(str, x)), lambda x: memoryview(bytes(x)), range:
    for n in 0, 1, 2, 3, 10:
        for step in huge, -huge, 2**63 - 1, -2**63, -2**63 + 1, 2**62, 5, -5, n, -n, n + 1, n - 1:
            if not step: continue
            for start in None, 0, 1, n - 1, n, -1, huge, -huge:
                for stop in None, 0, 1, n, -1, huge, -huge:
                    o = make(range(n)) if make is not range else range(n)
                    got = o[start:stop:step]
                    if isinstance(got, (memoryview, array.array)): got = got.tobytes()
                    want = [i for i in range(n)[start:stop:step]]
                    if isinstance(got, str): got = list(map(int, got))
                    assert list(got) == want, (o, start, stop, step, got, want)
                    if isinstance(o, (list, bytearray, array.array)):
                        kept = [i for i in range(n) if i not in want]
                        del o[start:stop:step]
                        assert list(o) == kept, (start, stop, step, o, kept)
                        o = make(range(n))
                        o[start:stop:step] = make(range(100, 100 + len(want)))
                        assert [i for i in o if i < 100] == kept
                        assert [o[i] for i in want] == list(range(100, 100 + len(want))), (o, want)
                        try:
                            o[start:stop:step] = make([1] * (len(want) + 1))
                        except ValueError as error:
                            pass
                        else:
                            assert step == 1, (n, start, stop, step, o)
print("all")
