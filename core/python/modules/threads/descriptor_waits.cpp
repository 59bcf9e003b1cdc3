// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/threads/descriptor_waits.h"

#include "core/host/channels.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

bool descriptorOf(Object* o, int* descriptor) {
    Held<> number;
    if (isInt(o)) {
        number = newRef(o);
    } else {
        bool failed = false;
        Held<> name(newStr("fileno"));
        Held<> method(name ? findAttr(o, name, &failed) : Owned(nullptr));
        if (!method) return failed ? false : raise(exc::TypeError, "argument must be an int, or have a fileno() method.");
        number = call(method);
        if (!number) return false;
        if (!isInt(number)) return raise(exc::TypeError, "fileno() returned a non-integer");
    }
    int overflow = 0;
    int64_t value = intValue(number, &overflow);
    if (overflow || value != static_cast<int>(value)) return raise(exc::OverflowError, "Python int too large to convert to C int");
    if (value < 0) return raise(exc::ValueError, "file descriptor cannot be a negative integer ({})", value);
    *descriptor = static_cast<int>(value);
    return true;
}

const void* channelChanges() {
    static const char changes = 0;
    return &changes;
}

void joinChannels() {
    hostChannelChanged = [] { wakeAll(channelChanges()); };
    hostAwaitChannel = [] {
        Wake wake = waitFor(channelChanges(), WaitKind::Descriptor, noTimeout);
        return wake == Wake::Broken ? ChannelWait::Broken : wake == Wake::Interrupted ? ChannelWait::Interrupted : ChannelWait::Changed;
    };
}

}
