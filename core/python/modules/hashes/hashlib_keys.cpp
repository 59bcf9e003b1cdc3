// SPDX-License-Identifier: GPL-3.0-or-later
// Keys from passwords (pbkdf2_hmac, scrypt), and comparing in a time that tells nothing.
#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <algorithm>
#include <climits>
#include <cstring>
#include <vector>

#include "core/python/heap/heap.h"
#include "core/python/modules/arguments.h"
#include "core/python/modules/hashes/hashlib_parts.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

// C's long, by __index__.
bool longArgument(Object* o, int64_t* out) {
    Held<> number(numberIndex(o));
    return number && intToInt64(number, out);
}

// One block of PBKDF2 (RFC 8018): the exclusive or of all iterations.
bool deriveBlock(const HmacState& keyed, const HeldBuffer& salt, uint32_t number, int64_t iterations, uint8_t* out, unsigned* size) {
    const uint8_t index[4] = {static_cast<uint8_t>(number >> 24), static_cast<uint8_t>(number >> 16), static_cast<uint8_t>(number >> 8),
                              static_cast<uint8_t>(number)};
    uint8_t last[EVP_MAX_MD_SIZE];
    HmacState state;
    if (!keyed.copyTo(state) || !state.update(salt.data(), salt.size()) || !state.update(index, sizeof index) || !state.finish(last, size))
        return false;
    std::memcpy(out, last, *size);
    for (int64_t i = 1; i < iterations; ++i) {
        if (!keyed.copyTo(state) || !state.update(last, *size) || !state.finish(last, size)) return false;
        for (unsigned k = 0; k < *size; ++k) out[k] ^= last[k];
    }
    return true;
}

Owned deriveKey(const EVP_MD* method, const HeldBuffer& password, const HeldBuffer& salt, int64_t iterations, size_t length) {
    HmacState keyed;
    if (!keyed.start(method, password.data(), password.size())) return nullptr;
    if (length > heap.limit()) return raiseMemoryError();
    std::vector<uint8_t> key(length);
    uint8_t block[EVP_MAX_MD_SIZE];
    unsigned size = 1;
    uint32_t number = 1;
    for (size_t at = 0; at < length; at += size) {
        if (!deriveBlock(keyed, salt, number++, iterations, block, &size)) return nullptr;
        std::memcpy(key.data() + at, block, std::min<size_t>(size, length - at));
    }
    return newBytes(key.data(), length);
}

Owned pbkdf2(Object*, Args args) {
    Object* p[5] = {};
    std::string name;
    HeldBuffer password, salt;
    int64_t iterations, length;
    if (!parseArgs("pbkdf2_hmac", args, "hash_name password salt iterations | dklen", p) ||
        !textArgument("pbkdf2_hmac", "argument 'hash_name'", p[0], &name) || !password.want(p[1]) || !salt.want(p[2]) ||
        !longArgument(p[3], &iterations))
        return nullptr;
    EVP_MD* method = digestByName(name.c_str());
    if (!method) return nullptr;
    Owned key = nullptr;
    if (password.size() > INT_MAX) raise(exc::OverflowError, "password is too long.");
    else if (salt.size() > INT_MAX) raise(exc::OverflowError, "salt is too long.");
    else if (iterations < 1) raise(exc::ValueError, "iteration value must be greater than 0.");
    else if (iterations > INT_MAX) raise(exc::OverflowError, "iteration value is too great.");
    else if (!p[4] || isNone(p[4])) key = deriveKey(method, password, salt, iterations, static_cast<size_t>(EVP_MD_get_size(method)));
    else if (!longArgument(p[4], &length)) key = nullptr;
    else if (length < 1) raise(exc::ValueError, "key length must be greater than 0.");
    else if (length > INT_MAX) raise(exc::OverflowError, "key length is too great.");
    else key = deriveKey(method, password, salt, iterations, static_cast<size_t>(length));
    EVP_MD_free(method);
    return key;
}

// An unsigned int; what is none is told of by CPython's two sentences.
bool costArgument(Object* o, const char* name, uint64_t* out) {
    std::string where = std::string("argument '") + name + "'";
    if (o && !isInt(o)) return raiseWrongArgument("scrypt", where.c_str(), "int", o);
    if (o && uint64Argument(o, out)) return true;
    if (o) clearError();
    return raise(exc::TypeError, "{} is required and must be an unsigned int", name);
}

