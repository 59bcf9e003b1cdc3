// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/refused/ssl_parts.h"

#include <cstdint>
#include <string>

#include "core/python/modules/arguments.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"

// _ssl._SSLContext: how a connection would be made. Programs and the library's own modules (urllib's, before they try to connect) make and change these, so they can be made and
// keep what is set; no connection comes of one.

namespace memtape::ssl {

namespace {

enum Setting {
    CheckHostname,
    HostFlags,
    MinimumVersion,
    MaximumVersion,
    Options,
    PostHandshakeAuth,
    Protocol,
    VerifyFlags,
    VerifyMode,
    SecurityLevel,
    NumTickets,
    SettingCount
};

struct ContextObject : Object {
    int64_t settings[SettingCount];
};
int64_t& setting(Object* o, Setting which) { return static_cast<ContextObject*>(o)->settings[which]; }

enum : int64_t {
    CertNone = 0,
    CertRequired = 2,
    ProtocolTls = 2,
    ProtocolClient = 16,
    ProtocolServer = 17,
    TlsV1_2 = 0x303,
    AnyOld = -2,
    AnyNew = -1
};

bool isProtocol(int64_t number) { return (number >= ProtocolTls && number <= 5) || number == ProtocolClient || number == ProtocolServer; }

Owned create(Type* type, Args args) {
    int protocol;
    if (!checkNoKeywords("_SSLContext", args) || !checkArgCount("_SSLContext", args.count, 1, 1) || !intArgument(args[0], &protocol)) return nullptr;
    if (!isProtocol(protocol)) return raise(exc::ValueError, "invalid or unsupported protocol version {}", protocol);
    Owned made = type->alloc(type, 0);
    if (!made) return nullptr;
    bool client = protocol == ProtocolClient, named = protocol >= 3 && protocol <= 5;
    auto& s = static_cast<ContextObject*>(made.pointer)->settings;
    s[CheckHostname] = client;
    s[HostFlags] = 4;
    s[MinimumVersion] = named ? AnyOld : TlsV1_2;
    s[MaximumVersion] = AnyNew;
    s[Options] =
        2186412112; // OP_ALL, OP_NO_SSLv3, OP_CIPHER_SERVER_PREFERENCE, OP_NO_COMPRESSION, OP_ENABLE_MIDDLEBOX_COMPAT, OP_IGNORE_UNEXPECTED_EOF
    s[Protocol] = protocol;
    s[VerifyFlags] = 32768; // VERIFY_X509_TRUSTED_FIRST
    s[VerifyMode] = client ? CertRequired : CertNone;
    s[SecurityLevel] = s[NumTickets] = 2;
    return made;
}

// ---- settings

template <Setting which> Owned getNumber(Object* o) { return newInt(setting(o, which)); }
template <Setting which> Owned getFlag(Object* o) { return newBool(setting(o, which) != 0); }

// CPython words a deletion so, for all that can be set.
bool given(Object* value) { return value || raise(exc::TypeError, "function takes at least one argument"); }

bool setCheckHostname(Object* o, Object* value) {
    bool wanted = false;
    if (!given(value) || !boolArgument(value, &wanted)) return false;
    setting(o, CheckHostname) = wanted;
    if (wanted && setting(o, VerifyMode) == CertNone) setting(o, VerifyMode) = CertRequired;
    return true;
}
bool setVerifyMode(Object* o, Object* value) {
    int mode;
    if (!given(value) || !intArgument(value, &mode)) return false;
    if (mode < CertNone || mode > CertRequired) return raise(exc::ValueError, "invalid value for verify_mode");
    if (mode == CertNone && setting(o, CheckHostname))
        return raise(exc::ValueError, "Cannot set verify_mode to CERT_NONE when check_hostname is enabled.");
    setting(o, VerifyMode) = mode;
    return true;
}
template <Setting which> bool setMask(Object* o, Object* value) {
    if (!given(value)) return false;
    if (!isInt(value)) return raise(exc::TypeError, "argument must be int, not {}", value->type->name);
    int overflow = 0;
    int64_t mask = intValue(value, &overflow);
    if (overflow > 0) return raise(exc::OverflowError, "int too big to convert");
    if (overflow < 0 || mask < 0) return raise(exc::OverflowError, "can't convert negative int to unsigned");
    setting(o, which) = mask;
    return true;
}
template <Setting which> bool setVersion(Object* o, Object* value) {
    int version;
    if (!given(value) || !intArgument(value, &version)) return false;
    bool known = version == AnyOld || version == AnyNew || (version >= 0x301 && version <= 0x304);
    if (!known) {
        static const char digits[] = "0123456789abcdef";
        std::string hex;
        for (auto rest = static_cast<uint32_t>(version); rest || hex.empty(); rest >>= 4) hex.insert(hex.begin(), digits[rest & 15]);
        return raise(exc::ValueError, "Unsupported TLS/SSL version 0x{}", hex);
    }
    setting(o, which) = version;
    return true;
}
bool setHostFlags(Object* o, Object* value) {
    unsigned long flags = 0;
    if (!given(value) || !unsignedArgument(value, &flags)) return false;
    setting(o, HostFlags) = static_cast<uint32_t>(flags);
    return true;
}
bool setPostHandshakeAuth(Object* o, Object* value) {
    bool wanted = false;
    if (!given(value) || !boolArgument(value, &wanted)) return false;
    setting(o, PostHandshakeAuth) = wanted;
    return true;
}
bool setNumTickets(Object* o, Object* value) {
    int count;
    if (!given(value) || !intArgument(value, &count)) return false;
    if (count < 0) return raise(exc::ValueError, "value must be non-negative");
    if (setting(o, Protocol) != ProtocolServer) return raise(exc::ValueError, "SSLContext is not a server context.");
    setting(o, NumTickets) = count;
    return true;
}

// Functions that a connection would call, and the file for its keys: there are none.
Owned getNothing(Object*) { return newNone(); }
bool setNothing(Object*, Object* value) { return value && isNone(value) ? true : static_cast<bool>(raiseRefused(noNetwork)); }

const GetSetDef getsets[] = {
    {"check_hostname", getFlag<CheckHostname>, setCheckHostname},
    {"_host_flags", getNumber<HostFlags>, setHostFlags},
    {"minimum_version", getNumber<MinimumVersion>, setVersion<MinimumVersion>},
    {"maximum_version", getNumber<MaximumVersion>, setVersion<MaximumVersion>},
    {"options", getNumber<Options>, setMask<Options>},
    {"post_handshake_auth", getFlag<PostHandshakeAuth>, setPostHandshakeAuth},
    {"protocol", getNumber<Protocol>},
    {"verify_flags", getNumber<VerifyFlags>, setMask<VerifyFlags>},
    {"verify_mode", getNumber<VerifyMode>, setVerifyMode},
    {"security_level", getNumber<SecurityLevel>},
    {"num_tickets", getNumber<NumTickets>, setNumTickets},
    {"keylog_filename", getNothing, setNothing},
    {"_msg_callback", getNothing, setNothing},
    {"sni_callback", getNothing, setNothing},
    {},
};

// ---- what is set by methods, of which nothing is seen before a connection is made

Owned accept(Object*, Args) { return newNone(); }
Owned noCertificates(Object*, Args) { return newList(0); }

constexpr NativeKind any = NativeKind::Keywords;
const MethodDef methods[] = {
    {"set_default_verify_paths", accept, 0, 0},
    {"set_ciphers", accept, 1, 1},
    {"_set_alpn_protocols", accept, 1, 1},
    {"get_ca_certs", noCertificates, any},
    {"_wrap_socket", refuse<noNetwork>, any},
    {"_wrap_bio", refuse<noNetwork>, any},
    {"cert_store_stats", refuse<noNetwork>, any},
    {"get_ciphers", refuse<noNetwork>, any},
    {"load_cert_chain", refuse<noNetwork>, any},
    {"load_dh_params", refuse<noNetwork>, any},
    {"load_verify_locations", refuse<noNetwork>, any},
    {"session_stats", refuse<noNetwork>, any},
    {"set_ecdh_curve", refuse<noNetwork>, any},
    {"set_psk_client_callback", refuse<noNetwork>, any},
    {"set_psk_server_callback", refuse<noNetwork>, any},
    {},
};

}

void defineContextType(Type* type) {
    type->name = "_ssl._SSLContext";
    type->basicSize = sizeof(ContextObject);
    type->flags = BaseType;
    type->create = create;
    type->methods = methods;
    type->getsets = getsets;
}

}
