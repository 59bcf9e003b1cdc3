"""array: what may not be resized while a buffer is exported, conversion between kinds, iterators that are pickled."""
import array, warnings, pickle, copy
warnings.simplefilter('always')
warnings.showwarning = lambda m, c, f, l, *a: print('W', c.__name__, m)
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
A = array.array
t(lambda: A('u', 'ab')); t(lambda: A('w', 'ab')); t(lambda: A('i', A('b', [1, 2]))); t(lambda: A('i', A('u', 'ab'))); t(lambda: A('i', A('w', 'ab'))); t(lambda: A('u', A('w', 'ab'))); t(lambda: A('w', A('u', 'ab')));  t(lambda: A('d', A('f', [1.5]))); t(lambda: A('b', A('i', [300]))); t(lambda: A('w', A('i', [65])))
a = A('i', [1, 2, 3])
def ss(k, v): a[k] = v
t(lambda: ss(slice(0, 1), A('b', [1]))); t(lambda: ss(slice(0, 1), [1])); t(lambda: a + A('b', [1])); t(lambda: a.extend(A('b', [1]))); t(lambda: a.__iadd__(A('b', [1])))
m = memoryview(a)
def dl(k): del a[k]
for f in (lambda: a.pop(), lambda: a.pop(0), lambda: a.append(1), lambda: a.insert(0, 1), lambda: dl(0), lambda: dl(slice(0, 1)), lambda: dl(slice(0, 0)), lambda: dl(slice(0, 3, 2)), lambda: ss(slice(0, 1), A('i', [])), lambda: ss(slice(0, 1), A('i', [9])), lambda: ss(slice(0, 1), A('i', [9, 8])), lambda: a.remove(2), lambda: a.extend([1]), lambda: a.extend([]), lambda: a.frombytes(b''), lambda: a.frombytes(b'abcd'), lambda: a.fromlist([1]), lambda: a.fromlist([]), lambda: a.__imul__(2), lambda: a.__imul__(1), lambda: a.__imul__(0), lambda: a.__iadd__(A('i', [1])), lambda: a.__iadd__(A('i')), lambda: a.reverse(), lambda: a.byteswap(), lambda: a.byteswap(), lambda: a.clear(), lambda: ss(slice(0, 0), A('i'))):
    t(f); print('   ', a.tolist())
del m
it = iter(a); next(it)
print(type(it).__name__, it.__reduce__()[1:], it.__reduce__()[0])
z = pickle.loads(pickle.dumps(it)); print(list(z), list(copy.copy(it)))
list(it); print(it.__reduce__()); 
it = iter(a); t(lambda: it.__setstate__(2)); print(list(it)); it = iter(a); t(lambda: it.__setstate__(-3)); print(list(it)); it = iter(a); t(lambda: it.__setstate__(99)); print(list(it)); t(lambda: it.__setstate__('x'))

t(lambda: A('u', b'\xff\xff\xff\xff').tounicode()); t(lambda: A('w', b'\xff\xff\xff\xff').tounicode()); t(lambda: repr(A('w', b'\xff\xff\xff\xff'))); t(lambda: str(A('w', b'\xff\xff\xff\xff'))); t(lambda: A('w', b'\xff\xff\xff\xff')[0]); t(lambda: list(A('w', b'\xff\xff\xff\xff')))
t(lambda: it.__length_hint__())
import weakref
v = memoryview(b'ab'); r = weakref.ref(v, lambda x: print('gone')); print(r() is v); del v; print(r())
warnings.simplefilter('ignore')
for c in 'uw':
    for v in ([65], ['ab'], [''], [None]):
        try: array.array(c, v)
        except Exception as e: print(c, v, type(e).__name__, e)
    x = array.array(c, b'\xff\xff\xff\xff')
    for f in (lambda: x[0], lambda: list(x), x.tounicode, lambda: x == x):
        try: print(f())
        except Exception as e: print(c, type(e).__name__, e)
