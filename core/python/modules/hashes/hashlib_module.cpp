// SPDX-License-Identifier: GPL-3.0-or-later
// _hashlib: OpenSSL's digests by name, for hashlib.
#include "core/python/modules/hashes/hashlib_parts.h"

#include <openssl/evp.h>

#include "core/python/modules/arguments.h"
#include "core/python/modules/module_parts.h"
#include "core/python/modules/native_modules.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/mapping_proxy.h"
#include "core/python/objects/containers/set_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

Type *hashType, *extendableType;

Owned newHash(const EVP_MD* method, Object* data) {
    return newDigest(EVP_MD_get_flags(method) & EVP_MD_FLAG_XOF ? extendableType : hashType, method, data);
}

// ---- the constructors -------------------------------------------------------------------------------------------------

struct Constructor {
    const char* function;
    const char* name;
};
// In the order of _constructors.
constexpr Constructor constructors[] = {
    {"openssl_md5", "md5"},           {"openssl_sha1", "sha1"},         {"openssl_sha224", "sha224"},       {"openssl_sha256", "sha256"},
    {"openssl_sha384", "sha384"},     {"openssl_sha512", "sha512"},     {"openssl_sha3_224", "sha3_224"},   {"openssl_sha3_256", "sha3_256"},
    {"openssl_sha3_384", "sha3_384"}, {"openssl_sha3_512", "sha3_512"}, {"openssl_shake_128", "shake_128"}, {"openssl_shake_256", "shake_256"},
};
constexpr size_t constructorCount = sizeof constructors / sizeof *constructors;

template <size_t index> Owned constructor(Object*, Args args) {
    Object* given[2] = {};
    bool forSecurity = true;
    if (!parseArgs(constructors[index].function, args, "| string $ usedforsecurity", given) || !boolArgument(given[1], &forSecurity)) return nullptr;
    EVP_MD* method = digestByName(constructors[index].name);
    if (!method) return nullptr;
    Owned made = newHash(method, given[0]);
    EVP_MD_free(method);
    return made;
}

Owned newFunction(Object*, Args args) {
    Object* given[3] = {};
    bool forSecurity = true;
    if (!parseArgs("new", args, "name | string $ usedforsecurity", given) || !boolArgument(given[2], &forSecurity)) return nullptr;
    std::string name;
    if (!isStr(given[0]) || !textArgument("new", "argument 'name'", given[0], &name)) {
        if (errorOccurred()) clearError();
        return raise(exc::TypeError, "name must be a string");
    }
    HeldBuffer looked; // what cannot be hashed is said before the name is looked up
    if (given[1] && !wantHashable(given[1], &looked)) return nullptr;
    EVP_MD* method = digestByName(name.c_str());
    if (!method) return nullptr;
    Owned made = newHash(method, given[1]);
    EVP_MD_free(method);
    return made;
}

Owned fipsMode(Object*) { return newInt(EVP_default_properties_is_fips_enabled(nullptr)); }

// ---- HASH and HASHXOF -------------------------------------------------------------------------------------------------

Owned getName(Object* o) { return newStr(digestName(asDigest(o)->state->method())); }
Owned getBlockSize(Object* o) { return newInt(asDigest(o)->state->blockSize()); }
Owned getDigestSize(Object* o) { return newInt(asDigest(o)->state->digestSize()); }
Owned getExtendableSize(Object*) { return newInt(0); }

std::string addressText(Object* o) {
    char text[32];
    std::snprintf(text, sizeof text, "0x%llx", static_cast<unsigned long long>(addressOf(o)));
    return text;
}

Owned hashRepr(Object* o) {
    return newStr("<" + digestName(asDigest(o)->state->method()) + " " + o->type->name + " object @ " + addressText(o) + ">");
}

Owned extended(Object* self, Args args, const char* function, bool hex) {
    Object* given = nullptr;
    ssize length = 0;
    if (!parseArgs(function, args, "length", &given) || !sizeArgument(given, &length)) return nullptr;
    if (length < 0) return raise(exc::SystemError, "Negative size passed to PyBytes_FromStringAndSize");
    return extendedDigest(self, length, hex);
}
Owned extendedOf(Object* self, Args args) { return extended(self, args, "digest", false); }
Owned extendedHexOf(Object* self, Args args) { return extended(self, args, "hexdigest", true); }

