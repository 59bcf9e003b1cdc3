// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "core/python/objects/containers/held_items.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

// list.sort(): a stable, adaptive merge sort. Natural runs are found (and short ones extended by binary insertion), then merged in the
// order of the powersort policy, galloping where one run wins many times in a row. A comparison may print, so their number and order
// are CPython 3.13's to the last one.
//
// The list is empty while it is sorted: what a comparison does to it is noticed at the end. The items are then the sort's own.

namespace memtape {

namespace {

// Keys that are sorted, with values that follow them (null: the keys are the values).
struct Span {
    Object **keys, **values;
    Span at(ssize n) const { return {keys + n, values ? values + n : nullptr}; }
};

void copyOne(Span to, ssize i, Span from, ssize j) {
    to.keys[i] = from.keys[j];
    if (to.values) to.values[i] = from.values[j];
}
void copyMany(Span to, ssize i, Span from, ssize j, ssize n) {
    if (n <= 0) return;
    std::memcpy(to.keys + i, from.keys + j, static_cast<size_t>(n) * sizeof(Object*));
    if (to.values) std::memcpy(to.values + i, from.values + j, static_cast<size_t>(n) * sizeof(Object*));
}
void moveMany(Span to, ssize i, Span from, ssize j, ssize n) {
    if (n <= 0) return;
    std::memmove(to.keys + i, from.keys + j, static_cast<size_t>(n) * sizeof(Object*));
    if (to.values) std::memmove(to.values + i, from.values + j, static_cast<size_t>(n) * sizeof(Object*));
}
void reverseObjects(Object** low, Object** high) {
    for (--high; low < high; ++low, --high) std::swap(*low, *high);
}
void reverseSpan(Span s, ssize n) {
    reverseObjects(s.keys, s.keys + n);
    if (s.values) reverseObjects(s.values, s.values + n);
}

struct Sorter {
    using Less = int (*)(Object*, Object*, Sorter&); // 1, 0, -1: exception

    struct Run {
        Span base;
        ssize length;
        int power;
    };
    static constexpr int maximumRuns = 85;
    static constexpr ssize minimumGallop = 7;
    static constexpr ssize smallRoom = 256;

    Less less = nullptr;
    RichCompareFunc keyCompare = nullptr; // the common type's own comparison
    Less itemLess = nullptr;              // of the first items, where all keys are tuples
    Span base{};
    ssize length = 0, minGallop = minimumGallop;
    Run pending[maximumRuns];
    int pendingCount = 0;
    bool withValues = false;
    Object* small[smallRoom];
    Span room{small, nullptr};
    ssize roomCount = 0;

    ~Sorter() { freeRoom(); }
    void freeRoom() {
        if (room.keys != small) std::free(room.keys);
        room.keys = small;
    }
    void start(ssize n, Span items, bool values) {
        length = n;
        base = items;
        withValues = values;
        roomCount = values ? smallRoom / 2 : smallRoom;
        room.values = values ? small + roomCount : nullptr;
    }
    // Room for n temporary keys (and values). What was there is given up.
    bool needRoom(ssize n) {
        if (n <= roomCount) return true;
        freeRoom();
        size_t words = static_cast<size_t>(n) * (withValues ? 2 : 1);
        Object** block = static_cast<Object**>(std::malloc(words * sizeof(Object*)));
        if (!block) {
            roomCount = 0;
            return raiseMemoryError();
        }
        room.keys = block;
        room.values = withValues ? block + n : nullptr;
        roomCount = n;
        return true;
    }

