"""What __setstate__ of iterators of itertools takes and refuses."""
import itertools as I, re, warnings
warnings.simplefilter('ignore')
def tr(f):
    try: print(re.sub('0x[0-9a-f]+', '0x', repr(f())))
    except Exception as e: print(type(e).__name__, e)
g = I.groupby('aabb'); k, gr = next(g)
next(g)
print(gr.__reduce__())
for st in [1, (1,), (1,2,3), (1,2,3,4)]:
    tr(lambda: (I.groupby('aab').__setstate__(st)))
t = I.tee([1,2,3])[0]
d = t.__reduce__()[2][0]
next(t); next(t)
tr(d.__reduce__)
D = type(d)
for a in [(iter([1]), [5,6], None), (iter([1]), [5], d), (iter([1]), list(range(57)), d), (iter([1]), list(range(57)), None), (iter([1]), list(range(58)), None), (iter([1]), (1,), None), (iter([1]), list(range(57)), 3), (1,), (1, [], None)]:
    tr(lambda: D(*a))
    try: print(re.sub('0x[0-9a-f]+', '0x', repr(D(*a).__reduce__()[1][1:])))
    except Exception: pass
T = type(t)
for st in [1, (d,), (d, 1), (d, 58), (d, -1), (d, 'x'), (1, 1), (d, 57), (d, 4)]:
    tr(lambda: t.__setstate__(st)); 
x = I.islice(range(10), 2, 8, 2); tr(lambda: x.__setstate__('q')); tr(lambda: x.__setstate__(-1)); tr(lambda: x.__setstate__(4)); print(list(x))
x = I.takewhile(bool, [1]); tr(lambda: x.__setstate__('q')); tr(lambda: x.__setstate__([])); 
x = I.takewhile(bool, [1]); tr(lambda: x.__setstate__([3])); print(list(x))
x = I.dropwhile(bool, [1,2]); tr(lambda: x.__setstate__(2)); print(list(x))
x = I.cycle('ab'); tr(lambda: x.__setstate__((['x'], 'a'))); tr(lambda: x.__setstate__((['x'],)));tr(lambda: x.__setstate__([['x'],1]));tr(lambda: x.__setstate__((3,1)));tr(lambda: x.__setstate__((['x'],5)));
x = I.product('ab','cd'); tr(lambda: x.__setstate__(('a','b'))); tr(lambda: x.__setstate__(2)); 
x = I.zip_longest('ab'); tr(lambda: x.__setstate__(5)); print(list(x))
x = I.zip_longest('ab', 'c'); tr(lambda: x.__setstate__(5)); print(list(x))
x = I.product('', 'ab'); tr(lambda: x.__setstate__((0,0))); print(list(x))
x = I.product(); tr(lambda: x.__setstate__(())); print(list(x))
x = I.combinations('abc', 2); tr(lambda: x.__setstate__((0, 'x')))
x = I.combinations('abc', 4); tr(lambda: x.__setstate__((0, 1,2,3))); print(list(x))
x = I.permutations('abc', 2); tr(lambda: x.__setstate__(((0,1),(3,2)))); tr(lambda: x.__setstate__(((0,1,'x'),(3,2)))); tr(lambda: x.__setstate__(([0,1,2],(3,2)))); tr(lambda: x.__setstate__((3,)));tr(lambda: x.__setstate__(((0,1,2),(30,-2)))); print(list(x))
x = I.permutations('abc', 2); tr(lambda: x.__setstate__(((9,-1,2),(3,2)))); print(list(x))
x = I.chain(); tr(lambda: x.__setstate__(())); tr(lambda: x.__setstate__((1,2,3))); tr(lambda: x.__setstate__((iter([]), 3))); tr(lambda: x.__setstate__((iter([]), [])))
import copy
n = 0
def show(m, c, *a):
    global n; n += 1
warnings.showwarning = show
warnings.simplefilter('always')
def t(label, f):
    global n
    n = 0
    try: r = f()
    except Exception as e: r = e
    print(label, n, type(r).__name__)
tt = I.tee([1,2])[0]
t('tee copy', tt.__copy__); t('tee reduce', tt.__reduce__)
r = tt.__reduce__()
t('tee setstate', lambda: tt.__setstate__(r[2]))
t('tee copy.copy', lambda: copy.copy(tt))
d = r[2][0]
t('data reduce', d.__reduce__)
t('data new', lambda: type(d)(iter([1]), [], None))
t('I.tee', lambda: I.tee(tt))
t('tee()', lambda: type(tt)(()))
g = I.groupby('aab'); k, gr = next(g)
t('grouper', gr.__reduce__); t('groupby', g.__reduce__); t('groupby ss', lambda: g.__setstate__((1,2,3)))
t('count', I.count().__reduce__); t('repeat', I.repeat(1).__reduce__); t('starmap', I.starmap(pow, []).__reduce__)
t('filterfalse', I.filterfalse(None, []).__reduce__); t('compress', I.compress('', []).__reduce__)
for T, st in [(I.accumulate([]), 1), (I.cycle('a'), (['x'], 1)), (I.dropwhile(bool, []), 1), (I.takewhile(bool, []), 1), (I.islice('a', 1), 0), (I.combinations('ab', 1), (0,)), (I.combinations_with_replacement('ab', 1), (0,)), (I.permutations('ab', 1), ((0,1),(1,))), (I.product('a'), (0,)), (I.zip_longest('a'), 1), (I.chain('a'), (iter([]),)), (I.chain('a'), 3)]:
    t(type(T).__name__ + ' ss', lambda: T.__setstate__(st)); t(type(T).__name__ + ' red', T.__reduce__)
