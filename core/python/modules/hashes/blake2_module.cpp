// SPDX-License-Identifier: GPL-3.0-or-later
// _blake2: blake2b and blake2s with key, salt, personal text and tree, over libb2, whose state lies in the object.
#include <blake2.h>

#include <algorithm>
#include <cstring>

#include "core/python/modules/arguments.h"
#include "core/python/modules/hashes/digest.h"
#include "core/python/modules/module_parts.h"
#include "core/python/modules/native_modules.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/numbers/int_digits.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

// What differs between the two.
struct Blake2b {
    using State = blake2b_state;
    using Parameters = blake2b_param;
    static constexpr const char *name = "blake2b", *typeName = "_blake2.blake2b", *constantPrefix = "BLAKE2B_";
    static constexpr int digestSize = BLAKE2B_OUTBYTES, keySize = BLAKE2B_KEYBYTES, saltSize = BLAKE2B_SALTBYTES, personSize = BLAKE2B_PERSONALBYTES,
                         blockSize = BLAKE2B_BLOCKBYTES;
    static constexpr uint64_t lastOffset = UINT64_MAX;
    static void setOffset(Parameters& p, uint64_t offset) { p.node_offset = offset; }
    static constexpr auto init = blake2b_init_param;
    static constexpr auto update = blake2b_update;
    static constexpr auto final = blake2b_final;
};
struct Blake2s {
    using State = blake2s_state;
    using Parameters = blake2s_param;
    static constexpr const char *name = "blake2s", *typeName = "_blake2.blake2s", *constantPrefix = "BLAKE2S_";
    static constexpr int digestSize = BLAKE2S_OUTBYTES, keySize = BLAKE2S_KEYBYTES, saltSize = BLAKE2S_SALTBYTES, personSize = BLAKE2S_PERSONALBYTES,
                         blockSize = BLAKE2S_BLOCKBYTES;
    static constexpr uint64_t lastOffset = (uint64_t{1} << 48) - 1;
    static void setOffset(Parameters& p, uint64_t offset) { std::memcpy(p.node_offset, &offset, sizeof p.node_offset); }
    static constexpr auto init = blake2s_init_param;
    static constexpr auto update = blake2s_update;
    static constexpr auto final = blake2s_final;
};

template <class B> struct BlakeObject : Object {
    typename B::Parameters parameters;
    typename B::State state;
};
template <class B> BlakeObject<B>* as(Object* o) { return static_cast<BlakeObject<B>*>(o); }
template <class B> Type* blakeType = nullptr;

bool unsignedValue(Object* o, uint64_t* out, bool asLong) {
    if (!o) return true;
    if (!isInt(o)) return raise(exc::TypeError, "an integer is required");
    if (intSign(o) < 0) return raise(exc::ValueError, "value must be positive");
    if (intBitLength(o) > 64)
        return asLong ? raise(exc::OverflowError, "Python int too large to convert to C unsigned long")
                      : raise(exc::OverflowError, "int too big to convert");
    return uint64Argument(o, out);
}

template <class B> bool feed(BlakeObject<B>* b, const uint8_t* data, size_t size) {
    constexpr size_t piece = size_t{16} << 20;
    for (size_t at = 0; at < size; at += piece) {
        if (!mayGoOn()) return false;
        B::update(&b->state, data + at, std::min(piece, size - at));
    }
    return true;
}

