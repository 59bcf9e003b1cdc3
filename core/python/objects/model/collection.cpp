// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/model/collection.h"

#include <deque>
#include <vector>

#include "core/python/objects/classes/weakref_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/cycle_collector.h"
#include "core/python/objects/model/free_lists.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/type_parts.h"
#include "core/python/objects/model/unreachable.h"
#include "core/python/objects/protocol/protocol.h"

namespace memtape {

namespace {

// ---- containers that need no watching -----------------------------------------------------------------------------------------

bool mayLeadToCycle(Object* o) { return isGcObject(o) && (!isExactTuple(o) || isTracked(o)); }

void untrackPlainTuples(GcList& list) {
    list.forEach([](GcHead* h) {
        Object* o = objectOf(h);
        if (!isExactTuple(o)) return;
        const TupleObject* t = asTuple(o);
        for (ssize i = 0; i < t->count; ++i)
            if (!t->items[i] || mayLeadToCycle(t->items[i])) return; // a null: it is being filled
        gcUntrack(o);
    });
}

void untrackPlainDicts(GcList& list) {
    list.forEach([](GcHead* h) {
        Object* o = objectOf(h);
        if (!isExactDict(o)) return;
        ssize position = 0;
        Object *key, *value;
        while (dictNext(o, &position, &key, &value))
            if (mayLeadToCycle(value) || mayLeadToCycle(key)) return;
        gcUntrack(o);
    });
}

// ---- the stages of a collection -----------------------------------------------------------------------------------------------

class Collection {
public:
    explicit Collection(int generation)
        : m_generation(generation),
          m_examined(collector.generations[generation].list),
          m_survivors(collector.generations[isFull() ? generation : generation + 1].list) {}

    int64_t run() {
        if (recording()) recorder->collectBegin(static_cast<uint32_t>(m_generation));
        gatherYounger();
        moveUnreachable(m_examined, m_unreachable);
        keepReachable();
        int64_t found = clearWeakReferences();
        runFinalizers();
        keepResurrected();
        found += m_unreachable.size();
        breakCycles();
        if (isFull()) clearAllFreeLists();
        if (errorOccurred()) writeUnraisable(nullptr);
        tellFigures(found);
        return found;
    }

private:
    int m_generation;
    GcList& m_examined;
    GcList& m_survivors; // where those go that live on: the next generation; of the oldest, the same
    GcList m_unreachable;

    bool isFull() const { return m_generation == Collector::oldest; }

    void gatherYounger() {
        if (!isFull()) ++collector.generations[m_generation + 1].count;
        for (int i = 0; i <= m_generation; ++i) collector.generations[i].count = 0;
        for (int i = 0; i < m_generation; ++i) m_examined.takeAll(collector.generations[i].list);
    }

    void keepReachable() {
        untrackPlainTuples(m_examined);
        if (isFull()) {
            untrackPlainDicts(m_examined);
            collector.longLivedPending = 0;
            collector.longLivedTotal = m_examined.size();
            return;
        }
        if (m_generation + 1 == Collector::oldest) collector.longLivedPending += m_examined.size();
        m_survivors.takeAll(m_examined);
    }

    int64_t clearWeakReferences();
    void runFinalizers();
    void keepResurrected();
    void breakCycles();

    void tellFigures(int64_t found) const {
        Collector::Figures& figures = collector.figures[m_generation];
        ++figures.collections;
        figures.collected += static_cast<uint64_t>(found);
        if (recording()) recorder->collectEnd(static_cast<uint32_t>(found), static_cast<uint32_t>(m_survivors.size()));
    }
};

bool isWeakReference(Object* o) { return isInstance(o, types::WeakReference) || o->type == types::WeakProxy || o->type == types::WeakCallableProxy; }

// Weak references to the unreachable are cleared, all of them before any Python code runs, which could else reach it through them. Then the callbacks
// run of those references that are reachable themselves; a callback that is unreachable too must not run. The number of references that die by
// that: they count as collected.
int64_t Collection::clearWeakReferences() {
    std::vector<WeakReferenceObject*> toTell;
    m_unreachable.forEach([&toTell](GcHead* h) {
        Object* o = objectOf(h);
        if (isWeakReference(o)) clearWeakReference(static_cast<WeakReferenceObject*>(o));
        WeakReferenceObject** references = weakList(o);
        while (references && *references) {
            WeakReferenceObject* reference = *references;
            clearWeakReference(reference);
            if (!reference->callback || isGcCandidate(gcHead(reference))) continue;
            incref(reference);
            toTell.push_back(reference);
        }
    });
    // The one found first is the last to be held, and the first to be dropped.
    std::deque<Held<>> due;
    for (; !toTell.empty(); toTell.pop_back()) due.emplace_back(Owned(static_cast<Object*>(toTell.back())));
    int64_t died = 0;
    for (; !due.empty(); due.pop_back()) {
        auto* reference = static_cast<WeakReferenceObject*>(due.back().get());
        if (Held<> callback(Held<>::share(reference->callback)); callback) {
            Ref<> result = call(callback, reference);
            if (!result) writeUnraisable(callback);
        }
        if (reference->refcount == 1) ++died;
    }
    return died;
}

// A finalizer may end objects of the list, itself among them, and so take them out; it is followed from its beginning, which moves on.
void Collection::runFinalizers() {
    GcList visited;
    while (!m_unreachable.isEmpty()) {
        GcHead* h = m_unreachable.first();
        Object* o = objectOf(h);
        visited.moveHere(h);
        if (gcIsFinalized(o) || !o->type->finalize) continue;
        gcSetFinalized(o);
        Held<> alive(Held<>::share(o));
        o->type->finalize(o);
    }
    m_unreachable.takeAll(visited);
}

// A finalizer may have stored what was unreachable somewhere: looked at again, it lives on, with all that it leads to.
void Collection::keepResurrected() {
    GcList candidates;
    candidates.takeAll(m_unreachable);
    unmarkCandidates(candidates);
    moveUnreachable(candidates, m_unreachable);
    m_survivors.takeAll(candidates);
}

void Collection::breakCycles() {
    const FreeCause before = freeCause;
    freeCause = FreeCause::Cycle;
    while (!m_unreachable.isEmpty()) {
        GcHead* h = m_unreachable.first();
        Object* o = objectOf(h);
        if ((collector.debug & Collector::SaveAll) && collector.garbage) {
            listAppend(asList(collector.garbage), o);
        } else if (o->type->clear) {
            Held<> alive(Held<>::share(o));
            o->type->clear(o);
            if (errorOccurred()) writeUnraisable(nullptr);
        }
        if (m_unreachable.first() != h) continue; // it has died
        // Somebody has a reference still: it lives on, for now.
        h->prev &= ~gcBits::candidate;
        m_survivors.moveHere(h);
    }
    freeCause = before;
}

}

int64_t runCollection(int generation) { return Collection(generation).run(); }

}
