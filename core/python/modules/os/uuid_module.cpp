// SPDX-License-Identifier: GPL-3.0-or-later
// _uuid: identifiers by time and place (RFC 9562, version 1). The place is a random one for each run, as a sandboxed program is told of no network card.
#include "core/host/clock.h"
#include "core/python/modules/module_parts.h"
#include "core/python/modules/native_modules.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/text/bytes_object.h"

namespace memtape {

namespace {

struct Place {
    uint8_t bytes[8]; // the clock's sequence, then the node
    uint64_t lastTime;
    bool known;
};
Place place{};
RuntimeCache placeCache([] { place = {}; });

Owned generateTimeSafe(Object*) {
    if (!place.known) {
        hostRandomBytes(place.bytes, sizeof place.bytes);
        place.bytes[0] = (place.bytes[0] & 0x3f) | 0x80; // the variant
        place.bytes[2] |= 1;                             // a multicast address: no card's
        place.known = true;
    }
    // Steps of 100 ns since 15 October 1582; never the same twice.
    constexpr uint64_t before1970 = 0x01b21dd213814000;
    uint64_t time = static_cast<uint64_t>(hostTimeNs()) / 100 + before1970;
    if (time <= place.lastTime) time = place.lastTime + 1;
    place.lastTime = time;
    uint8_t id[16];
    const int order[8] = {24, 16, 8, 0, 40, 32, 56, 48}; // low, middle and high part
    for (int i = 0; i < 8; ++i) id[i] = static_cast<uint8_t>(time >> order[i]);
    id[6] = (id[6] & 0x0f) | 0x10; // the version
    for (int i = 0; i < 8; ++i) id[8 + i] = place.bytes[i];
    Ref<> bytes(newBytes(id, sizeof id)), safety(newInt(-1)); // -1: not known to be safe between processes
    return bytes && safety ? packTuple(bytes.get(), safety.get()) : nullptr;
}

const MethodDef functions[] = {{"generate_time_safe", generateTimeSafe}, {}};
const IntConstant constants[] = {{"has_uuid_generate_time_safe", 1}, {}};

}

Owned makeUuidModule() {
    Ref<> module(newModule("_uuid"));
    return module && addFunctions(module, functions) && addConstants(module, constants) ? module.release() : nullptr;
}

}
