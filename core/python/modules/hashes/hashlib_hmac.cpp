// SPDX-License-Identifier: GPL-3.0-or-later
// HMAC (RFC 2104): _hashlib.HMAC, hmac_new, hmac_digest.
#include <climits>
#include <cstring>

#include "core/python/modules/hashes/hashlib_parts.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

bool HmacState::start(const EVP_MD* method, const uint8_t* key, size_t size) {
    if (EVP_MD_get_flags(method) & EVP_MD_FLAG_XOF) return raise(exc::ValueError, "no reason supplied");
    uint8_t block[EVP_MAX_MD_SIZE * 4] = {}, pad[sizeof block];
    size_t blockSize = static_cast<size_t>(EVP_MD_get_block_size(method));
    if (blockSize > sizeof block) return raise(exc::ValueError, "no reason supplied");
    if (size > blockSize) {
        unsigned digestSize;
        if (EVP_Digest(key, size, block, &digestSize, method, nullptr) != 1) return raiseOpenSsl(exc::ValueError);
    } else if (size) {
        std::memcpy(block, key, size);
    }
    auto begin = [&](DigestState& state, uint8_t mask) {
        for (size_t i = 0; i < blockSize; ++i) pad[i] = block[i] ^ mask;
        return state.start(method) && EVP_DigestUpdate(state.context(), pad, blockSize) == 1;
    };
    return begin(m_inner, 0x36) && begin(m_outer, 0x5c) ? true : raiseOpenSsl(exc::ValueError);
}

bool HmacState::finish(uint8_t* out, unsigned* size) const {
    uint8_t inner[EVP_MAX_MD_SIZE];
    unsigned innerSize;
    DigestState outer;
    if (!currentDigest(m_inner, inner, &innerSize)) return false;
    if (!m_outer.copyTo(outer) || EVP_DigestUpdate(outer.context(), inner, innerSize) != 1 || EVP_DigestFinal_ex(outer.context(), out, size) != 1)
        return raiseOpenSsl(exc::ValueError);
    return true;
}

namespace {

struct HmacObject : Object {
    HmacState* state;
};
HmacObject* asHmac(Object* o) { return static_cast<HmacObject*>(o); }
Type* hmacType;

OwnedOf<HmacObject> allocate() {
    Ref<HmacObject> made = Ref<HmacObject>::steal(hmacType->alloc(hmacType, 0).pointer);
    if (!made) return nullptr;
    made->state = static_cast<HmacState*>(allocateBlock(sizeof(HmacState)));
    if (!made->state) return nullptr;
    new (made->state) HmacState;
    return made.release();
}

void hmacDealloc(Object* o) {
    if (HmacState* state = asHmac(o)->state) {
        state->~HmacState();
        releaseBlock(state);
    }
    freeObject(o);
}

Owned hmacNew(Object*, Args args) {
    Object* given[3] = {};
    HeldBuffer key, message;
    if (!parseArgs("hmac_new", args, "key | msg digestmod", given) || !key.want(given[0])) return nullptr;
    if (key.size() > INT_MAX) return raise(exc::OverflowError, "key is too long.");
    if (!given[2] || isNone(given[2])) return raise(exc::TypeError, "Missing required parameter 'digestmod'.");
    EVP_MD* method = digestByObject(given[2]);
    if (!method) return nullptr;
    Ref<HmacObject> made = allocate();
    bool ok = made && made->state->start(method, key.data(), key.size());
    EVP_MD_free(method);
    if (!ok) return nullptr;
    if (given[1] && !isNone(given[1]) && (!wantHashable(given[1], &message) || !made->state->update(message.data(), message.size()))) return nullptr;
    return Owned(made.release());
}

Owned hmacDigest(Object*, Args args) {
    Object* given[3] = {};
    HeldBuffer key, message;
    if (!parseArgs("hmac_digest", args, "key msg digest", given) || !key.want(given[0]) || !message.want(given[1])) return nullptr;
    if (key.size() > INT_MAX) return raise(exc::OverflowError, "key is too long.");
    if (message.size() > INT_MAX) return raise(exc::OverflowError, "msg is too long.");
    EVP_MD* method = digestByObject(given[2]);
    if (!method) return nullptr;
    HmacState state;
    uint8_t out[EVP_MAX_MD_SIZE];
    unsigned size;
    bool ok = state.start(method, key.data(), key.size()) && state.update(message.data(), message.size()) && state.finish(out, &size);
    EVP_MD_free(method);
    return ok ? newBytes(out, size) : nullptr;
}

Owned updateMethod(Object* self, Args args) {
    Object* given = nullptr;
    HeldBuffer message;
    if (!parseArgs("update", args, "msg", &given) || !wantHashable(given, &message)) return nullptr;
    return asHmac(self)->state->update(message.data(), message.size()) ? newNone() : nullptr;
}
Owned digestMethod(Object* self) {
    uint8_t out[EVP_MAX_MD_SIZE];
    unsigned size;
    return asHmac(self)->state->finish(out, &size) ? newBytes(out, size) : nullptr;
}
Owned hexDigestMethod(Object* self) {
    uint8_t out[EVP_MAX_MD_SIZE];
    unsigned size;
    return asHmac(self)->state->finish(out, &size) ? hexText(out, size) : nullptr;
}
Owned copyMethod(Object* self) {
    Ref<HmacObject> made = allocate();
    if (!made) return nullptr;
    return asHmac(self)->state->copyTo(*made->state) ? Owned(made.release()) : raiseOpenSsl(exc::ValueError);
}

std::string nameOf(Object* o) { return digestName(asHmac(o)->state->inner().method()); }
Owned getName(Object* o) { return newStr("hmac-" + nameOf(o)); }
Owned getBlockSize(Object* o) { return newInt(asHmac(o)->state->inner().blockSize()); }
Owned getDigestSize(Object* o) { return newInt(asHmac(o)->state->inner().digestSize()); }
Owned hmacRepr(Object* o) {
    char address[32];
    std::snprintf(address, sizeof address, "0x%llx", static_cast<unsigned long long>(addressOf(o)));
    return newStr("<" + nameOf(o) + " HMAC object @ " + address + ">");
}

const MethodDef methods[] = {
    {"update", updateMethod, NativeKind::Keywords}, {"digest", digestMethod}, {"hexdigest", hexDigestMethod}, {"copy", copyMethod}, {}};
const GetSetDef getsets[] = {{"digest_size", getDigestSize}, {"block_size", getBlockSize}, {"name", getName}, {}};
const MethodDef functions[] = {{"hmac_new", hmacNew, NativeKind::Keywords}, {"hmac_digest", hmacDigest, NativeKind::Keywords}, {}};

void defineHmac(Type* t) {
    t->name = "_hashlib.HMAC";
    t->doc = "A digest with a key: update() takes more, digest() and hexdigest() say what it is so far, copy() goes on apart.";
    t->basicSize = 32;
    t->flags = DisallowInstantiation;
    t->dealloc = hmacDealloc;
    t->repr = hmacRepr;
    t->methods = methods;
    t->getsets = getsets;
}

}

bool addHmac(Object* module) { return addTypeToModule(module, hmacType, defineHmac) && addFunctions(module, functions); }

}