template <class B> Owned blakeNew(Type* type, Args args) {
    enum { Data, DigestSize, Key, Salt, Person, Fanout, Depth, LeafSize, NodeOffset, NodeDepth, InnerSize, LastNode, ForSecurity, Count };
    Object* p[Count] = {};
    int digestSize = B::digestSize, fanout = 1, depth = 1, nodeDepth = 0, innerSize = 0;
    uint64_t leafSize = 0, nodeOffset = 0;
    bool lastNode = false, forSecurity = true;
    HeldBuffer data, key, salt, person;
    if (!parseArgs(B::name, args,
                   "| data / $ digest_size key salt person fanout depth leaf_size node_offset node_depth inner_size last_node usedforsecurity", p) ||
        !intArgument(p[DigestSize], &digestSize) || (p[Key] && !key.want(p[Key])) || (p[Salt] && !salt.want(p[Salt])) ||
        (p[Person] && !person.want(p[Person])) || !intArgument(p[Fanout], &fanout) || !intArgument(p[Depth], &depth) ||
        !intArgument(p[NodeDepth], &nodeDepth) || !intArgument(p[InnerSize], &innerSize) || !boolArgument(p[LastNode], &lastNode) ||
        !boolArgument(p[ForSecurity], &forSecurity))
        return nullptr;
    if (digestSize <= 0 || digestSize > B::digestSize) return raise(exc::ValueError, "digest_size must be between 1 and {} bytes", B::digestSize);
    if (salt.size() > B::saltSize) return raise(exc::ValueError, "maximum salt length is {} bytes", B::saltSize);
    if (person.size() > B::personSize) return raise(exc::ValueError, "maximum person length is {} bytes", B::personSize);
    if (fanout < 0 || fanout > 255) return raise(exc::ValueError, "fanout must be between 0 and 255");
    if (depth <= 0 || depth > 255) return raise(exc::ValueError, "depth must be between 1 and 255");
    if (!unsignedValue(p[LeafSize], &leafSize, true)) return nullptr;
    if (leafSize > UINT32_MAX) return raise(exc::OverflowError, "leaf_size is too large");
    if (!unsignedValue(p[NodeOffset], &nodeOffset, false)) return nullptr;
    if (nodeOffset > B::lastOffset) return raise(exc::OverflowError, "node_offset is too large");
    if (nodeDepth < 0 || nodeDepth > 255) return raise(exc::ValueError, "node_depth must be between 0 and 255");
    if (innerSize < 0 || innerSize > B::digestSize) return raise(exc::ValueError, "inner_size must be between 0 and is {}", B::digestSize);
    if (key.size() > B::keySize) return raise(exc::ValueError, "maximum key length is {} bytes", B::keySize);
    HeldBuffer input;
    if (p[Data] && !wantHashable(p[Data], &input)) return nullptr;

    Ref<> made(type->alloc(type, 0));
    if (!made) return nullptr;
    BlakeObject<B>* b = as<B>(made);
    typename B::Parameters& parameters = b->parameters;
    parameters.digest_length = static_cast<uint8_t>(digestSize);
    parameters.key_length = static_cast<uint8_t>(key.size());
    parameters.fanout = static_cast<uint8_t>(fanout);
    parameters.depth = static_cast<uint8_t>(depth);
    parameters.leaf_length = static_cast<uint32_t>(leafSize);
    B::setOffset(parameters, nodeOffset);
    parameters.node_depth = static_cast<uint8_t>(nodeDepth);
    parameters.inner_length = static_cast<uint8_t>(innerSize);
    if (salt.size()) std::memcpy(parameters.salt, salt.data(), salt.size());
    if (person.size()) std::memcpy(parameters.personal, person.data(), person.size());
    B::init(&b->state, &parameters);
    b->state.outlen = static_cast<uint8_t>(digestSize);
    b->state.last_node = lastNode;
    if (key.size()) { // a block of its own in front
        uint8_t block[B::blockSize] = {};
        std::memcpy(block, key.data(), key.size());
        B::update(&b->state, block, sizeof block);
    }
    return feed(b, input.data(), input.size()) ? made.release() : nullptr;
}

template <class B> Owned blakeCopy(Object* self) {
    Owned copy = self->type->alloc(self->type, 0);
    if (!copy) return nullptr;
    as<B>(copy.pointer)->parameters = as<B>(self)->parameters;
    as<B>(copy.pointer)->state = as<B>(self)->state;
    return copy;
}
template <class B> Owned blakeUpdate(Object* self, Object* data) {
    HeldBuffer buffer;
    return wantHashable(data, &buffer) && feed(as<B>(self), buffer.data(), buffer.size()) ? newNone() : nullptr;
}
template <class B> size_t finish(Object* self, uint8_t* out) {
    typename B::State state = as<B>(self)->state;
    size_t size = as<B>(self)->parameters.digest_length;
    B::final(&state, out, size);
    return size;
}
template <class B> Owned blakeDigest(Object* self) {
    uint8_t out[B::digestSize];
    return newBytes(out, finish<B>(self, out));
}
template <class B> Owned blakeHexDigest(Object* self) {
    uint8_t out[B::digestSize];
    return hexText(out, finish<B>(self, out));
}
template <class B> Owned getName(Object*) { return newStr(B::name); }
template <class B> Owned getBlockSize(Object*) { return newInt(B::blockSize); }
template <class B> Owned getDigestSize(Object* o) { return newInt(as<B>(o)->parameters.digest_length); }

template <class B>
const MethodDef methods[] = {{"copy", blakeCopy<B>}, {"digest", blakeDigest<B>}, {"hexdigest", blakeHexDigest<B>}, {"update", blakeUpdate<B>}, {}};
template <class B>
const GetSetDef getsets[] = {{"name", getName<B>, nullptr}, {"block_size", getBlockSize<B>, nullptr}, {"digest_size", getDigestSize<B>, nullptr}, {}};

template <class B> void define(Type* t) {
    t->name = B::typeName;
    t->doc = "Return a new BLAKE2 hash object.";
    t->basicSize = sizeof(BlakeObject<B>);
    t->create = blakeNew<B>;
    t->methods = methods<B>;
    t->getsets = getsets<B>;
}
static_assert(sizeof(BlakeObject<Blake2b>) == 440 && sizeof(BlakeObject<Blake2s>) == 232);

template <class B> bool addBlake(Object* module) {
    if (!addTypeToModule(module, blakeType<B>, define<B>)) return false;
    const IntConstant sizes[] = {
        {"SALT_SIZE", B::saltSize}, {"PERSON_SIZE", B::personSize}, {"MAX_KEY_SIZE", B::keySize}, {"MAX_DIGEST_SIZE", B::digestSize}};
    for (const IntConstant& size : sizes) {
        Ref<> value(newInt(size.value));
        if (!value || !dictSetText(blakeType<B>->dict, size.name, value)) return false;
        if (!addToModule(module, (std::string(B::constantPrefix) + size.name).c_str(), newRef(value))) return false;
    }
    typeModified(blakeType<B>);
    return true;
}

}

Owned makeBlake2Module() {
    Ref<> module(newModule("_blake2"));
    return module && addBlake<Blake2b>(module) && addBlake<Blake2s>(module) ? module.release() : nullptr;
}

}
