// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/model/cycle_collector.h"

#include <deque>

#include "core/python/objects/classes/weakref_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/free_lists.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/model/type_parts.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

Collector collector;

namespace {

// ---- lists of GC heads --------------------------------------------------------------------------------------------------

constexpr uintptr_t unreachableBit = Collector::nextUnreachable;

GcHead* nextOfHead(const GcHead* h) { return reinterpret_cast<GcHead*>(h->next); }
GcHead* previousOf(const GcHead* h) { return reinterpret_cast<GcHead*>(h->prev & Collector::prevMask); }
void setPrevious(GcHead* h, GcHead* previous) { h->prev = reinterpret_cast<uintptr_t>(previous) | (h->prev & ~Collector::prevMask); }
void setNext(GcHead* h, GcHead* next) { h->next = reinterpret_cast<uintptr_t>(next); }
Object* objectOf(GcHead* h) { return reinterpret_cast<Object*>(h + 1); }

void initList(GcHead* list) {
    list->prev = reinterpret_cast<uintptr_t>(list);
    list->next = reinterpret_cast<uintptr_t>(list);
}
bool isEmpty(const GcHead* list) { return nextOfHead(list) == list; }

void append(GcHead* h, GcHead* list) {
    GcHead* last = reinterpret_cast<GcHead*>(list->prev);
    setNext(last, h);
    setPrevious(h, last);
    setNext(h, list);
    list->prev = reinterpret_cast<uintptr_t>(h);
}
void moveTo(GcHead* h, GcHead* list) {
    GcHead *previous = previousOf(h), *next = nextOfHead(h);
    setNext(previous, next);
    setPrevious(next, previous);
    append(h, list);
}
void mergeLists(GcHead* from, GcHead* to) {
    if (!isEmpty(from)) {
        GcHead *last = previousOf(to), *first = nextOfHead(from), *fromLast = previousOf(from);
        setNext(last, first);
        setPrevious(first, last);
        setNext(fromLast, to);
        setPrevious(to, fromLast);
    }
    initList(from);
}
int64_t listSize(const GcHead* list) {
    int64_t n = 0;
    for (GcHead* h = nextOfHead(list); h != list; h = nextOfHead(h)) n++;
    return n;
}

// ---- what is unreachable --------------------------------------------------------------------------------------------------

bool isCollecting(const GcHead* h) { return (h->prev & Collector::collectingBit) != 0; }
void clearCollecting(GcHead* h) { h->prev &= ~Collector::collectingBit; }
int64_t refsOf(const GcHead* h) { return static_cast<int64_t>(h->prev >> Collector::prevShift); }
void setRefs(GcHead* h, uint64_t refs) { h->prev = (h->prev & ~Collector::prevMask) | (refs << Collector::prevShift); }

void copyCounts(GcHead* containers) {
    for (GcHead *h = nextOfHead(containers), *next; h != containers; h = next) {
        next = nextOfHead(h);
        Object* o = objectOf(h);
        if (isImmortal(o)) {
            moveTo(h, &collector.permanent.head);
            continue;
        }
        h->prev = (h->prev & Collector::finalizedBit) | Collector::collectingBit | (o->refcount << Collector::prevShift);
    }
}

int visitSubtract(Object* o, void*) {
    if (isGcObject(o) && isCollecting(gcHead(o))) gcHead(o)->prev -= uintptr_t{1} << Collector::prevShift;
    return 0;
}

// What is left of the counts comes from outside of the candidates.
void subtractInternal(GcHead* containers) {
    for (GcHead* h = nextOfHead(containers); h != containers; h = nextOfHead(h)) {
        Object* o = objectOf(h);
        if (o->type->traverse) o->type->traverse(o, visitSubtract, nullptr);
    }
}

int visitReachable(Object* o, void* context) {
    if (!isGcObject(o)) return 0;
    GcHead* h = gcHead(o);
    // Older generations, untracked objects, and what was found reachable before are of no interest.
    if (!isCollecting(h)) return 0;
    auto* reachable = static_cast<GcHead*>(context);
    if (h->next & unreachableBit) {
        // It had been put aside too early: back to the end of the reachable ones, to be looked at again.
        GcHead* previous = previousOf(h);
        GcHead* next = reinterpret_cast<GcHead*>(h->next & ~unreachableBit);
        previous->next = h->next; // keeps the mark
        setPrevious(next, previous);
        append(h, reachable);
        setRefs(h, 1);
        // append() has set prev; what setRefs overwrote is put right when the head is reached.
    } else if (refsOf(h) == 0) {
        setRefs(h, 1);
    }
    return 0;
}

// Moves what cannot be reached from outside to `unreachable`; afterwards the heads of `young` are a proper list again.
void moveUnreachable(GcHead* young, GcHead* unreachable) {
    GcHead* previous = young;
    GcHead* h = nextOfHead(young);
    while (h != young) {
        if (refsOf(h)) {
            Object* o = objectOf(h);
            // Links back are put in place as the walk goes on; until then `prev` held the count.
            if (o->type->traverse) o->type->traverse(o, visitReachable, young);
            setPrevious(h, previous);
            clearCollecting(h);
            previous = h;
        } else {
            // Perhaps unreachable: another reachable object may still bring it back.
            setNext(previous, nextOfHead(h));
            GcHead* last = reinterpret_cast<GcHead*>(unreachable->prev);
            last->next = reinterpret_cast<uintptr_t>(h) | unreachableBit;
            setPrevious(h, last);
            h->next = reinterpret_cast<uintptr_t>(unreachable) | unreachableBit;
            unreachable->prev = reinterpret_cast<uintptr_t>(h);
        }
        h = nextOfHead(previous);
    }
    young->prev = reinterpret_cast<uintptr_t>(previous);
    unreachable->next &= ~unreachableBit;
}

void deduceUnreachable(GcHead* base, GcHead* unreachable) {
    copyCounts(base);
    subtractInternal(base);
    initList(unreachable);
    moveUnreachable(base, unreachable);
}

void clearUnreachableMarks(GcHead* list) {
    for (GcHead *h = nextOfHead(list), *next; h != list; h = next) {
        h->next &= ~unreachableBit;
        next = nextOfHead(h);
    }
}

// ---- containers that need no watching -----------------------------------------------------------------------------------------

bool mayBeTracked(Object* o) { return isGcObject(o) && (!isExactTuple(o) || isTracked(o)); }

void untrackTuples(GcHead* list) {
    for (GcHead *h = nextOfHead(list), *next; h != list; h = next) {
        next = nextOfHead(h);
        Object* o = objectOf(h);
        if (!isExactTuple(o)) continue;
        TupleObject* t = asTuple(o);
        bool plain = true;
        for (ssize i = 0; i < t->count && plain; i++) plain = t->items[i] && !mayBeTracked(t->items[i]);
        if (plain) gcUntrack(o);
    }
}

void untrackDicts(GcHead* list) {
    for (GcHead *h = nextOfHead(list), *next; h != list; h = next) {
        next = nextOfHead(h);
        Object* o = objectOf(h);
        if (!isExactDict(o)) continue;
        ssize position = 0;
        Object *key, *value;
        bool plain = true;
        while (plain && dictNext(o, &position, &key, &value)) plain = !mayBeTracked(value) && !mayBeTracked(key);
        if (plain) gcUntrack(o);
    }
}

// ---- the end of the unreachable ---------------------------------------------------------------------------------------------------

// Clears weak references to the unreachable, then runs the callbacks of those references that are reachable themselves.
void handleWeakReferences(GcHead* unreachable) {
    std::vector<WeakReferenceObject*> found;
    for (GcHead *h = nextOfHead(unreachable), *next; h != unreachable; h = next) {
        next = nextOfHead(h);
        Object* o = objectOf(h);
        if (isInstance(o, types::WeakReference) || o->type == types::WeakProxy || o->type == types::WeakCallableProxy)
            clearWeakReference(static_cast<WeakReferenceObject*>(o));
        WeakReferenceObject** list = weakList(o);
        if (!list) continue;
        while (WeakReferenceObject* r = *list) {
            clearWeakReference(r);
            if (!r->callback || isCollecting(gcHead(r))) continue;
            incref(r);
            found.push_back(r);
        }
    }
    // The one found first is the last to be held, and the first to be dropped.
    std::deque<Held<>> due;
    for (; !found.empty(); found.pop_back()) due.emplace_back(Owned(static_cast<Object*>(found.back())));
    for (; !due.empty(); due.pop_back()) {
        auto* r = static_cast<WeakReferenceObject*>(due.back().get());
        Held<> callback(Held<>::share(r->callback));
        if (!callback) continue;
        Ref<> result = call(callback, r);
        if (!result) writeUnraisable(callback);
    }
}

void finalizeGarbage(GcHead* collectable) {
    GcHead seen;
    initList(&seen);
    while (!isEmpty(collectable)) {
        GcHead* h = nextOfHead(collectable);
        Object* o = objectOf(h);
        moveTo(h, &seen);
        if (gcIsFinalized(o) || !o->type->finalize) continue;
        gcSetFinalized(o);
        Held<> keep(Held<>::share(o));
        o->type->finalize(o);
    }
    mergeLists(&seen, collectable);
}

void handleResurrected(GcHead* unreachable, GcHead* stillUnreachable, GcHead* old) {
    for (GcHead* h = nextOfHead(unreachable); h != unreachable; h = nextOfHead(h)) clearCollecting(h);
    GcHead* resurrected = unreachable;
    deduceUnreachable(resurrected, stillUnreachable);
    clearUnreachableMarks(stillUnreachable);
    mergeLists(resurrected, old);
}

void deleteGarbage(GcHead* collectable, GcHead* old) {
    FreeCause before = freeCause;
    freeCause = FreeCause::Cycle;
    while (!isEmpty(collectable)) {
        GcHead* h = nextOfHead(collectable);
        Object* o = objectOf(h);
        if ((collector.debug & Collector::SaveAll) && collector.garbage) {
            listAppend(asList(collector.garbage), o);
        } else if (o->type->clear) {
            Held<> keep(Held<>::share(o));
            o->type->clear(o);
            if (errorOccurred()) writeUnraisable(nullptr);
        }
        if (nextOfHead(collectable) == h) {
            // It lives on, for now: somebody still has a reference.
            clearCollecting(h);
            moveTo(h, old);
        }
    }
    freeCause = before;
}

void runCallbacks(const char* phase, int generation, int64_t collected) {
    if (!collector.callbacks || asList(collector.callbacks)->count == 0) return;
    Held<> info(newDict());
    Held<> phaseText(newStr(phase));
    Held<> gen(newInt(generation)), found(newInt(collected)), none(newInt(0));
    if (!info || !phaseText || !dictSetText(info, "generation", gen) || !dictSetText(info, "collected", found) ||
        !dictSetText(info, "uncollectable", none)) {
        writeUnraisable(nullptr);
        return;
    }
    for (ssize i = 0; i < asList(collector.callbacks)->count; i++) {
        Held<> callback(Held<>::share(asList(collector.callbacks)->items[i]));
        Ref<> result = call(callback, phaseText, info);
        if (!result) writeUnraisable(callback);
    }
}

int64_t collectMain(int generation) {
    collector.collecting = true;
    if (recording()) recorder->collectBegin(static_cast<uint32_t>(generation));
    if (generation + 1 < Collector::generationCount) collector.generations[generation + 1].count++;
    for (int i = 0; i <= generation; i++) collector.generations[i].count = 0;
    for (int i = 0; i < generation; i++) mergeLists(&collector.generations[i].head, &collector.generations[generation].head);
    GcHead* young = &collector.generations[generation].head;
    GcHead* old = generation < Collector::generationCount - 1 ? &collector.generations[generation + 1].head : young;
    GcHead unreachable;
    deduceUnreachable(young, &unreachable);
    untrackTuples(young);
    if (young != old) {
        if (generation == Collector::generationCount - 2) collector.longLivedPending += listSize(young);
        mergeLists(young, old);
    } else {
        untrackDicts(young);
        collector.longLivedPending = 0;
        collector.longLivedTotal = listSize(young);
    }
    clearUnreachableMarks(&unreachable);
    handleWeakReferences(&unreachable);
    finalizeGarbage(&unreachable);
    GcHead finalUnreachable;
    handleResurrected(&unreachable, &finalUnreachable, old);
    int64_t found = listSize(&finalUnreachable);
    deleteGarbage(&finalUnreachable, old);
    if (generation == Collector::generationCount - 1) clearAllFreeLists();
    if (errorOccurred()) writeUnraisable(nullptr);
    collector.stats[generation].collections++;
    collector.stats[generation].collected += static_cast<uint64_t>(found);
    if (recording()) recorder->collectEnd(static_cast<uint32_t>(found), static_cast<uint32_t>(listSize(old)));
    collector.collecting = false;
    return found;
}

}

