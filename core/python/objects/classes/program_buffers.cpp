// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/classes/program_buffers.h"

#include <string>
#include <unordered_map>
#include <utility>

#include "core/python/objects/containers/memoryview_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/unraisable.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

struct Keeper : Object {
    Object *view, *object;
};
Keeper* asKeeper(Object* o) { return static_cast<Keeper*>(o); }

Type* keeperType = nullptr;
std::unordered_map<Keeper*, ssize> looks; // how many views refer to a keeper; not in it, as CPython's has no room for that
RuntimeCache keeperCache([] {
    keeperType = nullptr;
    looks.clear();
});

// The method in the object's class, borrowed; null: it has none, or a native one.
Object* programMethod(const Object* o, const char* name) {
    Ref<> text(internStr(name));
    Object* found = text ? lookupInType(o->type, text) : nullptr;
    return found && found->type != types::MethodDescriptor ? found : nullptr;
}

bool isNativeBuffer(const Object* o) { return isBytes(o) || isByteArray(o) || isView(o) || sourceOf(o); }

bool getKept(Object* o, uint8_t** data, size_t* size, bool* readOnly) {
    if (!asKeeper(o)->view) return false;
    const uint8_t* place;
    if (!bufferOf(asKeeper(o)->view, &place, size)) return false;
    *data = const_cast<uint8_t*>(place);
    *readOnly = asView(asKeeper(o)->view)->readOnly;
    return true;
}

// Nobody looks any more: the object is told, once. It may keep the memoryview, but not one of a native base's own bytes.
void letGo(Keeper* keeper) {
    Held<> view(newRef(keeper->view)), object(newRef(keeper->object));
    setField<Object>(keeper, keeper->view, nullptr);
    setField<Object>(keeper, keeper->object, nullptr);
    --asView(view)->exports;
    Held<> pending(takeError());
    if (programMethod(object, "__release_buffer__")) {
        Held<> name(internStr("__release_buffer__"));
        Held<> done(name ? callMethod(object, name, view.get()) : Owned(nullptr));
        if (!done && !interpreter.stopping) {
            writeIgnored(std::string("Exception ignored in __release_buffer__ of ") + object->type->name + ":");
        }
    }
    if (isNativeBuffer(object) && !asView(view)->exports) {
        Ref<> released(releaseView(view));
        clearError();
    }
    if (pending) restoreError(pending.release());
}

void changeLooks(Object* o, int by) {
    Keeper* keeper = asKeeper(o);
    if (looks[keeper] += by) return;
    looks.erase(keeper);
    if (keeper->view) letGo(keeper);
}

void writtenTo(Object* o) {
    if (asKeeper(o)->view) recordWritten(asView(asKeeper(o)->view)->owner);
}

const Field fields[] = {{"view", offsetof(Keeper, view)}, {"object", offsetof(Keeper, object)}, {}};

void defineKeeper(Type* t) {
    t->name = "_buffer_wrapper";
    t->basicSize = sizeof(Keeper);
    t->flags = HaveGc;
    t->fields = fields;
}

bool startKeepers() {
    if (keeperType) return true;
    keeperType = makeModuleType(defineKeeper);
    if (keeperType) addBufferSource(keeperType, {getKept, changeLooks, writtenTo});
    return keeperType != nullptr;
}

}

bool hasProgramBuffer(const Object* o) {
    return isHeapType(o->type) && (programMethod(o, "__buffer__") || (programMethod(o, "__release_buffer__") && isNativeBuffer(o)));
}

Owned programBuffer(Object* o, int flags) {
    Held<> number(newInt(flags)), name(internStr("__buffer__"));
    if (!number || !name || !startKeepers()) return nullptr;
    Held<> given(callMethod(o, name, number.get()));
    if (!given) return nullptr;
    if (!isView(given)) return raise(exc::TypeError, "__buffer__ returned non-memoryview object");
    MemoryViewObject* view = asView(given);
    if (!wantAlive(view)) return nullptr;
    if ((flags & BufferWritable) && view->readOnly) return raise(exc::BufferError, "memoryview: underlying buffer is not writable");
    Held<> keeper(keeperType->alloc(keeperType, 0));
    if (!keeper) return nullptr;
    ++view->exports;
    setField<Object>(keeper, asKeeper(keeper)->view, newRef(view));
    setField<Object>(keeper, asKeeper(keeper)->object, newRef(o));
    return copyOfView(view, view->readOnly, keeper);
}

}