Owned scrypt(Object*, Args args) {
    Object* p[7] = {};
    HeldBuffer password, salt;
    int64_t most = 0, length = 64;
    uint64_t n, r, q;
    if (!parseArgs("scrypt", args, "password | $ salt n r p maxmem dklen", p) || !password.want(p[0]) || (p[1] && !salt.want(p[1]))) return nullptr;
    for (int i = 2; i < 5; ++i)
        if (p[i] && !isInt(p[i]))
            return raiseWrongArgument("scrypt", i == 2 ? "argument 'n'" : i == 3 ? "argument 'r'" : "argument 'p'", "int", p[i]);
    if ((p[5] && !longArgument(p[5], &most)) || (p[6] && !longArgument(p[6], &length))) return nullptr;
    if (password.size() > INT_MAX) return raise(exc::OverflowError, "password is too long.");
    if (!p[1]) return raise(exc::TypeError, "salt is required");
    if (salt.size() > INT_MAX) return raise(exc::OverflowError, "salt is too long.");
    if (!costArgument(p[2], "n", &n)) return nullptr;
    if (n < 2 || n & (n - 1)) return raise(exc::ValueError, "n must be a power of 2.");
    if (!costArgument(p[3], "r", &r) || !costArgument(p[4], "p", &q)) return nullptr;
    if (most < 0 || most > INT_MAX) return raise(exc::ValueError, "maxmem must be positive and smaller than {}", INT_MAX);
    if (length < 1 || length > INT_MAX) return raise(exc::ValueError, "dklen must be greater than 0 and smaller than {}", INT_MAX);
    auto derive = [&](uint8_t* out, size_t size) {
        return EVP_PBE_scrypt(out ? reinterpret_cast<const char*>(password.data()) : nullptr, out ? password.size() : 0, out ? salt.data() : nullptr,
                              out ? salt.size() : 0, n, r, q, static_cast<uint64_t>(most), out, size) == 1;
    };
    if (!derive(nullptr, 0)) return raiseOpenSsl(exc::ValueError, "Invalid parameter combination for n, r, p, maxmem.");
    uint64_t work; // what it will take, which is outside the heap
    if (__builtin_mul_overflow(n, r * 128, &work) || work > heap.limit() || static_cast<uint64_t>(length) > heap.limit()) return raiseMemoryError();
    if (!mayGoOn()) return nullptr;
    std::vector<uint8_t> key(static_cast<size_t>(length));
    return derive(key.data(), key.size()) ? newBytes(key.data(), key.size()) : raiseOpenSsl(exc::ValueError);
}

Owned compareDigest(Object*, Args args) {
    const uint8_t *a, *b;
    size_t aSize, bSize;
    std::string_view texts[2];
    if (isStr(args[0]) && isStr(args[1])) {
        for (int i = 0; i < 2; ++i) {
            bool ascii;
            texts[i] = strAsciiView(args[static_cast<size_t>(i)], &ascii);
            if (!ascii) return raise(exc::TypeError, "comparing strings with non-ASCII characters is not supported");
        }
        a = reinterpret_cast<const uint8_t*>(texts[0].data()), aSize = texts[0].size();
        b = reinterpret_cast<const uint8_t*>(texts[1].data()), bSize = texts[1].size();
    } else {
        bool first = bufferOf(args[0], &a, &aSize), second = bufferOf(args[1], &b, &bSize);
        if (!first && !second)
            return raise(exc::TypeError, "unsupported operand types(s) or combination of types: '{}' and '{}'", args[0]->type->name,
                         args[1]->type->name);
        if (!wantBuffer(args[0], &a, &aSize) || !wantBuffer(args[1], &b, &bSize)) return nullptr;
    }
    return newBool(aSize == bSize && CRYPTO_memcmp(a, b, aSize) == 0);
}

const MethodDef functions[] = {
    {"pbkdf2_hmac", pbkdf2, NativeKind::Keywords},
    {"scrypt", scrypt, NativeKind::Keywords},
    {"compare_digest", compareDigest, 2, 2},
    {},
};

}

bool addKeyFunctions(Object* module) { return addFunctions(module, functions); }

}
