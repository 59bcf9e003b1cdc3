"""Iterators of itertools are still pickled and copied in 3.13, with a warning: what they are made of at each point."""
import itertools, copy, pickle, warnings, operator
warnings.simplefilter('always')
warnings.showwarning = lambda m, c, f, l, *a: print('  W', c.__name__, m)
for n in sorted(vars(itertools)):
    t = getattr(itertools, n)
    if isinstance(t, type) and n[:2] != '__': print(n, [k for k in ('__reduce__', '__setstate__', '__copy__', '__deepcopy__') if k in vars(t)])
def adv(x, n):
    for i in range(n):
        try: next(x)
        except (StopIteration, TypeError): break
    return x
class K: pass
I = itertools
cases = {
 'accumulate': lambda: I.accumulate([1,2,3,4]),
 'accumulate2': lambda: I.accumulate([1,2,3,4], operator.mul, initial=10),
 'accumulate3': lambda: I.accumulate([1,2,3], None),
 'accumulate4': lambda: I.accumulate([None,2,3], lambda a,b: None),
 'chain': lambda: I.chain([1,2],[3,4]), 'chainf': lambda: I.chain.from_iterable([[1,2],[3]]), 'chain0': lambda: I.chain(),
 'comb': lambda: I.combinations('abcd', 2), 'comb0': lambda: I.combinations('ab', 3),
 'cwr': lambda: I.combinations_with_replacement('abc', 2), 'cwr0': lambda: I.combinations_with_replacement('', 2),
 'perm': lambda: I.permutations('abc', 2), 'perm0': lambda: I.permutations('ab', 3),
 'prod': lambda: I.product('ab', 'cd'), 'prod0': lambda: I.product(), 'prod00': lambda: I.product('ab', ''),
 'compress': lambda: I.compress('abcd', [1,0,1,1]),
 'count': lambda: I.count(3), 'count2': lambda: I.count(3, 2), 'count3': lambda: I.count(1.5, 0.5),
 'cycle': lambda: I.cycle('abc'), 'cycle0': lambda: I.cycle(''),
 'dropwhile': lambda: I.dropwhile(bool, [1,1,0,2,3]), 'takewhile': lambda: I.takewhile(bool, [1,1,0,2,3]),
 'filterfalse': lambda: I.filterfalse(None, [1,0,2,0,0]),
 'groupby': lambda: I.groupby('aabbc'), 'groupbyk': lambda: I.groupby([1,3,2], bool),
 'islice': lambda: I.islice(range(10), 2, 8, 2), 'islice2': lambda: I.islice(range(10), 3), 'islice3': lambda: I.islice(range(10), 1, None),
 'repeat': lambda: I.repeat('x'), 'repeat3': lambda: I.repeat('x', 3),
 'starmap': lambda: I.starmap(pow, [(2,3),(3,2)]),
 'tee': lambda: I.tee([1,2,3])[0],
 'ziplong': lambda: I.zip_longest('abc', 'de', fillvalue='-'), 'ziplong2': lambda: I.zip_longest('ab', [1]), 'ziplong0': lambda: I.zip_longest(),
 'pairwise': lambda: I.pairwise('abc'), 'batched': lambda: I.batched('abcde', 2),
}
import re
def show(x): return re.sub('0x[0-9a-f]+', '0x', repr(x))
for n, f in cases.items():
    for k in (0, 1, 2, 3, 20):
        if n in ('count','count2','count3','countbig','cycle','repeat') and k == 20: k = 5
        x = adv(f(), k)
        try:
            r = x.__reduce__()
            print(n, k, show(r))
            y = copy.copy(x) ; z = pickle.loads(pickle.dumps(x)); d = copy.deepcopy(x)
            print('   ', show(list(I.islice(z, 5))), show(list(I.islice(d, 5))))
        except Exception as e: print(n, k, type(e).__name__, show(e))
g = I.groupby('aabb'); k, gr = next(g)
print(show(gr.__reduce__()))
for t, st in [(I.accumulate([1,2]), 5), (I.cycle('ab'), (['x'], 1)), (I.cycle('ab'), 3), (I.dropwhile(bool, [1,0]), 1), (I.takewhile(bool, [1]), 1), (I.islice('abc', 3), 1), (I.combinations('abc', 2), (1, 2)), (I.combinations('abc', 2), (1,)), (I.combinations('abc', 2), 3),
   (I.permutations('abc', 2), ((0, 1, 2), (3, 2))), (I.permutations('abc', 2), ((1, 0, 2), (3, 2))), (I.permutations('abc', 2), 3), (I.product('ab','cd'), (1, 1)), (I.product('ab','cd'), (9, -9)), (I.product('ab','cd'), (1,)), (I.product('ab', 'cd'), 'ab'), (I.zip_longest('ab'), 'x'), (I.chain('ab'), (iter([]),)), (I.chain('ab'), (iter(['xy']), iter('q'))), (I.chain('ab'), 3), (I.chain('a'), (1,)), (I.combinations_with_replacement('ab', 2), (1, 1)),(I.combinations('abc', 2), (7, -7))]:
    try: print(type(t).__name__, show(st), t.__setstate__(st), show(list(I.islice(t, 6))))
    except Exception as e: print(type(t).__name__, show(st), type(e).__name__, e)
