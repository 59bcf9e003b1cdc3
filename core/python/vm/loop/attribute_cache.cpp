// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/vm/loop/attribute_cache.h"

#include <utility>

#include "core/python/objects/classes/descriptors.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/protocol/protocol.h"

namespace memtape {

namespace {

// Fills the cache for something found in the type and not hidden by the instance.
bool rememberClassValue(InlineCache& cache, Object* owner, Object* name, Object* found, AttributeCacheKind kind) {
    Type* type = owner->type;
    if (type->dictOffset == 0) {
        cache.index = 0;
    } else if (hasFlag(type, InlineValues) && inlineValues(owner)->valid && type->cachedKeys) {
        if (dictKeysFind(type->cachedKeys, name) >= 0) return false;
        uint32_t version = dictKeysVersion(type->cachedKeys);
        if (!version) return false;
        cache.index = 1;
        cache.version2 = version;
    } else {
        return false;
    }
    cache.object = found;
    cache.kind = kind;
    cache.version = type->versionTag;
    return true;
}

void rememberOfType(InlineCache& cache, Object* owner, Object* name) {
    auto* cls = static_cast<Type*>(owner);
    if (owner->type != types::Type) return; // a metaclass may have attributes of its own
    if (lookupInType(types::Type, name)) return;
    Object* found = lookupInType(cls, name);
    if (!found || found->type->descrGet || !cls->versionTag || !owner->type->versionTag) return;
    cache.object = found;
    cache.kind = AttrOfType;
    cache.version2 = cls->versionTag;
    cache.version = owner->type->versionTag;
}

void rememberModule(InlineCache& cache, Object* owner, Object* name) {
    Object* dict = moduleDict(owner);
    if (!dict || lookupInType(owner->type, name)) return;
    DictKeys* keys = asDict(dict)->keys;
    if (keys->kind != 1) return;
    ssize index = dictKeysFind(keys, name);
    uint32_t version = index >= 0 ? dictKeysVersion(keys) : 0;
    if (!version) return;
    cache.index = static_cast<uint32_t>(index);
    cache.version2 = version;
    cache.kind = AttrModule;
    cache.version = owner->type->versionTag;
}

// A __slots__ member: where in the instance its value is; 0: no such member.
uint32_t slotMemberOffset(Object* found) {
    const MemberDef* member = static_cast<MemberDescriptorObject*>(found)->definition;
    return member->kind == MemberKind::ObjectOrError && !member->readOnly ? member->offset : 0;
}

bool isPlainFunction(Object* o) { return o->type == types::Function || o->type == types::MethodDescriptor; }

void keepAsSecond(InlineCache& cache, const Object* owner) {
    if (cache.version != owner->type->versionTag) swapWithSecond(cache);
    cache.kind = AttrNone;
    cache.version = 0;
}

void lookUpEachTime(InlineCache& cache, const Type* type) {
    cache.kind = AttrLookedUp;
    cache.version = type->versionTag;
}

}

void swapWithSecond(InlineCache& cache) {
    InlineCache& second = (&cache)[1];
    std::swap(cache.version, second.version);
    std::swap(cache.version2, second.version2);
    std::swap(cache.index, second.index);
    std::swap(cache.kind, second.kind);
    std::swap(cache.object, second.object);
}

void rememberAttribute(InlineCache& cache, Object* owner, Object* name, bool asMethod) {
    keepAsSecond(cache, owner);
    Type* type = owner->type;
    if (isType(owner)) {
        if (type->getAttr == types::Type->getAttr) rememberOfType(cache, owner, name);
        return;
    }
    if (type == types::Module) return rememberModule(cache, owner, name);
    if (type->getAttr != genericGetAttr) return lookUpEachTime(cache, type);
    Object* found = lookupInType(type, name);
    if (!type->versionTag) return;
    if (found && found->type == types::MemberDescriptor) {
        if (uint32_t offset = slotMemberOffset(found)) {
            cache.kind = AttrMember;
            cache.index = offset;
            cache.version = type->versionTag;
        }
        return;
    }
    if (found && found->type->descrSet) return lookUpEachTime(cache, type);
    if (hasFlag(type, InlineValues) && type->cachedKeys && inlineValues(owner)->valid) {
        ssize index = dictKeysFind(type->cachedKeys, name);
        if (index >= 0) {
            if (inlineValues(owner)->values[index]) {
                cache.kind = AttrInline;
                cache.index = static_cast<uint32_t>(index);
                cache.version = type->versionTag;
            }
            return;
        }
    }
    if (!found) return;
    if (isPlainFunction(found)) {
        if (asMethod) rememberClassValue(cache, owner, name, found, AttrMethod);
    } else if (!found->type->descrGet) {
        rememberClassValue(cache, owner, name, found, AttrOfClass);
    }
}

void rememberStore(InlineCache& cache, Object* owner, Object* name) {
    keepAsSecond(cache, owner);
    Type* type = owner->type;
    if (type->setAttr != genericSetAttr) return lookUpEachTime(cache, type);
    Object* found = lookupInType(type, name);
    if (!type->versionTag) return;
    if (found && found->type == types::MemberDescriptor) {
        uint32_t offset = slotMemberOffset(found), cell = offset ? fieldCell(type, offset) : noFieldCell;
        if (cell != noFieldCell) {
            cache.kind = AttrMember;
            cache.index = offset;
            cache.version2 = cell;
            cache.version = type->versionTag;
        }
        return;
    }
    if (found && found->type->descrSet) return lookUpEachTime(cache, type);
    if (!hasFlag(type, InlineValues) || !type->cachedKeys || !inlineValues(owner)->valid) return;
    ssize index = dictKeysFind(type->cachedKeys, name);
    if (index < 0) return;
    cache.kind = AttrInline;
    cache.index = static_cast<uint32_t>(index);
    cache.version = type->versionTag;
}

}
