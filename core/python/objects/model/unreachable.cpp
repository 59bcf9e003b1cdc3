// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/model/unreachable.h"

#include "core/python/objects/model/cycle_collector.h"
#include "core/python/objects/model/type.h"

namespace memtape {

namespace {

// While a list is examined, a candidate's `prev` holds a count instead of a link.
constexpr int countShift = 2;
constexpr uintptr_t oneReference = uintptr_t{1} << countShift;

uintptr_t unexplained(const GcHead* h) { return h->prev >> countShift; }
void setUnexplained(GcHead* h, uintptr_t count) { h->prev = (h->prev & gcBits::ofPrevious) | (count << countShift); }

void traverse(GcHead* h, Visit visit, void* context) {
    Object* o = objectOf(h);
    if (o->type->traverse) o->type->traverse(o, visit, context);
}

// The candidate's head where a referent is one, else null: it is older, untracked, known to be reachable, or no container.
GcHead* candidateOf(Object* referent) {
    if (!isGcObject(referent)) return nullptr;
    GcHead* h = gcHead(referent);
    return isGcCandidate(h) ? h : nullptr;
}

// From here to the end of Partition, the list of candidates is linked forwards only.
void beginCounting(GcList& candidates) {
    candidates.forEach([](GcHead* h) {
        Object* o = objectOf(h);
        if (isImmortal(o)) {
            collector.permanent.list.moveHere(h);
            return;
        }
        h->prev |= gcBits::candidate;
        setUnexplained(h, o->refcount);
    });
}

int visitInternal(Object* referent, void*) {
    if (GcHead* h = candidateOf(referent)) h->prev -= oneReference;
    return 0;
}

// Walks over the candidates. In front of the walk they have counts; those behind it are known to be reachable, linked both ways and no longer marked; what
// had no reference left when the walk came by is set aside, and comes back to the end of the list if something reachable leads to it after all.
class Partition {
public:
    Partition(GcList& candidates, GcList& aside) : m_candidates(candidates), m_aside(aside) {}

    void run() {
        GcHead* known = m_candidates.anchor(); // the last one behind the walk
        for (GcHead* h = nextOf(known); h != m_candidates.anchor(); h = nextOf(known)) {
            if (unexplained(h) == 0) {
                setNext(known, nextOf(h));
                setAside(h);
                continue;
            }
            traverse(
                h, [](Object* referent, void* self) { return static_cast<Partition*>(self)->reach(referent); }, this);
            setPrevious(h, known);
            h->prev &= ~gcBits::candidate;
            known = h;
        }
        setPrevious(m_candidates.anchor(), known);
        m_aside.forEach([](GcHead* h) { h->next &= ~gcBits::setAside; });
    }

private:
    GcList &m_candidates, &m_aside;

    void setAside(GcHead* h) {
        GcHead* before = m_aside.last();
        m_aside.append(h);
        h->next |= gcBits::setAside;
        if (before != m_aside.anchor()) before->next |= gcBits::setAside; // append() has taken it off
    }

    int reach(Object* referent) {
        GcHead* h = candidateOf(referent);
        if (!h) return 0;
        if (h->next & gcBits::setAside) {
            unlink(h);
            h->next &= ~gcBits::setAside;
            m_candidates.append(h); // its link back, which becomes a count here, is set when the walk comes by
            setUnexplained(h, 1);
        } else if (unexplained(h) == 0) {
            setUnexplained(h, 1);
        }
        return 0;
    }
};

}

void moveUnreachable(GcList& candidates, GcList& unreachable) {
    beginCounting(candidates);
    candidates.forEach([](GcHead* h) { traverse(h, visitInternal, nullptr); });
    Partition(candidates, unreachable).run();
}

void unmarkCandidates(GcList& list) {
    list.forEach([](GcHead* h) { h->prev &= ~gcBits::candidate; });
}

}
