// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/hashes/digest.h"

#include <openssl/err.h>
#include <openssl/objects.h>

#include <algorithm>
#include <vector>

#include "core/python/heap/heap.h"
#include "core/python/objects/classes/program_buffers.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

DigestState* DigestState::s_first = nullptr;
static RuntimeCache statesCache(DigestState::dropAll);

Type* unsupportedDigest = nullptr;
static RuntimeCache unsupportedCache([] { unsupportedDigest = nullptr; });

DigestState::DigestState() : m_context(EVP_MD_CTX_new()), m_previous(nullptr), m_next(s_first) {
    if (s_first) s_first->m_previous = this;
    s_first = this;
}

DigestState::~DigestState() {
    EVP_MD_CTX_free(m_context);
    if (m_previous) m_previous->m_next = m_next;
    else s_first = m_next;
    if (m_next) m_next->m_previous = m_previous;
}

void DigestState::dropAll() {
    while (s_first) delete s_first;
}

bool DigestState::update(const uint8_t* data, size_t size) {
    constexpr size_t piece = size_t{16} << 20;
    for (size_t at = 0; at < size; at += piece) {
        if (!mayGoOn()) return false;
        if (EVP_DigestUpdate(m_context, data + at, std::min(piece, size - at)) != 1) return raiseOpenSsl(exc::ValueError);
    }
    return true;
}

bool wantHashable(Object* o, HeldBuffer* out) {
    if (isStr(o)) return raise(exc::TypeError, "Strings must be encoded before hashing");
    const uint8_t* data;
    size_t size;
    if (!hasProgramBuffer(o) && !bufferOf(o, &data, &size)) return raise(exc::TypeError, "object supporting the buffer API required");
    return out->want(o);
}

Failure raiseOpenSsl(Type* type, const char* orElse) {
    unsigned long code = ERR_peek_last_error();
    ERR_clear_error();
    if (!code) return raise(type, orElse);
    if (ERR_GET_REASON(code) == ERR_R_MALLOC_FAILURE) return raiseMemoryError();
    if (unsupportedDigest && (ERR_GET_REASON(code) == ERR_R_UNSUPPORTED || ERR_GET_REASON(code) == EVP_R_UNSUPPORTED_ALGORITHM))
        type = unsupportedDigest;
    const char *library = ERR_lib_error_string(code), *reason = ERR_reason_error_string(code);
    if (library && reason) return raise(type, "[{}] {}", library, reason);
    return raise(type, library ? library : orElse);
}

namespace {

// Where CPython's name of a digest is not OpenSSL's.
struct DigestNames {
    const char *ours, *theirs;
    int number;
};
const DigestNames differentNames[] = {
    {"sha512_224", "sha512-224", NID_sha512_224}, {"sha512_256", "sha512-256", NID_sha512_256}, {"sha3_224", "sha3-224", NID_sha3_224},
    {"sha3_256", "sha3-256", NID_sha3_256},       {"sha3_384", "sha3-384", NID_sha3_384},       {"sha3_512", "sha3-512", NID_sha3_512},
    {"shake_128", "shake128", NID_shake128},      {"shake_256", "shake256", NID_shake256},      {"blake2s", "blake2s256", NID_blake2s256},
    {"blake2b", "blake2b512", NID_blake2b512},
};

}

std::string digestName(const EVP_MD* method) {
    int number = EVP_MD_get_type(method);
    for (const DigestNames& n : differentNames)
        if (n.number == number) return n.ours;
    std::string name = number == NID_undef ? EVP_MD_get0_name(method) : OBJ_nid2ln(number);
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : static_cast<char>(c); });
    return name;
}

EVP_MD* digestByName(const char* name) {
    for (const DigestNames& n : differentNames)
        if (std::string_view(name) == n.ours) name = n.theirs;
    EVP_MD* method = EVP_MD_fetch(nullptr, name, nullptr);
    if (!method) raiseOpenSsl(unsupportedDigest ? unsupportedDigest : exc::ValueError);
    return method;
}

// ---- objects ----------------------------------------------------------------------------------------------------------

static Owned newState(Type* type) {
    Ref<DigestObject> made = Ref<DigestObject>::steal(type->alloc(type, 0).pointer);
    if (!made) return nullptr;
    made->state = new DigestState;
    if (!made->state->context()) return raiseMemoryError();
    recordCells(made);
    return Owned(made.release());
}

Owned newDigest(Type* type, const EVP_MD* method, Object* data) {
    HeldBuffer buffer;
    if (data && !wantHashable(data, &buffer)) return nullptr;
    Ref<> made = newState(type);
    if (!made) return nullptr;
    DigestState* state = asDigest(made)->state;
    if (!state->start(method)) return raiseOpenSsl(exc::ValueError);
    return state->update(buffer.data(), buffer.size()) ? made.release() : nullptr;
}

void digestDealloc(Object* o) {
    delete asDigest(o)->state;
    freeObject(o);
}

Owned digestCopy(Object* self) {
    Ref<> made = newState(self->type);
    if (!made) return nullptr;
    if (!asDigest(self)->state->copyTo(*asDigest(made)->state)) return raiseOpenSsl(exc::ValueError);
    return made.release();
}

Owned digestUpdate(Object* self, Object* data) {
    HeldBuffer buffer;
    return wantHashable(data, &buffer) && asDigest(self)->state->update(buffer.data(), buffer.size()) ? newNone() : nullptr;
}

bool currentDigest(const DigestState& state, uint8_t* out, unsigned* size) {
    DigestState ended;
    if (!state.copyTo(ended) || EVP_DigestFinal_ex(ended.context(), out, size) != 1) return raiseOpenSsl(exc::ValueError);
    return true;
}

Owned hexText(const uint8_t* data, size_t size) {
    std::string text(size * 2, '0');
    for (size_t i = 0; i < size; ++i) {
        text[i * 2] = "0123456789abcdef"[data[i] >> 4];
        text[i * 2 + 1] = "0123456789abcdef"[data[i] & 15];
    }
    return newStr(text);
}

Owned digestOf(Object* self) {
    uint8_t bytes[EVP_MAX_MD_SIZE];
    unsigned size;
    return currentDigest(*asDigest(self)->state, bytes, &size) ? newBytes(bytes, size) : nullptr;
}
Owned digestHexOf(Object* self) {
    uint8_t bytes[EVP_MAX_MD_SIZE];
    unsigned size;
    return currentDigest(*asDigest(self)->state, bytes, &size) ? hexText(bytes, size) : nullptr;
}

Owned extendedDigest(Object* self, ssize length, bool hex) {
    if (length == 0) return hex ? newStr("") : newBytes("");
    if (static_cast<uint64_t>(length) > heap.limit() / 2) return raiseMemoryError();
    std::vector<uint8_t> bytes(static_cast<size_t>(length));
    DigestState ended;
    if (!asDigest(self)->state->copyTo(ended) || EVP_DigestFinalXOF(ended.context(), bytes.data(), bytes.size()) != 1)
        return raiseOpenSsl(exc::ValueError);
    return hex ? hexText(bytes.data(), bytes.size()) : newBytes(bytes.data(), bytes.size());
}

}
