// SPDX-License-Identifier: GPL-3.0-or-later

// _ssl: no program reaches the network, so there is nothing to be encrypted. Its settings can be made (ssl_context.cpp) and its few facts asked for.

#include <openssl/opensslv.h>

#include <cerrno>
#include <string>

#include "core/host/clock.h"
#include "core/python/modules/arguments.h"
#include "core/python/modules/module_parts.h"
#include "core/python/modules/native_modules.h"
#include "core/python/modules/refused/ssl_parts.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace ssl {

namespace {

struct {
    Type *error, *certVerificationError, *zeroReturnError, *wantWriteError, *wantReadError, *syscallError, *eofError, *context;
} made;
RuntimeCache madeCache([] { made = {}; });

}

const Refusal noNetwork{&made.error, EPERM, "Memtape lets no program use the network"};

namespace {

constexpr NativeKind any = NativeKind::Keywords;

// ---- the two names of ASN.1 that ssl itself asks for

const struct {
    int number;
    const char *shortName, *longName, *identifier;
} purposes[] = {
    {129, "serverAuth", "TLS Web Server Authentication", "1.3.6.1.5.5.7.3.1"},
    {130, "clientAuth", "TLS Web Client Authentication", "1.3.6.1.5.5.7.3.2"},
};

Owned purposeTuple(decltype(*purposes)& row) {
    Held<> number(newInt(row.number)), shortName(newStr(row.shortName)), longName(newStr(row.longName)), identifier(newStr(row.identifier));
    return number && shortName && longName && identifier ? packTuple(number.get(), shortName.get(), longName.get(), identifier.get())
                                                         : Owned(nullptr);
}

Owned objectOfText(Object*, Args args) {
    Object* out[2] = {};
    std::string text;
    bool byName = false;
    if (!parseArgs("txt2obj", args, "txt | name", out) || !textArgument("txt2obj", "argument 'txt'", out[0], &text)) return nullptr;
    if (out[1] && !boolArgument(out[1], &byName)) return nullptr;
    for (const auto& row : purposes)
        if (text == row.identifier || (byName && (text == row.shortName || text == row.longName))) return purposeTuple(row);
    return raise(exc::ValueError, "unknown object '{}'", text);
}

Owned objectOfNumber(Object*, Object* arg) {
    int number;
    if (!intArgument(arg, &number)) return nullptr;
    if (number < 0) return raise(exc::ValueError, "NID must be positive.");
    for (const auto& row : purposes)
        if (number == row.number) return purposeTuple(row);
    return raise(exc::ValueError, "unknown NID {}", number);
}

// ---- random bytes

Owned randomBytes(Object*, Object* arg) {
    int count;
    if (!intArgument(arg, &count)) return nullptr;
    if (count < 0) return raise(exc::ValueError, "num must be positive");
    if (count > 1 << 30) return raiseMemoryError();
    std::string bytes(static_cast<size_t>(count), 0);
    hostRandomBytes(bytes.data(), bytes.size());
    return newBytes(bytes);
}
Owned randomStatus(Object*) { return newBool(true); }

Owned verifyPaths(Object*) {
    Held<> fileName(newStr("SSL_CERT_FILE")), file(newStr("/usr/lib/ssl/cert.pem")), folderName(newStr("SSL_CERT_DIR")),
        folder(newStr("/usr/lib/ssl/certs"));
    return fileName && file && folderName && folder ? packTuple(fileName.get(), file.get(), folderName.get(), folder.get()) : Owned(nullptr);
}

const MethodDef functions[] = {
    {"_test_decode_cert", refuse<noNetwork>, any}, {"RAND_add", refuse<noNetwork>, any}, {"RAND_bytes", randomBytes}, {"RAND_status", randomStatus},
    {"get_default_verify_paths", verifyPaths},     {"txt2obj", objectOfText, any},       {"nid2obj", objectOfNumber}, {},
};

// ---- classes

#define METHOD(name) {#name, refuse<noNetwork>, any},
const MethodDef socketMethods[] = {METHOD(cipher) METHOD(compression) METHOD(do_handshake) METHOD(get_channel_binding) METHOD(get_unverified_chain)
                                       METHOD(get_verified_chain) METHOD(getpeercert) METHOD(pending) METHOD(read) METHOD(selected_alpn_protocol)
                                           METHOD(shared_ciphers) METHOD(shutdown) METHOD(verify_client_post_handshake) METHOD(version)
                                               METHOD(write){}};
const MethodDef bufferMethods[] = {METHOD(read) METHOD(write) METHOD(write_eof){}};
const MethodDef certificateMethods[] = {METHOD(get_info) METHOD(public_bytes){}};
const MethodDef sessionMethods[] = {{}};
#undef METHOD
const RefusedClass socketClass{"_ssl._SSLSocket", nullptr, 0, socketMethods};
const RefusedClass bufferClass{"_ssl.MemoryBIO", nullptr, 0, bufferMethods};
const RefusedClass certificateClass{"_ssl.Certificate", nullptr, DisallowInstantiation, certificateMethods};
const RefusedClass sessionClass{"_ssl.SSLSession", nullptr, DisallowInstantiation, sessionMethods};

bool addClasses(Object* m) {
    return addTypeToModule(m, made.context, defineContextType) && addRefusedClass<socketClass, noNetwork>(m) &&
           addRefusedClass<bufferClass, noNetwork>(m) && addRefusedClass<certificateClass, noNetwork>(m) &&
           addRefusedClass<sessionClass, noNetwork>(m);
}

bool addErrors(Object* m) {
    const struct {
        const char* name;
        Type** kept;
        const char* doc;
    } rows[] = {
        {"ssl.SSLZeroReturnError", &made.zeroReturnError, "SSL/TLS session closed cleanly."},
        {"ssl.SSLWantWriteError", &made.wantWriteError,
         "Non-blocking SSL socket needs to write more data\nbefore the requested operation can be completed."},
        {"ssl.SSLWantReadError", &made.wantReadError,
         "Non-blocking SSL socket needs to read more data\nbefore the requested operation can be completed."},
        {"ssl.SSLSyscallError", &made.syscallError, "System error when attempting SSL operation."},
        {"ssl.SSLEOFError", &made.eofError, "SSL/TLS connection terminated abruptly."},
    };
    if (!addExceptionClass(m, made.error, "ssl.SSLError", {exc::OSError}, "An error occurred in the SSL implementation.")) return false;
    if (!addExceptionClass(m, made.certVerificationError, "ssl.SSLCertVerificationError", {made.error, exc::ValueError},
                           "A certificate could not be verified."))
        return false;
    for (const auto& row : rows)
        if (!addExceptionClass(m, *row.kept, row.name, {made.error}, row.doc)) return false;
    return true;
}

// ---- facts

const IntConstant numbers[] = {
#define NUMBER(name, value) {#name, value},
#include "core/python/modules/refused/ssl_numbers.def"
#undef NUMBER
    {},
};
const struct {
    const char* name;
    bool value;
} features[] = {
    {"HAS_SNI", true},    {"HAS_TLS_UNIQUE", true}, {"HAS_ECDH", true},    {"HAS_NPN", false},    {"HAS_ALPN", true},    {"HAS_SSLv2", false},
    {"HAS_SSLv3", false}, {"HAS_TLSv1", true},      {"HAS_TLSv1_1", true}, {"HAS_TLSv1_2", true}, {"HAS_TLSv1_3", true}, {"HAS_PSK", true},
};

bool addVersion(Object* m) {
    Object* parts[5];
    const int values[5] = {OPENSSL_VERSION_MAJOR, OPENSSL_VERSION_MINOR, 0, OPENSSL_VERSION_PATCH, 0};
    for (int i = 0; i < 5; ++i) parts[i] = newInt(values[i]).pointer; // small ints are there already
    Ref<> version = newTupleOf(parts, 5);
    return version && addToModule(m, "OPENSSL_VERSION_INFO", newRef(version.get())) &&
           addToModule(m, "_OPENSSL_API_VERSION", newRef(version.get())) && addText(m, "OPENSSL_VERSION", OPENSSL_VERSION_TEXT) &&
           addToModule(m, "OPENSSL_VERSION_NUMBER", newInt(OPENSSL_VERSION_NUMBER)) &&
           addText(m, "_DEFAULT_CIPHERS", "@SECLEVEL=2:ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!aNULL:!eNULL:!aDSS:!SHA1:!AESCCM");
}

bool addFeatures(Object* m) {
    for (const auto& row : features)
        if (!addToModule(m, row.name, newBool(row.value))) return false;
    return true;
}

}

}

Owned makeSslModule() {
    using namespace ssl;
    Ref<> m = newModule("_ssl");
    bool ok = m && addFunctions(m, functions) && addErrors(m) && addClasses(m) && addConstants(m, numbers) && addFeatures(m) && addVersion(m);
    return ok ? m.release() : Owned(nullptr);
}

}
