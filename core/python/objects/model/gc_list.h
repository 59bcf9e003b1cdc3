// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Lists of objects that the cycle collector watches, linked through the GC heads in front of them; an object is in one list, or in none
// (untracked: `next` is 0). A list is a ring with an anchor of its own.
//
//     next   the successor's address │ bit 0: set aside
//     prev   the predecessor's address (or, while a list is examined, a count << 2) │ bit 1: candidate │ bit 0: finalized
//
// The bits belong to the head in which they are: linking leaves them alone.

#include <cstdint>

#include "core/python/objects/model/object.h"
#include "core/python/objects/model/recording.h"

namespace memtape {

namespace gcBits {
inline constexpr uintptr_t finalized = 1, candidate = 2, ofPrevious = finalized | candidate; // in prev
inline constexpr uintptr_t setAside = 1;                                                     // in next
}

inline GcHead* nextOf(const GcHead* h) { return reinterpret_cast<GcHead*>(h->next & ~gcBits::setAside); }
inline GcHead* previousOf(const GcHead* h) { return reinterpret_cast<GcHead*>(h->prev & ~gcBits::ofPrevious); }
inline void setNext(GcHead* h, GcHead* next) { h->next = reinterpret_cast<uintptr_t>(next) | (h->next & gcBits::setAside); }
inline void setPrevious(GcHead* h, GcHead* previous) { h->prev = reinterpret_cast<uintptr_t>(previous) | (h->prev & gcBits::ofPrevious); }
inline Object* objectOf(GcHead* h) { return reinterpret_cast<Object*>(h + 1); }

// Takes a head out of its list; its own links stay as they were.
inline void unlink(GcHead* h) {
    setNext(previousOf(h), nextOf(h));
    setPrevious(nextOf(h), previousOf(h));
}

class GcList {
public:
    GcList() { forgetAll(); }
    GcList(const GcList&) = delete; // its neighbours know where it is
    GcList& operator=(const GcList&) = delete;

    void forgetAll() { m_anchor.next = m_anchor.prev = reinterpret_cast<uintptr_t>(&m_anchor); }
    bool isEmpty() const { return nextOf(&m_anchor) == &m_anchor; }
    GcHead* first() { return nextOf(&m_anchor); }                       // the anchor where the list is empty
    GcHead* last() { return reinterpret_cast<GcHead*>(m_anchor.prev); } // the same; the anchor has no marks
    GcHead* anchor() { return &m_anchor; }
    int64_t size() const {
        int64_t n = 0;
        for (const GcHead* h = nextOf(&m_anchor); h != &m_anchor; h = nextOf(h)) ++n;
        return n;
    }

    // Of a head that is in no list. Neither it nor the one before it is marked as set aside: this runs for each new object.
    void append(GcHead* h) {
        GcHead* before = last();
        before->next = reinterpret_cast<uintptr_t>(h);
        setPrevious(h, before);
        h->next = reinterpret_cast<uintptr_t>(&m_anchor);
        m_anchor.prev = reinterpret_cast<uintptr_t>(h);
    }
    // Of a head that is in another list, or elsewhere in this one.
    void moveHere(GcHead* h) {
        unlink(h);
        append(h);
    }
    // Everything in `other`, behind what is here.
    void takeAll(GcList& other) {
        if (other.isEmpty()) return;
        GcHead *before = last(), *begin = other.first(), *end = other.last();
        setNext(before, begin);
        setPrevious(begin, before);
        setNext(end, &m_anchor);
        setPrevious(&m_anchor, end);
        other.forgetAll();
    }

    // f(head) for each; it may move the head it is given, or take it out, but no other one.
    template <class F> void forEach(F f) {
        for (GcHead *h = first(), *next; h != &m_anchor; h = next) {
            next = nextOf(h);
            f(h);
        }
    }

private:
    GcHead m_anchor;
};

}
