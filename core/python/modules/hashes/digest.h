// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A digest under way, computed by OpenSSL. Its state lies outside the region, as the library has no allocator for each: what is still there at the end
// of a run is freed by a RuntimeCache.

#include <openssl/evp.h>

#include <string>

#include "core/python/objects/model/native.h"
#include "core/python/objects/model/object.h"
#include "core/python/objects/text/bytes_object.h"

namespace memtape {

class DigestState {
public:
    DigestState();
    ~DigestState();
    DigestState(const DigestState&) = delete;
    DigestState& operator=(const DigestState&) = delete;

    EVP_MD_CTX* context() const { return m_context; }
    const EVP_MD* method() const { return EVP_MD_CTX_get0_md(m_context); }
    int digestSize() const { return EVP_MD_get_size(method()); }
    int blockSize() const { return EVP_MD_get_block_size(method()); }
    bool extendable() const { return (EVP_MD_get_flags(method()) & EVP_MD_FLAG_XOF) != 0; }
    bool start(const EVP_MD* method) { return EVP_DigestInit_ex(m_context, method, nullptr) == 1; }
    bool copyTo(DigestState& other) const { return EVP_MD_CTX_copy_ex(other.m_context, m_context) == 1; }
    bool update(const uint8_t* data, size_t size); // false: the run is to stop, or OpenSSL's exception is pending

    static void dropAll();

private:
    EVP_MD_CTX* m_context;
    DigestState *m_previous, *m_next;
    static DigestState* s_first;
};

// An object of the types that are one digest.
struct DigestObject : Object {
    DigestState* state;
};
inline DigestObject* asDigest(Object* o) { return static_cast<DigestObject*>(o); }

// A new instance that has taken `data` (null: none). Null: an exception is pending.
Owned newDigest(Type* type, const EVP_MD* method, Object* data);
void digestDealloc(Object* o);
Owned digestCopy(Object* self);
Owned digestUpdate(Object* self, Object* data);
Owned digestOf(Object* self);
Owned digestHexOf(Object* self);
Owned extendedDigest(Object* self, ssize length, bool hex); // of an extendable one, `length` bytes
// The bytes so far as a digest, without ending it.
bool currentDigest(const DigestState& state, uint8_t* out, unsigned* size);
Owned hexText(const uint8_t* data, size_t size);

// The bytes of what is to be hashed, with the words for what has none.
bool wantHashable(Object* o, HeldBuffer* out);

// OpenSSL's last error as an exception of this type; `orElse`: the words where there is none. One for an unsupported digest is UnsupportedDigestmodError.
Failure raiseOpenSsl(Type* type, const char* orElse = "no reason supplied");
extern Type* unsupportedDigest; // set by _hashlib

// CPython's name of a method, and a method by such a name or by OpenSSL's. Null: UnsupportedDigestmodError pending; else to be freed by EVP_MD_free.
std::string digestName(const EVP_MD* method);
EVP_MD* digestByName(const char* name);

}