    ssize countRun(Span low, ssize remaining);
    bool binarySort(Span s, ssize n, ssize sorted);
    ssize gallopLeft(Object* key, Object** a, ssize n, ssize hint);
    ssize gallopRight(Object* key, Object** a, ssize n, ssize hint);
    bool mergeLow(Span a, ssize na, Span b, ssize nb);
    bool mergeHigh(Span a, ssize na, Span b, ssize nb);
    bool mergeAt(ssize i);
    bool foundRun(ssize n);
    bool collapse();
    void chooseComparison(ssize n);
    bool sort(ssize n);
};

// ---- comparisons -----------------------------------------------------------------------------------------------------

int lessAny(Object* v, Object* w, Sorter&) { return richCompareBool(v, w, Comparison::Lt); }

// All keys have one type, whose comparison is known.
int lessSameType(Object* v, Object* w, Sorter& s) {
    if (v->type->richCompare != s.keyCompare) return richCompareBool(v, w, Comparison::Lt); // changed meanwhile
    Owned result = s.keyCompare(v, w, Comparison::Lt);
    if (!result) return -1;
    if (result.pointer == True) return 1;
    if (result.pointer == False) return 0;
    Held<> held(result);
    if (held.get() == NotImplemented) return richCompareBool(v, w, Comparison::Lt);
    return isTrue(held);
}
int lessLatin1(Object* v, Object* w, Sorter&) {
    StrObject *a = asStr(v), *b = asStr(w);
    ssize shorter = a->length < b->length ? a->length : b->length;
    int order = std::memcmp(strData(a), strData(b), static_cast<size_t>(shorter));
    return order != 0 ? order < 0 : a->length < b->length;
}
int lessCompactInt(Object* v, Object* w, Sorter&) { return compactValue(v) < compactValue(w); }
int lessFloat(Object* v, Object* w, Sorter&) { return floatValue(v) < floatValue(w); }
int lessTuple(Object* v, Object* w, Sorter& s) {
    TupleObject *a = asTuple(v), *b = asTuple(w);
    ssize i = 0;
    for (; i < a->count && i < b->count; ++i) {
        int equal = richCompareBool(a->items[i], b->items[i], Comparison::Eq);
        if (equal < 0) return -1;
        if (!equal) break;
    }
    if (i >= a->count || i >= b->count) return a->count < b->count;
    return i == 0 ? s.itemLess(a->items[0], b->items[0], s) : richCompareBool(a->items[i], b->items[i], Comparison::Lt);
}

// Looks at all keys once: homogeneous ones are compared without dispatch.
void Sorter::chooseComparison(ssize n) {
    Object** keys = base.keys;
    bool inTuples = keys[0]->type == types::Tuple && asTuple(keys[0])->count > 0;
    Type* type = inTuples ? asTuple(keys[0])->items[0]->type : keys[0]->type;
    bool sameType = true, latin1 = type == types::Str, compact = type == types::Int;
    for (ssize i = 0; i < n; ++i) {
        if (inTuples && !(keys[i]->type == types::Tuple && asTuple(keys[i])->count > 0)) {
            inTuples = sameType = false;
            break;
        }
        Object* key = inTuples ? asTuple(keys[i])->items[0] : keys[i];
        if (key->type != type) {
            sameType = false;
            if (!inTuples) break;
        }
        if (sameType) {
            if (compact && !isCompactInt(key)) compact = false;
            if (latin1 && asStr(key)->kind != 1) latin1 = false;
        }
    }
    if (sameType) {
        if (latin1) less = lessLatin1;
        else if (compact) less = lessCompactInt;
        else if (type == types::Float) less = lessFloat;
        else if ((keyCompare = type->richCompare) != nullptr) less = lessSameType;
        else less = lessAny;
    } else {
        less = lessAny;
    }
    if (inTuples) {
        // Tuples in tuples are compared in full: only the outer level is special.
        itemLess = type == types::Tuple ? lessAny : less;
        less = lessTuple;
    }
}

// ---- runs ------------------------------------------------------------------------------------------------------------

// The length of the run at the beginning, made ascending. Descending runs may hold stretches of equal keys, whose order is kept.
ssize Sorter::countRun(Span low, ssize remaining) {
    Object** a = low.keys;
    ssize n = 1;
    int smaller;
    for (; n < remaining; ++n) {
        if ((smaller = less(a[n], a[n - 1], *this)) < 0) return -1;
        if (smaller) break;
    }
    if (n == remaining) return n;
    // a[n] is smaller than a[n-1]: a descending run only if all before it are equal.
    if (n > 1) {
        if ((smaller = less(a[0], a[n - 1], *this)) < 0) return -1;
        if (smaller) return n;
        reverseSpan(low, n);
    }
    ++n;
    ssize equals = 0;
    auto reverseEquals = [&] {
        if (!equals) return;
        ++equals;
        reverseSpan(low.at(n - equals), equals);
        equals = 0;
    };
    for (; n < remaining; ++n) {
        if ((smaller = less(a[n], a[n - 1], *this)) < 0) return -1;
        if (smaller) {
            reverseEquals();
            continue;
        }
        if ((smaller = less(a[n - 1], a[n], *this)) < 0) return -1;
        if (smaller) break;
        ++equals;
    }
    reverseEquals();
    reverseSpan(low, n);
    for (; n < remaining; ++n) {
        if ((smaller = less(a[n], a[n - 1], *this)) < 0) return -1;
        if (smaller) break;
    }
    return n;
}

bool Sorter::binarySort(Span s, ssize n, ssize sorted) {
    if (sorted == 0) ++sorted;
    for (; sorted < n; ++sorted) {
        ssize left = 0, right = sorted;
        Object* pivot = s.keys[sorted];
        do {
            ssize middle = (left + right) >> 1;
            int smaller = less(pivot, s.keys[middle], *this);
            if (smaller < 0) return false;
            if (smaller) right = middle;
            else left = middle + 1;
        } while (left < right);
        std::memmove(s.keys + left + 1, s.keys + left, static_cast<size_t>(sorted - left) * sizeof(Object*));
        s.keys[left] = pivot;
        if (s.values) {
            Object* value = s.values[sorted];
            std::memmove(s.values + left + 1, s.values + left, static_cast<size_t>(sorted - left) * sizeof(Object*));
            s.values[left] = value;
        }
    }
    return true;
}

// Where key belongs in the sorted a[0 … n): before any equal (left), behind them (right). The search begins at a[hint] and doubles its steps.
ssize Sorter::gallopLeft(Object* key, Object** a, ssize n, ssize hint) {
    ssize lastOffset = 0, offset = 1;
    a += hint;
    int smaller = less(*a, key, *this);
    if (smaller < 0) return -1;
    if (smaller) { // a[hint] < key: to the right
        const ssize maximum = n - hint;
        while (offset < maximum) {
            if ((smaller = less(a[offset], key, *this)) < 0) return -1;
            if (!smaller) break;
            lastOffset = offset;
            offset = (offset << 1) + 1;
        }
        if (offset > maximum) offset = maximum;
        lastOffset += hint;
        offset += hint;
    } else { // key <= a[hint]: to the left
        const ssize maximum = hint + 1;
        while (offset < maximum) {
            if ((smaller = less(*(a - offset), key, *this)) < 0) return -1;
            if (smaller) break;
            lastOffset = offset;
            offset = (offset << 1) + 1;
        }
        if (offset > maximum) offset = maximum;
        ssize k = lastOffset;
        lastOffset = hint - offset;
        offset = hint - k;
    }
    a -= hint;
    ++lastOffset;
    while (lastOffset < offset) {
        ssize middle = lastOffset + ((offset - lastOffset) >> 1);
        if ((smaller = less(a[middle], key, *this)) < 0) return -1;
        if (smaller) lastOffset = middle + 1;
        else offset = middle;
    }
    return offset;
}

ssize Sorter::gallopRight(Object* key, Object** a, ssize n, ssize hint) {
    ssize lastOffset = 0, offset = 1;
    a += hint;
    int smaller = less(key, *a, *this);
    if (smaller < 0) return -1;
    if (smaller) { // key < a[hint]: to the left
        const ssize maximum = hint + 1;
        while (offset < maximum) {
            if ((smaller = less(key, *(a - offset), *this)) < 0) return -1;
            if (!smaller) break;
            lastOffset = offset;
            offset = (offset << 1) + 1;
        }
        if (offset > maximum) offset = maximum;
        ssize k = lastOffset;
        lastOffset = hint - offset;
        offset = hint - k;
    } else { // a[hint] <= key: to the right
        const ssize maximum = n - hint;
        while (offset < maximum) {
            if ((smaller = less(key, a[offset], *this)) < 0) return -1;
            if (smaller) break;
            lastOffset = offset;
            offset = (offset << 1) + 1;
        }
        if (offset > maximum) offset = maximum;
        lastOffset += hint;
        offset += hint;
    }
    a -= hint;
    ++lastOffset;
    while (lastOffset < offset) {
        ssize middle = lastOffset + ((offset - lastOffset) >> 1);
        if ((smaller = less(key, a[middle], *this)) < 0) return -1;
        if (smaller) offset = middle;
        else lastOffset = middle + 1;
    }
    return offset;
}

// ---- merging ---------------------------------------------------------------------------------------------------------

// Merges the adjacent runs a and b, na <= nb, from left to right; a is copied out of the way. It is known that a[0] > b[0] and that
// a[na-1] belongs at the end.
bool Sorter::mergeLow(Span a, ssize na, Span b, ssize nb) {
    if (!needRoom(na)) return false;
    copyMany(room, 0, a, 0, na);
    Span to = a;
    a = room;
    ssize gallop = minGallop, k;
    int smaller;
    bool ok = false;
    auto take = [&to](Span& from) {
        copyOne(to, 0, from, 0);
        to = to.at(1);
        from = from.at(1);
    };

    take(b);
    --nb;
    if (nb == 0) goto Succeed;
    if (na == 1) goto CopyB;
    for (;;) {
        ssize aCount = 0, bCount = 0; // how many times in a row each run won
        for (;;) {
            if ((smaller = less(b.keys[0], a.keys[0], *this)) < 0) goto Fail;
            if (smaller) {
                take(b);
                ++bCount;
                aCount = 0;
                --nb;
                if (nb == 0) goto Succeed;
                if (bCount >= gallop) break;
            } else {
                take(a);
                ++aCount;
                bCount = 0;
                --na;
                if (na == 1) goto CopyB;
                if (aCount >= gallop) break;
            }
        }
        ++gallop;
        do {
            gallop -= gallop > 1;
            minGallop = gallop;
            k = gallopRight(b.keys[0], a.keys, na, 0);
            aCount = k;
            if (k) {
                if (k < 0) goto Fail;
                copyMany(to, 0, a, 0, k);
                to = to.at(k);
                a = a.at(k);
                na -= k;
                if (na == 1) goto CopyB;
                if (na == 0) goto Succeed; // only if the comparison contradicts itself
            }
            take(b);
            --nb;
            if (nb == 0) goto Succeed;
            k = gallopLeft(a.keys[0], b.keys, nb, 0);
            bCount = k;
            if (k) {
                if (k < 0) goto Fail;
                moveMany(to, 0, b, 0, k);
                to = to.at(k);
                b = b.at(k);
                nb -= k;
                if (nb == 0) goto Succeed;
            }
            take(a);
            --na;
            if (na == 1) goto CopyB;
        } while (aCount >= minimumGallop || bCount >= minimumGallop);
        ++gallop; // leaving the gallop costs
        minGallop = gallop;
    }
Succeed:
    ok = true;
Fail:
    if (na) copyMany(to, 0, a, 0, na);
    return ok;
CopyB:
    // The last of a belongs behind the rest of b.
    moveMany(to, 0, b, 0, nb);
    copyOne(to, nb, a, 0);
    return true;
}

// The same for na >= nb, from right to left.
bool Sorter::mergeHigh(Span a, ssize na, Span b, ssize nb) {
    if (!needRoom(nb)) return false;
    Span to = b.at(nb - 1);
    copyMany(room, 0, b, 0, nb);
    Span baseA = a, baseB = room;
    b = room.at(nb - 1);
    a = a.at(na - 1);
    ssize gallop = minGallop, k;
    int smaller;
    bool ok = false;
    auto take = [&to](Span& from) {
        copyOne(to, 0, from, 0);
        to = to.at(-1);
        from = from.at(-1);
    };

    take(a);
    --na;
    if (na == 0) goto Succeed;
    if (nb == 1) goto CopyA;
    for (;;) {
        ssize aCount = 0, bCount = 0;
        for (;;) {
            if ((smaller = less(b.keys[0], a.keys[0], *this)) < 0) goto Fail;
            if (smaller) {
                take(a);
                ++aCount;
                bCount = 0;
                --na;
                if (na == 0) goto Succeed;
                if (aCount >= gallop) break;
            } else {
                take(b);
                ++bCount;
                aCount = 0;
                --nb;
                if (nb == 1) goto CopyA;
                if (bCount >= gallop) break;
            }
        }
        ++gallop;
        do {
            gallop -= gallop > 1;
            minGallop = gallop;
            k = gallopRight(b.keys[0], baseA.keys, na, na - 1);
            if (k < 0) goto Fail;
            k = na - k;
            aCount = k;
            if (k) {
                to = to.at(-k);
                a = a.at(-k);
                moveMany(to, 1, a, 1, k);
                na -= k;
                if (na == 0) goto Succeed;
            }
            take(b);
            --nb;
            if (nb == 1) goto CopyA;
            k = gallopLeft(a.keys[0], baseB.keys, nb, nb - 1);
            if (k < 0) goto Fail;
            k = nb - k;
            bCount = k;
            if (k) {
                to = to.at(-k);
                b = b.at(-k);
                copyMany(to, 1, b, 1, k);
                nb -= k;
                if (nb == 1) goto CopyA;
                if (nb == 0) goto Succeed;
            }
            take(a);
            --na;
            if (na == 0) goto Succeed;
        } while (aCount >= minimumGallop || bCount >= minimumGallop);
        ++gallop;
        minGallop = gallop;
    }
Succeed:
    ok = true;
Fail:
    if (nb) copyMany(to, -(nb - 1), baseB, 0, nb);
    return ok;
CopyA:
    // The first of b belongs before the rest of a.
    moveMany(to, 1 - na, a, 1 - na, na);
    to = to.at(-na);
    copyOne(to, 0, b, 0);
    return true;
}

bool Sorter::mergeAt(ssize i) {
    Span a = pending[i].base, b = pending[i + 1].base;
    ssize na = pending[i].length, nb = pending[i + 1].length;
    pending[i].length = na + nb;
    if (i == pendingCount - 3) pending[i + 1] = pending[i + 2];
    --pendingCount;
    // Where b begins in a: what is before is in place. Where a ends in b: what is behind is in place.
    ssize k = gallopRight(b.keys[0], a.keys, na, 0);
    if (k < 0) return false;
    a = a.at(k);
    na -= k;
    if (na == 0) return true;
    nb = gallopLeft(a.keys[na - 1], b.keys, nb, nb - 1);
    if (nb <= 0) return nb == 0;
    return na <= nb ? mergeLow(a, na, b, nb) : mergeHigh(a, na, b, nb);
}

// The powersort policy: how deep in an ideal merge tree the border between two adjacent runs lies.
int powerOf(ssize start1, ssize n1, ssize n2, ssize n) {
    int power = 0;
    ssize a = 2 * start1 + n1, b = a + n1 + n2;
    for (;;) {
        ++power;
        if (a >= n) {
            a -= n;
            b -= n;
        } else if (b >= n) {
            break;
        }
        a <<= 1;
        b <<= 1;
    }
    return power;
}

bool Sorter::foundRun(ssize n) {
    if (pendingCount == 0) return true;
    Run* top = pending + pendingCount - 1;
    int power = powerOf(top->base.keys - base.keys, top->length, n, length);
    while (pendingCount > 1 && pending[pendingCount - 2].power > power)
        if (!mergeAt(pendingCount - 2)) return false;
    pending[pendingCount - 1].power = power;
    return true;
}

bool Sorter::collapse() {
    while (pendingCount > 1) {
        ssize n = pendingCount - 2;
        if (n > 0 && pending[n - 1].length < pending[n + 1].length) --n;
        if (!mergeAt(n)) return false;
    }
    return true;
}

ssize minimumRun(ssize n) {
    ssize r = 0; // becomes 1 if any bit is shifted out
    while (n >= 64) {
        r |= n & 1;
        n >>= 1;
    }
    return n + r;
}

bool Sorter::sort(ssize n) {
    Span low = base;
    ssize remaining = n, minimum = minimumRun(n);
    do {
        ssize run = countRun(low, remaining);
        if (run < 0) return false;
        if (run < minimum) {
            ssize forced = remaining <= minimum ? remaining : minimum;
            if (!binarySort(low, forced, run)) return false;
            run = forced;
        }
        if (!foundRun(run)) return false;
        pending[pendingCount++] = {low, run, 0};
        low = low.at(run);
        remaining -= run;
        if (!checkBreaker()) return false;
    } while (remaining);
    return collapse();
}

}

bool listSort(ListObject* list, Object* key, bool reverse) {
    // Empty the list for as long as it is sorted. Capacity −1: nobody has touched it.
    ssize count = list->count, capacity = list->capacity;
    Object** items = list->items;
    list->count = 0;
    list->items = nullptr;
    list->capacity = -1;
    recordTruncate(list, CellKind::Item, 0);
    recordResize(list);

    bool ok = true;
    HeldItems heldItems, heldKeys;
    heldItems.hold(items, count);
    Object** keys = nullptr;
    Span span{items, nullptr};
    Object* fewKeys[128];
    if (key) {
        keys = count < 128 ? fewKeys : static_cast<Object**>(std::malloc(static_cast<size_t>(count) * sizeof(Object*)));
        if (!keys) ok = raiseMemoryError();
        ssize made = 0;
        if (recording()) {
            // Each key is held from the moment it is made.
            Held<>* holds = ok ? static_cast<Held<>*>(std::malloc(static_cast<size_t>(count) * sizeof(Held<>) + 1)) : nullptr;
            for (; ok && made < count; ++made) {
                Owned k = call(key, items[made]);
                if (!k) {
                    ok = false;
                    break;
                }
                keys[made] = k.pointer;
                new (holds + made) Held<>(k);
            }
            for (ssize i = made; --i >= 0;) {
                (void)holds[i].release();
                holds[i].~Held<>();
            }
            std::free(holds);
        } else {
            for (; ok && made < count; ++made) {
                Owned k = call(key, items[made]);
                if (!k) {
                    ok = false;
                    break;
                }
                keys[made] = k.pointer;
            }
        }
        if (!ok && keys) {
            for (ssize i = 0; i < made; ++i) decref(keys[i]);
            if (keys != fewKeys) std::free(keys);
            keys = nullptr;
        }
        span = {keys, items};
    }

    if (ok && count > 0) {
        heldKeys.hold(keys, keys ? count : 0);
        Sorter sorter;
        sorter.start(count, span, keys != nullptr);
        if (count > 1) sorter.chooseComparison(count);
        // Stability of a reversed sort: reverse first, sort, reverse again.
        if (reverse) reverseSpan(span, count);
        if (count > 1) ok = sorter.sort(count);
        if (reverse) reverseObjects(items, items + count);
        heldKeys.release();
    }
    if (keys) {
        // The keys are dropped from the first on, the list being empty still.
        reverseObjects(keys, keys + count);
        dropReferences(keys, count);
        if (keys != fewKeys) std::free(keys);
    }
    if (list->capacity != -1 && ok) ok = raise(exc::ValueError, "list modified during sort");

    heldItems.release();
    Object** intruders = list->items;
    ssize intruderCount = list->count;
    list->count = count;
    list->items = items;
    list->capacity = capacity;
    recordRefill(list, CellKind::Item);
    recordResize(list);
    if (intruders) {
        dropReferences(intruders, intruderCount);
        releaseBlock(intruders);
    }
    return ok;
}

}
