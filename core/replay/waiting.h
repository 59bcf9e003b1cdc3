// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who waits for whom: a call that is paused may wait for an object that is not there yet, and goes on when it is. How a memory shows that is its
// language's affair, which registers a function beside its Reading; of the others nothing waits.

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/replay/reading.h"

namespace memtape {

// What a paused call waits for.
struct Awaited {
    ObjectId object;         // as the program's text means it; none: the call does not wait
    ObjectId asked;          // what the call holds and asks again and again until that is there: the same object, or one that stands for it
    bool isPassedOn = false; // what it gives is given on one by one (yield from), rather than awaited as a whole
};

using FindAwaited = Awaited (*)(const Reading& reading, ObjectId call);

// By language. Made when it is first asked for: languages are registered before main() begins, in no order.
inline auto& waitingByLanguage() {
    static std::map<std::string, FindAwaited, std::less<>> table;
    return table;
}

// By Reading::language(); again: takes the place of the one before.
inline void registerWaiting(std::string_view language, FindAwaited find) { waitingByLanguage()[std::string(language)] = find; }

inline Awaited awaitedBy(const Reading& reading, ObjectId call) {
    auto find = waitingByLanguage().find(reading.language());
    return find == waitingByLanguage().end() ? Awaited() : find->second(reading, call);
}

// The calls that wait for the object, in order of birth. By one look at the types of all live objects.
inline std::vector<ObjectId> waitersFor(const Reading& reading, ObjectId awaited) {
    std::vector<ObjectId> waiters;
    for (ObjectId id : reading.state().liveObjects(false))
        if (reading.kind(id) == ObjectKind::Activation && awaitedBy(reading, id).object == awaited) waiters.push_back(id);
    return waiters;
}

}
