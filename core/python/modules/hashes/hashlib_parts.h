// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the files of _hashlib share: hashlib_module (HASH, the constructors), hashlib_hmac, hashlib_keys (pbkdf2_hmac, scrypt, compare_digest).

#include "core/python/modules/hashes/digest.h"

namespace memtape {

// The method that a digestmod names: a str, or one of the module's own constructors. Null: an exception is pending; else to be freed by EVP_MD_free.
EVP_MD* digestByObject(Object* digest);

bool addHmac(Object* module);
bool addKeyFunctions(Object* module);

// HMAC by two digests under way: of the inner pad and what follows, and of the outer pad.
class HmacState {
public:
    bool start(const EVP_MD* method, const uint8_t* key, size_t size); // false: an exception is pending
    bool copyTo(HmacState& other) const { return m_inner.copyTo(other.m_inner) && m_outer.copyTo(other.m_outer); }
    bool update(const uint8_t* data, size_t size) { return m_inner.update(data, size); }
    bool finish(uint8_t* out, unsigned* size) const; // so far, without ending it
    const DigestState& inner() const { return m_inner; }

private:
    DigestState m_inner, m_outer;
};

}