const MethodDef hashMethods[] = {{"update", digestUpdate}, {"digest", digestOf}, {"hexdigest", digestHexOf}, {"copy", digestCopy}, {}};
const MethodDef extendableMethods[] = {{"digest", extendedOf, NativeKind::Keywords}, {"hexdigest", extendedHexOf, NativeKind::Keywords}, {}};
const GetSetDef hashGetsets[] = {{"digest_size", getDigestSize}, {"block_size", getBlockSize}, {"name", getName}, {}};
const GetSetDef extendableGetsets[] = {{"digest_size", getExtendableSize}, {}};

void defineHash(Type* t) {
    t->name = "_hashlib.HASH";
    t->doc = "HASH(name, string=b\'\')\n--\n\nA digest: update() takes more, digest() and hexdigest() say what it is so far, copy() goes on apart.";
    t->basicSize = 32;
    t->flags = BaseType | DisallowInstantiation;
    t->dealloc = digestDealloc;
    t->repr = hashRepr;
    t->methods = hashMethods;
    t->getsets = hashGetsets;
}

void defineExtendable(Type* t) {
    t->name = "_hashlib.HASHXOF";
    t->doc = "HASHXOF(name, string=b\'\')\n--\n\nA digest of any length: digest(length) and hexdigest(length) say what it is so far.";
    t->base = hashType;
    t->basicSize = 32;
    t->flags = BaseType | DisallowInstantiation;
    t->dealloc = digestDealloc;
    t->methods = extendableMethods;
    t->getsets = extendableGetsets;
}

// ---- the module -------------------------------------------------------------------------------------------------------

template <size_t... index> const MethodDef* constructorTable(std::index_sequence<index...>) {
    static const MethodDef table[] = {{constructors[index].function, constructor<index>, NativeKind::Keywords}..., {}};
    return table;
}
const MethodDef* constructorMethods() { return constructorTable(std::make_index_sequence<constructorCount>()); }

const MethodDef functions[] = {{"new", newFunction, NativeKind::Keywords}, {"get_fips_mode", fipsMode}, {}};

Owned methodNames() {
    struct Names {
        Ref<> set;
        bool ok;
    } names{newSet(nullptr), true};
    if (!names.set) return nullptr;
    // Aliases and digests of other providers are left out, as only what can be fetched is told of.
    EVP_MD_do_all_provided(
        nullptr,
        [](EVP_MD* method, void* context) {
            Names* all = static_cast<Names*>(context);
            std::string name = digestName(method);
            if (name == "null" || name == "undefined" || name.starts_with("keccak")) return;
            Ref<> text(newStr(name));
            all->ok = all->ok && text && setAdd(all->set, text);
        },
        &names);
    return names.ok ? newFrozenSet(names.set) : nullptr;
}

bool addConstructors(Object* module) {
    Ref<DictObject> names(newDict());
    if (!names || !addFunctions(module, constructorMethods())) return false;
    for (const Constructor& c : constructors) {
        Object* function = dictFindText(moduleDict(module), c.function);
        Ref<> name(newStr(c.name));
        if (!function || !name || !dictSet(names, function, name)) return false;
    }
    return addToModule(module, "_constructors", newMappingProxy(names));
}

}

EVP_MD* digestByObject(Object* digest) {
    std::string name;
    if (isStr(digest)) {
        if (!textArgument("new", "argument 'name'", digest, &name)) return nullptr;
        return digestByName(name.c_str());
    }
    if (isNativeFunction(digest)) {
        const MethodDef* definition = static_cast<NativeFunctionObject*>(digest)->definition;
        for (size_t i = 0; i < constructorCount; ++i)
            if (definition == constructorMethods() + i) return digestByName(constructors[i].name);
    }
    raise(unsupportedDigest, "Unsupported digestmod {!r}", digest);
    return nullptr;
}

Owned makeHashlibModule() {
    Ref<> module(newModule("_hashlib"));
    unsupportedDigest = newExceptionClass("_hashlib.UnsupportedDigestmodError", {exc::ValueError});
    if (!module || !unsupportedDigest || !addTypeToModule(module, hashType, defineHash) ||
        !addTypeToModule(module, extendableType, defineExtendable) || !addFunctions(module, functions) || !addConstructors(module) ||
        !addHmac(module) || !addKeyFunctions(module) || !addToModule(module, "UnsupportedDigestmodError", newRef(unsupportedDigest)) ||
        !addToModule(module, "openssl_md_meth_names", methodNames()))
        return nullptr;
    return module.release();
}

}
