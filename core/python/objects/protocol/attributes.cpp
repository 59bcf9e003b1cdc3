// SPDX-License-Identifier: GPL-3.0-or-later

// protocol.h: attributes. The generic way first asks the class for a data descriptor, then the instance, then the class for anything else.

#include <string>

#include "core/python/objects/classes/descriptors.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/model/type_parts.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/text_protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

// The instance's own value: borrowed, or null (then an exception may be pending).
Object* instanceValue(Object* o, Object* name) {
    Type* type = o->type;
    if (hasFlag(type, ManagedDict)) {
        if (Object* dict = managedDict(o)) return dictFind(dict, name);
        return hasFlag(type, InlineValues) && inlineValues(o)->valid ? findInlineAttribute(o, name) : nullptr;
    }
    if (type->dictOffset == 0) return nullptr;
    Object** dict = instanceDictSlot(o);
    return dict && *dict ? dictFind(*dict, name) : nullptr;
}

Failure badName(Object* name) { return raise(exc::TypeError, "attribute name must be string, not '{}'", name->type->name); }

}

Owned genericFindAttr(Object* o, Object* name, bool* failed) {
    if (!isStr(name)) {
        *failed = true;
        return badName(name);
    }
    Type* type = o->type;
    Object* found = lookupInType(type, name);
    if (!found) {
        Object* value = instanceValue(o, name);
        if (value) return newRef(value);
        if (errorOccurred()) *failed = true;
        return nullptr;
    }
    Held<> keep(newRef(found));
    DescrGetFunc get = found->type->descrGet;
    if (!get || !found->type->descrSet) {
        if (Object* value = instanceValue(o, name)) return newRef(value);
        if (errorOccurred()) {
            *failed = true;
            return nullptr;
        }
        if (!get) return keep.release();
    }
    Owned result = get(found, o, type);
    if (!result) {
        // What a descriptor raises stays, but "no such attribute" from it is the caller's to judge.
        *failed = true;
    }
    return result;
}

Owned methodOf(Object* o, Object* name, bool* unbound) {
    *unbound = false;
    Type* type = o->type;
    if (type->getAttr != genericGetAttr || !isStr(name)) return getAttr(o, name);
    Held<> found(Held<>::share(lookupInType(type, name)));
    bool isMethod = found && hasFlag(found->type, MethodDescriptor);
    DescrGetFunc get = found && !isMethod ? found->type->descrGet : nullptr;
    if (get && found->type->descrSet) return get(found, o, type);
    if (Object* value = instanceValue(o, name)) return newRef(value);
    if (errorOccurred()) return nullptr;
    if (isMethod) {
        *unbound = true;
        return found.release();
    }
    if (get) return get(found, o, type);
    if (found) return found.release();
    return raiseAttributeError(o, name, "'{}' object has no attribute '{}'");
}

Owned genericGetAttr(Object* o, Object* name) {
    bool failed = false;
    Owned result = genericFindAttr(o, name, &failed);
    if (result || failed) return result;
    return raiseAttributeError(o, name, "'{}' object has no attribute '{}'");
}

bool genericSetAttr(Object* o, Object* name, Object* value) {
    if (!isStr(name)) return badName(name);
    Type* type = o->type;
    Held<> keepName(newRef(name)), keepType(newRef(type));
    Held<> found(Held<>::share(lookupInType(type, name)));
    if (found)
        if (DescrSetFunc set = found->type->descrSet) return set(found, o, value);
    auto missing = [&]() -> bool {
        if (isType(o)) return raiseAttributeError(o, name);
        return raiseAttributeError(o, name, "'{}' object has no attribute '{}'");
    };
    if (hasFlag(type, ManagedDict)) {
        Object* dict = managedDict(o);
        if (!dict && hasFlag(type, InlineValues) && inlineValues(o)->valid) {
            if (value) return storeInstanceAttribute(o, name, value);
            if (!findInlineAttribute(o, name)) return errorOccurred() ? false : missing();
            return storeInstanceAttribute(o, name, nullptr);
        }
        Held<> made;
        if (!dict) {
            if (!value) return missing();
            made = instanceDict(o);
            if (!made) return false;
            dict = made;
        }
        Held<> keep(newRef(dict));
        if (value) return dictSet(dict, name, value);
        int deleted = dictDelete(dict, name);
        return deleted == 0 ? missing() : deleted > 0;
    }
    Object** slot = type->dictOffset ? instanceDictSlot(o) : nullptr;
    if (!slot) {
        if (!found) {
            if (type->setAttr == genericSetAttr && !value)
                return raiseAttributeError(o, name, "'{}' object has no attribute '{}' and no __dict__ for setting new attributes");
            return raiseAttributeError(o, name,
                                       type->setAttr == genericSetAttr
                                           ? "'{}' object has no attribute '{}' and no __dict__ for setting new attributes"
                                           : "'{}' object has no attribute '{}'");
        }
        return raiseAttributeError(o, name, "'{}' object attribute '{}' is read-only");
    }
    Held<> made;
    if (!*slot) {
        if (!value) return missing();
        made = instanceDict(o);
        if (!made) return false;
    }
    Held<> dict(newRef(made ? made.get() : *slot));
    if (value) return dictSet(dict, name, value);
    int deleted = dictDelete(dict, name);
    return deleted == 0 ? missing() : deleted > 0;
}

Owned getAttr(Object* o, Object* name) {
    Type* type = o->type;
    if (!isStr(name)) return badName(name);
    if (type->getAttr) return type->getAttr(o, name);
    return raiseAttributeError(o, name, "'{}' object has no attribute '{}'");
}

Owned getAttr(Object* o, std::string_view name) {
    Held<> key(internStr(name));
    return key ? getAttr(o, key) : Owned(nullptr);
}

Owned findAttr(Object* o, Object* name, bool* failed) {
    Type* type = o->type;
    *failed = false;
    Owned result = nullptr;
    if (type->getAttr == genericGetAttr) result = genericFindAttr(o, name, failed);
    else if (type->getAttr == typeGetAttr) result = typeFindAttr(o, name, failed);
    else result = getAttr(o, name);
    if (result) return result;
    *failed = errorOccurred();
    if (*failed && errorMatches(exc::AttributeError)) {
        clearError();
        *failed = false;
    }
    return nullptr;
}

bool setAttr(Object* o, Object* name, Object* value) {
    if (!isStr(name)) return badName(name);
    Type* type = o->type;
    Object* interned = newRef(name).pointer;
    if (isExactStr(interned)) internInPlace(interned);
    Held<> key(Ref<>::steal(interned));
    if (type->setAttr) return type->setAttr(o, key, value);
    if (!type->getAttr) return raise(exc::TypeError, "'{}' object has no attributes ({} .{})", type->name, value ? "assign to" : "del", key.get());
    return raise(exc::TypeError, "'{}' object has only read-only attributes ({} .{})", type->name, value ? "assign to" : "del", key.get());
}

bool deleteAttr(Object* o, Object* name) { return setAttr(o, name, nullptr); }

}
