// SPDX-License-Identifier: GPL-3.0-or-later
// _md5, _sha1, _sha2 and _sha3: the modules with one type for each digest.
#include "core/python/modules/arguments.h"
#include "core/python/modules/hashes/digest.h"
#include "core/python/modules/module_parts.h"
#include "core/python/modules/native_modules.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/numbers/int_digits.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

struct DigestKind {
    const char* typeName;
    const char* name; // in Python
    const EVP_MD* (*method)();
    ssize basicSize;
    uint8_t suffix; // of SHA-3: the bits that end the message
};
enum Kind : int { Md5, Sha1, Sha224, Sha256, Sha384, Sha512, Sha3_224, Sha3_256, Sha3_384, Sha3_512, Shake128, Shake256, KindCount };
const DigestKind kinds[KindCount] = {
    {"_md5.md5", "md5", EVP_md5, 32, 0},
    {"_sha1.sha1", "sha1", EVP_sha1, 40, 0},
    {"_sha2.SHA224Type", "sha224", EVP_sha224, 32, 0},
    {"_sha2.SHA256Type", "sha256", EVP_sha256, 32, 0},
    {"_sha2.SHA384Type", "sha384", EVP_sha384, 32, 0},
    {"_sha2.SHA512Type", "sha512", EVP_sha512, 32, 0},
    {"_sha3.sha3_224", "sha3_224", EVP_sha3_224, 32, 6},
    {"_sha3.sha3_256", "sha3_256", EVP_sha3_256, 32, 6},
    {"_sha3.sha3_384", "sha3_384", EVP_sha3_384, 32, 6},
    {"_sha3.sha3_512", "sha3_512", EVP_sha3_512, 32, 6},
    {"_sha3.shake_128", "shake_128", EVP_shake128, 32, 0x1f},
    {"_sha3.shake_256", "shake_256", EVP_shake256, 32, 0x1f},
};
Type* kindTypes[KindCount];

const DigestKind& kindOf(Object* o) {
    int i = 0;
    while (kindTypes[i] != o->type) ++i;
    return kinds[i];
}

Owned getName(Object* o) { return newStr(kindOf(o).name); }
Owned getBlockSize(Object* o) { return newInt(asDigest(o)->state->blockSize()); }
Owned getDigestSize(Object* o) { return newInt(asDigest(o)->state->extendable() ? 0 : asDigest(o)->state->digestSize()); }
// Of the 1600 bits of SHA-3's state those that take input, and the others.
Owned getRate(Object* o) { return newInt(asDigest(o)->state->blockSize() * 8); }
Owned getCapacity(Object* o) { return newInt(1600 - asDigest(o)->state->blockSize() * 8); }
Owned getSuffix(Object* o) { return newBytes(&kindOf(o).suffix, 1); }

bool lengthArgument(Object* o, ssize* length) {
    if (!isInt(o)) return raise(exc::TypeError, "an integer is required");
    if (intSign(o) < 0) return raise(exc::ValueError, "value must be positive");
    if (intBitLength(o) > 64) return raise(exc::OverflowError, "Python int too large to convert to C unsigned long");
    if (intBitLength(o) > 29) return raise(exc::ValueError, "length is too large");
    return sizeArgument(o, length);
}
Owned extendedOf(Object* self, Object* given) {
    ssize length;
    return lengthArgument(given, &length) ? extendedDigest(self, length, false) : nullptr;
}
Owned extendedHexOf(Object* self, Object* given) {
    ssize length;
    return lengthArgument(given, &length) ? extendedDigest(self, length, true) : nullptr;
}

Owned makeDigest(int kind, const char* function, Args args, const char* signature) {
    Object* given[2] = {};
    bool forSecurity = true;
    if (!parseArgs(function, args, signature, given) || !boolArgument(given[1], &forSecurity)) return nullptr;
    return newDigest(kindTypes[kind], kinds[kind].method(), given[0]);
}
template <int kind> Owned digestFunction(Object*, Args args) { return makeDigest(kind, kinds[kind].name, args, "| string $ usedforsecurity"); }
// CPython's one function for all types of _sha3 calls itself sha3_224.
Owned sha3New(Type* type, Args args) {
    int kind = Sha3_224;
    while (kindTypes[kind] != type) ++kind;
    return makeDigest(kind, "sha3_224", args, "| data / $ usedforsecurity");
}

