// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/compression/decompressor.h"

#include <cstddef>
#include <cstring>

#include "core/python/modules/arguments.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/text/bytes_object.h"

namespace memtape {

OwnedOf<DecompressorObject> newDecompressor(Type* type, size_t streamBytes) {
    Ref<DecompressorObject> d = Ref<DecompressorObject>::steal(type->alloc(type, 0).pointer);
    if (!d) return nullptr;
    d->library = allocateBlock(streamBytes);
    if (!d->library) return nullptr;
    std::memset(d->library, 0, streamBytes);
    d->needsInput = true;
    d->unusedData = newBytes("").pointer;
    if (!d->unusedData) return nullptr;
    recordCells(d);
    return d.release();
}

void dropDecompressor(DecompressorObject* d) {
    if (d->library) releaseBlock(d->library);
    if (d->pending) releaseBlock(d->pending);
    dropFields(d);
    freeObject(d);
}

// The input that was left, with the new data behind it. False: MemoryError pending.
static bool joinInput(DecompressorObject* d, const uint8_t* data, size_t size) {
    if (!size && d->pending) return true;
    void* joined = d->pending ? reallocateBlock(d->pending, d->pendingSize + size) : allocateBlock(size);
    if (!joined) return false;
    d->pending = static_cast<uint8_t*>(joined);
    std::memcpy(d->pending + d->pendingSize, data, size);
    d->pendingSize += size;
    return true;
}

// Keeps `rest`, which may lie in what is pending.
static bool keepInput(DecompressorObject* d, StreamInput rest) {
    if (!rest.size) {
        if (d->pending) releaseBlock(d->pending);
        d->pending = nullptr;
        d->pendingSize = 0;
        return true;
    }
    if (!d->pending) return joinInput(d, rest.data, rest.size);
    std::memmove(d->pending, rest.data, rest.size);
    d->pendingSize = rest.size;
    return true;
}

Owned decompressPiece(Object* self, Args args, const char* atEnd, StreamStep (*run)(DecompressorObject*, StreamInput*, OutputBytes*)) {
    DecompressorObject* d = asDecompressor(self);
    Object* given[2] = {};
    ssize most = -1;
    HeldBuffer data;
    if (!parseArgs("decompress", args, "data | max_length", given) || !data.want(given[0]) || !sizeArgument(given[1], &most)) return nullptr;
    if (d->eof) return raise(exc::EOFError, atEnd);
    StreamInput input{data.data(), data.size()};
    if (d->pending) {
        if (!joinInput(d, data.data(), data.size())) return nullptr;
        input = {d->pending, d->pendingSize};
    }
    OutputBytes out(most);
    StreamStep step = run(d, &input, &out);
    if (step == StreamStep::Failed) {
        keepInput(d, {nullptr, 0});
        return nullptr;
    }
    if (step == StreamStep::Ended) {
        d->eof = true;
        d->needsInput = false;
        if (input.size) {
            Owned rest = newBytes(input.data, input.size);
            if (!rest) return nullptr;
            setField(d, d->unusedData, rest);
        }
        input.size = 0;
    } else {
        d->needsInput = step == StreamStep::Fed;
    }
    return keepInput(d, input) ? out.finish() : nullptr;
}

#define MEMTAPE_DECOMPRESSOR_MEMBERS \
    {"eof", MemberKind::Bool, offsetof(DecompressorObject, eof)}, {"needs_input", MemberKind::Bool, offsetof(DecompressorObject, needsInput)}, { \
        "unused_data", MemberKind::Object, offsetof(DecompressorObject, unusedData) \
    }
const MemberDef decompressorMembers[] = {MEMTAPE_DECOMPRESSOR_MEMBERS, {}};
const MemberDef decompressorMembersWithCheck[] = {
    {"check", MemberKind::Int32, offsetof(DecompressorObject, check)}, MEMTAPE_DECOMPRESSOR_MEMBERS, {}};
#undef MEMTAPE_DECOMPRESSOR_MEMBERS
const Field decompressorFields[] = {
    {"unused_data", offsetof(DecompressorObject, unusedData)}, {"zdict", offsetof(DecompressorObject, dictionary)}, {}};

}
