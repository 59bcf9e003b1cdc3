// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/protocol/native_call.h"
#include "core/python/vm/loop/eval_helpers.h"

namespace memtape {

// The items are collected on the evaluation stack itself, in order, so that a step inside an iterator's __next__ can say who holds them; at the end
// they are turned round, the first on top.
bool unpackOnStack(Frame* frame, uint32_t before, int after) {
    Object** base = frame->localsPlus + frame->stackTop - 1;
    Held<> sequence{Owned(*base)};
    --frame->stackTop;
    Held<> iterator(getIter(sequence));
    if (!iterator) {
        if (errorMatches(exc::TypeError) && !sequence->type->iter && !isSequence(sequence)) {
            clearError();
            return raise(exc::TypeError, "cannot unpack non-iterable {} object", sequence->type->name);
        }
        return false;
    }
    uint32_t got = 0;
    for (; got < before; ++got) {
        Owned item = nextOf(iterator);
        if (!item) {
            if (errorOccurred() || interpreter.stopping) return false;
            if (after < 0) return raise(exc::ValueError, "not enough values to unpack (expected {}, got {})", before, got);
            return raise(exc::ValueError, "not enough values to unpack (expected at least {}, got {})", before + static_cast<uint32_t>(after), got);
        }
        base[got] = item.pointer;
        ++frame->stackTop;
    }
    if (after < 0) {
        Ref<> more = nextOf(iterator);
        if (more) {
            more.reset();
            return raise(exc::ValueError, "too many values to unpack (expected {})", before);
        }
        if (errorOccurred() || interpreter.stopping) return false;
        std::reverse(base, base + before);
        return true;
    }
    Owned rest = sequenceToList(iterator);
    if (!rest) return false;
    base[before] = rest.pointer;
    ++frame->stackTop;
    auto* list = static_cast<ListObject*>(rest.pointer);
    uint32_t tail = static_cast<uint32_t>(after);
    if (list->count < static_cast<ssize>(tail)) {
        return raise(exc::ValueError, "not enough values to unpack (expected at least {}, got {})", before + tail,
                     before + static_cast<uint64_t>(list->count));
    }
    uint32_t kept = static_cast<uint32_t>(list->count) - tail;
    for (uint32_t i = 0; i < tail; ++i) {
        incref(list->items[kept + i]);
        base[before + 1 + i] = list->items[kept + i];
        ++frame->stackTop;
    }
    for (uint32_t i = 0; i < tail; ++i) {
        list->count = kept + tail - i - 1;
        decref(list->items[list->count]);
    }
    if (tail) recordTruncate(list, CellKind::Item, kept);
    std::reverse(base, base + before + 1 + tail);
    return true;
}

void explainUnpackFailure(Object* iterable) {
    if (errorMatches(exc::TypeError) && !iterable->type->iter && !isSequence(iterable)) {
        clearError();
        raise(exc::TypeError, "Value after * must be an iterable, not {}", iterable->type->name);
    }
}

void explainKeywordFailure(Object* callable, Object* mapping) {
    if (errorMatches(exc::AttributeError)) {
        clearError();
        Ref<> text = functionText(callable);
        if (text) raise(exc::TypeError, "{} argument after ** must be a mapping, not {}", text.get(), mapping->type->name);
    } else if (errorMatches(exc::KeyError)) {
        Held<> error(takeError());
        Object* args = asException(error)->args;
        if (args && isTuple(args) && asTuple(args)->count == 1) {
            Ref<> text = functionText(callable);
            Object* key = asTuple(args)->items[0];
            if (!text) return;
            if (hasFlag(key, StrSubclass)) raise(exc::TypeError, "{} got multiple values for keyword argument '{}'", text.get(), key);
            else raise(exc::TypeError, "keywords must be strings");
        } else {
            restoreError(error.release());
        }
    }
}

}
