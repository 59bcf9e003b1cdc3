"""reversed(list) keeps the list at its end, and lets it go where the list has become too short."""
it = reversed([1, 2])
print(it.__reduce__(), it.__length_hint__()); next(it); print(it.__reduce__(), it.__length_hint__()); next(it); print(it.__reduce__(), it.__length_hint__()); print(next(it, None)); print(it.__reduce__(), it.__length_hint__())
it.__setstate__(1); print(list(it))
it = reversed([]); print(it.__reduce__(), list(it), it.__reduce__()); it.__setstate__(5); print(list(it))
l = [1, 2, 3]; it = reversed(l); l.clear(); print(it.__length_hint__(), it.__reduce__()); print(list(it)); it.__setstate__(1);  print(list(it), it.__reduce__())
import copy, pickle
it = reversed([1,2,3]); next(it); print(list(copy.copy(it)), list(it), list(copy.copy(it)))
class G:
    def __del__(self): print("gone")
l = [G()]; it = reversed(l); del l
for x in it: print("one")
del x
print("after"); print(list(it)); del it; print("end")