void Collector::start() {
    *this = Collector();
    const int thresholds[] = {2000, 10, 10};
    for (int i = 0; i < generationCount; i++) {
        initList(&generations[i].head);
        generations[i].threshold = thresholds[i];
        generations[i].count = 0;
    }
    initList(&permanent.head);
    permanent.threshold = permanent.count = 0;
}

void Collector::beginProgram() {
    mergeLists(&generations[0].head, &generations[1].head);
    generations[0].count = 10; // about: what CPython's compiler leaves differs with the program
    generations[1].count = 3;
    stats[0].collections = 3;
    stats[0].collected = 24;
}

int64_t Collector::collect(int generation, bool automatic) {
    if (collecting) return 0;
    (void)automatic;
    Held<> pending(takeError());
    collecting = true;
    runCallbacks("start", generation, 0);
    int64_t found = collectMain(generation);
    collecting = true;
    runCallbacks("stop", generation, found);
    collecting = false;
    if (pending) restoreError(pending.release());
    return found;
}

void Collector::collectIfDue() {
    if (!enabled || collecting) return;
    for (int i = generationCount - 1; i >= 0; i--) {
        if (generations[i].count <= generations[i].threshold) continue;
        // A full collection only when the young that came through are a quarter of the old: else its cost grows with the square.
        if (i == generationCount - 1 && longLivedPending < longLivedTotal / 4) continue;
        if (i > 0 && generations[i].threshold == 0) continue;
        collect(i, true);
        return;
    }
}

int64_t Collector::collections() const {
    int64_t n = 0;
    for (const struct Stats& s : stats) n += static_cast<int64_t>(s.collections);
    return n;
}

// ---- finalizers at death -----------------------------------------------------------------------------------------------------------

void finalizeObject(Object* o) {
    FinalizeFunc finalize = o->type->finalize;
    if (!finalize || gcIsFinalized(o)) return;
    finalize(o);
    if (isGcObject(o)) gcSetFinalized(o);
}

bool finalizeFromDealloc(Object* o) {
    if (!o->type->finalize) return true;
    o->refcount = 1; // alive for the time of its finalizer
    Held<> alive{Owned(o)};
    finalizeObject(o);
    (void)alive.release();
    return --o->refcount == 0;
}

}
