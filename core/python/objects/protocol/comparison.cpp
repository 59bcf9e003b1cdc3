// SPDX-License-Identifier: GPL-3.0-or-later

// protocol.h: comparison, truth and hash.

#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/model/type_parts.h"
#include "core/python/objects/protocol/protocol.h"

namespace memtape {

int isTrue(Object* o) {
    if (o == True) return 1;
    if (o == False || o == None) return 0;
    Type* type = o->type;
    ssize r;
    if (type->truth) r = type->truth(o);
    else if (type->mappingLength) r = type->mappingLength(o);
    else if (type->sequenceLength) r = type->sequenceLength(o);
    else return 1;
    return r > 0 ? 1 : static_cast<int>(r);
}

namespace {

constexpr Comparison swapped[] = {Comparison::Gt, Comparison::Ge, Comparison::Eq, Comparison::Ne, Comparison::Lt, Comparison::Le};
constexpr const char* signs[] = {"<", "<=", "==", "!=", ">", ">="};

Owned compareBySlots(Object* a, Object* b, Comparison op) {
    bool triedReflected = false;
    Comparison reflected = swapped[static_cast<int>(op)];
    // A subclass on the right is asked first.
    if (a->type != b->type && isSubtype(b->type, a->type) && b->type->richCompare) {
        triedReflected = true;
        Owned result = b->type->richCompare(b, a, reflected);
        if (result.pointer != NotImplemented) return result;
    }
    if (a->type->richCompare) {
        Owned result = a->type->richCompare(a, b, op);
        if (result.pointer != NotImplemented) return result;
    }
    if (!triedReflected && b->type->richCompare) {
        Owned result = b->type->richCompare(b, a, reflected);
        if (result.pointer != NotImplemented) return result;
    }
    if (op == Comparison::Eq) return newBool(a == b);
    if (op == Comparison::Ne) return newBool(a != b);
    return raise(exc::TypeError, "'{}' not supported between instances of '{}' and '{}'", signs[static_cast<int>(op)], a->type->name, b->type->name);
}

}

Owned richCompare(Object* a, Object* b, Comparison op) {
    if (!enterNative(" in comparison")) return nullptr;
    Owned result = compareBySlots(a, b, op);
    leaveNative();
    return result;
}

int richCompareBool(Object* a, Object* b, Comparison op) {
    if (a == b) {
        if (op == Comparison::Eq) return 1;
        if (op == Comparison::Ne) return 0;
    }
    Ref<> result = richCompare(a, b, op);
    if (!result) return -1;
    if (result.get() == True) return 1;
    if (result.get() == False) return 0;
    Held<> held(result.release());
    return isTrue(held);
}

int64_t hashOf(Object* o) {
    if (!mayGoOn()) return -1; // what holds the same parts again and again has a hash that nobody can wait for
    HashFunc hash = o->type->hash;
    return hash ? hash(o) : hashNotImplementedSlot(o);
}

}
