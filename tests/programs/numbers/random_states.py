# _random and _statistics, beneath random and statistics: seeds, states, bits, and what goes wrong.
import _random
import _statistics
import _uuid


def tell(call, *args, **kwargs):
    try:
        result = call(*args, **kwargs)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print(result)


R = _random.Random
for seed in 5, -5, 0, 1.5, True, 2**100, -2**64, 2**32:
    r = R(seed)
    print(seed, r.random(), r.getrandbits(1), r.getrandbits(32), r.getrandbits(33), r.getrandbits(100), r.getrandbits(0))
r.seed(7)
state = r.getstate()
first = [r.random() for i in range(1000)]
r.setstate(state)
print(first == [r.random() for i in range(1000)], len(state), state[0], state[-1], hash(r.getstate()) == hash(state))
tell(R, 1, 2)
tell(R, [])
tell(r.seed, 1, 2)
tell(r.seed, [])
for k in -1, "a", 1.5, 2**40, 2**70, True:
    tell(r.getrandbits, k)
tell(r.random, 1)
for wrong in (1, (1,), state[:-1] + (-1,), state[:-1] + (625,), state[:-1] + ("a",), (2**40 + 5,) + state[1:], (-1,) + state[1:], ("a",) + state[1:], (2**70,) + state[1:]):
    tell(r.setstate, wrong)
print([n for n in dir(R) if not n.startswith("__")], R.__sizeof__(r))

f = _statistics._normal_dist_inv_cdf
for p in 1e-300, 1e-20, 1e-9, 0.001, 0.02, 0.075, 0.0750001, 0.3, 0.5, 0.7, 0.925, 0.93, 0.999999, 1 - 2**-53:
    print(f(p, 0, 1), f(p, 100, 15.5), f(p, -1, 1e-5))
tell(f, 0, 0, 1)
tell(f, 1.0, 0, 1)
tell(f, .5, 0, 0)
tell(f, .5, 0, -1)
tell(f, "a", 0, 1)
tell(f, .5, 0)

ids = [_uuid.generate_time_safe() for i in range(1000)]
print(len({bytes(i) for i, _ in ids}), {len(i) for i, _ in ids}, {i[6] >> 4 for i, _ in ids}, {i[8] >> 6 for i, _ in ids}, {s for _, s in ids}, _uuid.has_uuid_generate_time_safe)