const MethodDef digestMethods[] = {{"copy", digestCopy}, {"digest", digestOf}, {"hexdigest", digestHexOf}, {"update", digestUpdate}, {}};
const MethodDef shakeMethods[] = {{"copy", digestCopy}, {"digest", extendedOf}, {"hexdigest", extendedHexOf}, {"update", digestUpdate}, {}};
const GetSetDef digestGetsets[] = {{"block_size", getBlockSize}, {"name", getName}, {"digest_size", getDigestSize}, {}};
const GetSetDef sha3Getsets[] = {{"block_size", getBlockSize},
                                 {"name", getName},
                                 {"digest_size", getDigestSize},
                                 {"_capacity_bits", getCapacity},
                                 {"_rate_bits", getRate},
                                 {"_suffix", getSuffix},
                                 {}};

template <int kind> void define(Type* t) {
    constexpr bool isSha3 = kind >= Sha3_224, isShake = kind >= Shake128;
    t->name = kinds[kind].typeName;
    t->basicSize = kinds[kind].basicSize;
    t->flags = isSha3 ? 0 : HaveGc | DisallowInstantiation;
    t->dealloc = digestDealloc;
    if (!isSha3) t->traverse = [](Object*, Visit, void*) { return 0; };
    t->cells = [](Object*, CellVisitor&) {};
    if (isSha3) t->create = sha3New;
    t->methods = isShake ? shakeMethods : digestMethods;
    t->getsets = isSha3 ? sha3Getsets : digestGetsets;
}

template <int kind> bool makeType() { return (kindTypes[kind] = makeModuleType(define<kind>)) != nullptr; }

bool addType(Object* module, const char* name, int kind) { return addToModule(module, name, newRef(kindTypes[kind])); }

const MethodDef md5Functions[] = {{"md5", digestFunction<Md5>, NativeKind::Keywords}, {}};
const MethodDef sha1Functions[] = {{"sha1", digestFunction<Sha1>, NativeKind::Keywords}, {}};
const MethodDef sha2Functions[] = {
    {"sha256", digestFunction<Sha256>, NativeKind::Keywords},
    {"sha224", digestFunction<Sha224>, NativeKind::Keywords},
    {"sha512", digestFunction<Sha512>, NativeKind::Keywords},
    {"sha384", digestFunction<Sha384>, NativeKind::Keywords},
    {},
};

}

Owned makeMd5Module() {
    Ref<> module(newModule("_md5"));
    if (!module || !makeType<Md5>() || !addFunctions(module, md5Functions) || !addType(module, "MD5Type", Md5)) return nullptr;
    return module.release();
}

Owned makeSha1Module() {
    Ref<> module(newModule("_sha1"));
    if (!module || !makeType<Sha1>() || !addFunctions(module, sha1Functions) || !addType(module, "SHA1Type", Sha1)) return nullptr;
    return module.release();
}

Owned makeSha2Module() {
    Ref<> module(newModule("_sha2"));
    if (!module || !makeType<Sha224>() || !makeType<Sha256>() || !makeType<Sha384>() || !makeType<Sha512>() || !addFunctions(module, sha2Functions))
        return nullptr;
    return addType(module, "SHA224Type", Sha224) && addType(module, "SHA256Type", Sha256) && addType(module, "SHA384Type", Sha384) &&
                   addType(module, "SHA512Type", Sha512)
               ? module.release()
               : nullptr;
}

Owned makeSha3Module() {
    Ref<> module(newModule("_sha3"));
    if (!module || !makeType<Sha3_224>() || !makeType<Sha3_256>() || !makeType<Sha3_384>() || !makeType<Sha3_512>() || !makeType<Shake128>() ||
        !makeType<Shake256>() || !addText(module, "implementation", "OpenSSL"))
        return nullptr;
    for (int kind = Sha3_224; kind <= Shake256; ++kind)
        if (!addType(module, kinds[kind].name, kind)) return nullptr;
    return module.release();
}

}
