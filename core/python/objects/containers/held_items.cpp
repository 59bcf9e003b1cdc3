// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/containers/held_items.h"

namespace memtape {

void dropReferencesRecorded(Object** items, ssize count) {
    for (; count > 0; --count) {
        Object* last = items[count - 1];
        if (!last) continue;
        if (dropMayRunCode(last)) break;
        decref(last);
    }
    if (count <= 0) return;
    constexpr ssize fewItems = 24; // what a frame mostly has
    alignas(Held<>) std::byte few[fewItems * sizeof(Held<>)];
    void* room = count <= fewItems ? few : std::malloc(static_cast<size_t>(count) * sizeof(Held<>));
    Held<>* holds = static_cast<Held<>*>(room);
    if (!holds) {
        while (--count >= 0) xdecref(items[count]);
        return;
    }
    for (ssize i = 0; i < count; ++i) new (holds + i) Held<>(Owned(items[i]));
    while (--count >= 0) holds[count].~Held<>();
    if (room != few) std::free(room);
}

}
