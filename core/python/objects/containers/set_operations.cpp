// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/containers/dict_keys.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/set_table.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/protocol/protocol.h"

// Union, intersection and so on of a set with a set, a dict or anything iterable. Which of two sets is walked and which is asked
// decides about the order of the result, so it follows CPython.

namespace memtape {

// Calls use(key, hash) for each item of an iterable that is no set; stops where it returns false. The keys are held meanwhile.
template <class Use> static bool forEach(Object* iterable, Use use) {
    Held<> iterator(getIter(iterable));
    if (!iterator) return false;
    for (;;) {
        Held<> key(nextOf(iterator));
        if (!key) return !errorOccurred();
        int64_t hash = keyHash(key);
        if (hash == -1 || !use(key.get(), hash) || !checkBreaker()) return false;
    }
}
// The same for a set.
template <class Use> static bool forEachOf(SetObject* set, Use use) {
    ssize position = 0;
    int64_t hash;
    for (Object* key; setNext(set, &position, &key, &hash);) {
        Held<> held(newRef(key));
        if (!use(key, hash)) return false;
    }
    return true;
}

Owned setIntersection(SetObject* s, Object* other) {
    if (s == other) return newSetOfBase(s->type, s);
    Held<> made(newSetOfBase(s->type, nullptr));
    if (!made) return nullptr;
    SetObject* result = asSet(made.get());
    SetObject* asked = s;
    auto keep = [&](Object* key, int64_t hash) {
        int there = setContainsHashed(asked, key, hash);
        return there >= 0 && (!there || setAddHashed(result, key, hash));
    };
    if (isAnySet(other)) {
        SetObject* walked = asSet(other);
        if (walked->used > asked->used) std::swap(walked, asked);
        if (!forEachOf(walked, keep)) return nullptr;
    } else {
        bool complete = false; // nothing more can come
        bool all = forEach(other, [&](Object* key, int64_t hash) {
            if (!keep(key, hash)) return false;
            complete = result->used >= s->used;
            return !complete;
        });
        if (!all && !complete) return nullptr;
    }
    return made.release();
}

bool setIntersectionUpdate(SetObject* s, Object* other) {
    Held<> kept(setIntersection(s, other));
    if (!kept) return false;
    setSwapBodies(s, asSet(kept.get()));
    return true;
}

bool setDifferenceUpdate(SetObject* s, Object* other) {
    if (s == other) {
        setClear(s);
        return true;
    }
    auto discard = [&](Object* key, int64_t hash) { return setDiscardHashed(s, key, hash) >= 0; };
    if (isAnySet(other)) {
        // A much larger set is first cut down to what is in both.
        Held<> walked(setLength(other) >> 3 > s->used ? setIntersection(s, other) : newRef(other));
        if (!walked || !forEachOf(asSet(walked.get()), discard)) return false;
    } else if (!forEach(other, discard)) {
        return false;
    }
    return setDropDummies(s);
}

static Owned copyAndDifference(SetObject* s, Object* other) {
    Held<> result(newSetOfBase(s->type, s));
    if (!result || !setDifferenceUpdate(asSet(result.get()), other)) return nullptr;
    return result.release();
}

Owned setDifference(SetObject* s, Object* other) {
    bool dict = isExactDict(other);
    if (!dict && !isAnySet(other)) return copyAndDifference(s, other);
    if (s->used >> 2 > (dict ? dictLength(other) : setLength(other))) return copyAndDifference(s, other);
    Held<> made(newSetOfBase(s->type, nullptr));
    if (!made) return nullptr;
    SetObject* result = asSet(made.get());
    bool ok = forEachOf(s, [&](Object* key, int64_t hash) {
        int there;
        if (dict) {
            there = dictFindHashed(other, key, hash) ? 1 : errorOccurred() ? -1 : 0;
        } else {
            there = setContainsHashed(asSet(other), key, hash);
        }
        return there >= 0 && (there || setAddHashed(result, key, hash));
    });
    if (!ok) return nullptr;
    return made.release();
}

bool setSymmetricDifferenceUpdate(SetObject* s, Object* other) {
    if (s == other) {
        setClear(s);
        return true;
    }
    auto toggle = [&](Object* key, int64_t hash) {
        int discarded = setDiscardHashed(s, key, hash);
        return discarded > 0 || (discarded == 0 && setAddHashed(s, key, hash));
    };
    if (isExactDict(other)) {
        ssize position = 0;
        int64_t hash;
        for (Object* key; dictNext(other, &position, &key, nullptr, &hash);) {
            Held<> held(newRef(key));
            if (!toggle(key, hash)) return false;
        }
        return true;
    }
    Held<> walked(isAnySet(other) ? newRef(other) : newSetOfBase(s->type, other));
    return walked && forEachOf(asSet(walked.get()), toggle);
}

Owned setSymmetricDifference(SetObject* s, Object* other) {
    Held<> result(newSetOfBase(s->type, other));
    if (!result || !setSymmetricDifferenceUpdate(asSet(result.get()), s)) return nullptr;
    return result.release();
}

int setIsSubset(SetObject* s, Object* other) {
    if (!isAnySet(other)) {
        Held<> both(setIntersection(s, other));
        return both ? setLength(both) == s->used : -1;
    }
    if (s->used > setLength(other)) return 0;
    int answer = 1;
    forEachOf(s, [&](Object* key, int64_t hash) { return (answer = setContainsHashed(asSet(other), key, hash)) > 0; });
    return answer;
}

int setIsSuperset(SetObject* s, Object* other) {
    if (isAnySet(other)) return setIsSubset(asSet(other), s);
    int answer = 1;
    bool ok = forEach(other, [&](Object* key, int64_t hash) { return (answer = setContainsHashed(s, key, hash)) > 0; });
    return !ok && errorOccurred() ? -1 : answer;
}

int setIsDisjoint(SetObject* s, Object* other) {
    if (s == other) return s->used == 0;
    int there = 0;
    SetObject* asked = s;
    auto absent = [&](Object* key, int64_t hash) { return (there = setContainsHashed(asked, key, hash)) == 0; };
    if (isExactAnySet(other)) {
        SetObject* walked = asSet(other);
        if (walked->used > asked->used) std::swap(walked, asked);
        forEachOf(walked, absent);
        return there < 0 ? -1 : !there;
    }
    bool ok = forEach(other, absent);
    return !ok && errorOccurred() ? -1 : !there;
}

int setContainsAny(SetObject* s, Object* key) {
    int there = setContains(s, key);
    if (there >= 0 || !isInstance(key, types::Set) || !errorMatches(exc::TypeError)) return there;
    clearError();
    Held<> frozen(newFrozenSet(key));
    return frozen ? setContains(s, frozen) : -1;
}

}
