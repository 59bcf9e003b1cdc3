// SPDX-License-Identifier: GPL-3.0-or-later
// zlib.compressobj() and decompressobj(): streams that are fed piece by piece, and can be copied in between.
#include <cstddef>
#include <cstring>

#include "core/python/modules/arguments.h"
#include "core/python/modules/compression/zlib_parts.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/text/bytes_object.h"

namespace memtape {

namespace {

struct StreamObject : Object {
    z_stream* stream;                                 // a block of the region; null: finished
    Object *unusedData, *unconsumedTail, *dictionary; // of decompressobj() only
    bool eof;
};

Type *compressType, *decompressType;

StreamObject* asStream(Object* o) { return static_cast<StreamObject*>(o); }
Object* shown(Object* dictionary) { return dictionary && !isNone(dictionary) ? dictionary : nullptr; }

OwnedOf<StreamObject> newStream(Type* type) {
    Ref<StreamObject> made = Ref<StreamObject>::steal(type->alloc(type, 0).pointer);
    if (!made) return nullptr;
    made->stream = static_cast<z_stream*>(allocateBlock(sizeof(z_stream)));
    if (!made->stream) return nullptr;
    *made->stream = z_stream{};
    prepareStream(made->stream);
    if (type == decompressType) {
        made->unusedData = newBytes("").pointer;
        made->unconsumedTail = newBytes("").pointer;
        if (!made->unusedData || !made->unconsumedTail) return nullptr;
    }
    recordCells(made);
    return made.release();
}

void forget(StreamObject* s) {
    if (!s->stream) return;
    if (s->stream->state) {
        if (s->type == compressType) deflateEnd(s->stream);
        else inflateEnd(s->stream);
    }
    releaseBlock(s->stream);
    s->stream = nullptr;
}

void streamDealloc(Object* o) {
    forget(asStream(o));
    dropFields(o);
    freeObject(o);
}

Failure raiseFinished(const char* what) { return raiseZlibError(z_stream{}, Z_STREAM_ERROR, what); }

// ---- compressing ----------------------------------------------------------------------------------------------------

Owned compressMethod(Object* self, Object* data) {
    StreamObject* s = asStream(self);
    HeldBuffer buffer;
    if (!buffer.want(data)) return nullptr;
    if (!s->stream) return raiseFinished("while compressing data");
    OutputBytes out;
    ZlibInput input{buffer.data(), buffer.size()};
    int status = runDeflate(s->stream, &input, &out, Z_NO_FLUSH);
    if (status == zlibFailed) return nullptr;
    return status == Z_STREAM_ERROR ? Owned(raiseZlibError(*s->stream, status, "while compressing data")) : out.finish();
}

Owned flushCompressed(Object* self, Args args) {
    StreamObject* s = asStream(self);
    Object* given = nullptr;
    int mode = Z_FINISH;
    if (!parseArgs("flush", args, "| mode /", &given) || !intArgument(given, &mode)) return nullptr;
    if (mode == Z_NO_FLUSH) return newBytes("");
    if (!s->stream) return raiseFinished("while flushing");
    OutputBytes out;
    ZlibInput input{nullptr, 0};
    int status = runDeflate(s->stream, &input, &out, mode);
    if (status == zlibFailed) return nullptr;
    if (status == Z_STREAM_END && mode == Z_FINISH) forget(s);
    else if (status != Z_OK && status != Z_BUF_ERROR) return raiseZlibError(*s->stream, status, "while flushing");
    return out.finish();
}

// ---- decompressing --------------------------------------------------------------------------------------------------

bool appendUnused(StreamObject* s, const ZlibInput& rest) {
    size_t before = static_cast<size_t>(bytesLength(s->unusedData));
    BytesObject* joined = allocateBytes(static_cast<ssize>(before + rest.size));
    if (!joined) return false;
    std::memcpy(joined->data, bytesData(s->unusedData), before);
    std::memcpy(joined->data + before, rest.data, rest.size);
    recordPayload(joined);
    setField(s, s->unusedData, Owned(joined));
    return true;
}

// What the stream has not taken: behind its end, or more than there was room for. A tail that is there is replaced at the end too, as CPython has it,
// so that flush() then appends the same once more.
bool keepRest(StreamObject* s, int status, ZlibInput rest) {
    bool ended = status == Z_STREAM_END;
    if (ended) {
        s->eof = true;
        if (rest.size && !appendUnused(s, rest)) return false;
    }
    if ((ended || !rest.size) && !bytesLength(s->unconsumedTail)) return true;
    Owned tail = newBytes(rest.data, rest.size);
    if (!tail) return false;
    setField(s, s->unconsumedTail, tail);
    return true;
}

Owned decompressMethod(Object* self, Args args) {
    StreamObject* s = asStream(self);
    Object* given[2] = {};
    ssize most = 0;
    HeldBuffer buffer;
    if (!parseArgs("decompress", args, "data / | max_length", given) || !buffer.want(given[0]) || !sizeArgument(given[1], &most)) return nullptr;
    if (most < 0) return raise(exc::ValueError, "max_length must be non-negative");
    OutputBytes out(most == 0 ? -1 : most);
    ZlibInput input{buffer.data(), buffer.size()};
    int status = s->stream ? runInflate(s->stream, &input, &out, Z_SYNC_FLUSH, shown(s->dictionary)) : Z_STREAM_ERROR;
    if (status == zlibFailed || !keepRest(s, status, input)) return nullptr;
    if (status != Z_OK && status != Z_BUF_ERROR && status != Z_STREAM_END)
        return s->stream ? raiseZlibError(*s->stream, status, "while decompressing data") : raiseFinished("while decompressing data");
    return out.finish();
}

Owned flushDecompressed(Object* self, Args args) {
    StreamObject* s = asStream(self);
    Object* given = nullptr;
    ssize length = 16384;
    if (!parseArgs("flush", args, "| length /", &given) || !sizeArgument(given, &length)) return nullptr;
    if (length <= 0) return raise(exc::ValueError, "length must be greater than zero");
    if (!s->stream) return newBytes("");
    Held<> tail(newRef(s->unconsumedTail));
    ZlibInput input{bytesData(tail), static_cast<size_t>(bytesLength(tail))};
    OutputBytes out(-1, static_cast<size_t>(length < (1 << 20) ? length : 1 << 20));
    int status = runInflate(s->stream, &input, &out, Z_FINISH, shown(s->dictionary));
    if (status == zlibFailed || !keepRest(s, status, input)) return nullptr;
    if (status == Z_STREAM_END) forget(s);
    return out.finish();
}

// ---- copies, and making them ------------------------------------------------------------------------------------------

Owned copyStream(Object* self) {
    StreamObject* s = asStream(self);
    if (!s->stream) return raise(exc::ValueError, "Inconsistent stream state");
    Ref<StreamObject> copy = newStream(self->type);
    if (!copy) return nullptr;
    bool compressing = self->type == compressType;
    int status = compressing ? deflateCopy(copy->stream, s->stream) : inflateCopy(copy->stream, s->stream);
    if (status != Z_OK) {
        copy->stream->state = nullptr;
        if (status == Z_STREAM_ERROR) return raise(exc::ValueError, "Inconsistent stream state");
        if (status == Z_MEM_ERROR)
            return raise(exc::MemoryError, "Can't allocate memory for {} object", compressing ? "compression" : "decompression");
        return raiseZlibError(*s->stream, status, compressing ? "while copying compression object" : "while copying decompression object");
    }
    if (compressing) return Owned(copy.release());
    copy->eof = s->eof;
    setField(copy, copy->unusedData, newRef(s->unusedData));
    setField(copy, copy->unconsumedTail, newRef(s->unconsumedTail));
    if (s->dictionary) setField(copy, copy->dictionary, newRef(s->dictionary));
    return Owned(copy.release());
}
Owned deepCopyStream(Object* self, Object*) { return copyStream(self); }

const MethodDef compressMethods[] = {
    {"compress", compressMethod},
    {"flush", flushCompressed, NativeKind::Keywords},
    {"copy", copyStream},
    {"__copy__", copyStream},
    {"__deepcopy__", deepCopyStream},
    {},
};
const MethodDef decompressMethods[] = {
    {"decompress", decompressMethod, NativeKind::Keywords},
    {"flush", flushDecompressed, NativeKind::Keywords},
    {"copy", copyStream},
    {"__copy__", copyStream},
    {"__deepcopy__", deepCopyStream},
    {},
};
const Field streamFields[] = {
    {"unused_data", offsetof(StreamObject, unusedData)},
    {"unconsumed_tail", offsetof(StreamObject, unconsumedTail)},
    {"zdict", offsetof(StreamObject, dictionary)},
    {},
};
const MemberDef decompressMembers[] = {
    {"unused_data", MemberKind::Object, offsetof(StreamObject, unusedData)},
    {"unconsumed_tail", MemberKind::Object, offsetof(StreamObject, unconsumedTail)},
    {"eof", MemberKind::Bool, offsetof(StreamObject, eof)},
    {},
};

void describe(Type* t, const char* name, const MethodDef* methods, const MemberDef* members) {
    t->name = name;
    t->basicSize = 168; // CPython's, which has the library's stream in the object
    t->flags = DisallowInstantiation;
    t->dealloc = streamDealloc;
    t->fields = streamFields;
    t->methods = methods;
    t->members = members;
}

}

Owned zlibCompressObject(Object*, Args args) {
    Object* given[6] = {};
    int level = Z_DEFAULT_COMPRESSION, method = Z_DEFLATED, windowBits = MAX_WBITS, memoryLevel = 8, strategy = Z_DEFAULT_STRATEGY;
    if (!parseArgs("compressobj", args, "| level method wbits memLevel strategy zdict", given) || !intArgument(given[0], &level) ||
        !intArgument(given[1], &method) || !intArgument(given[2], &windowBits) || !intArgument(given[3], &memoryLevel) ||
        !intArgument(given[4], &strategy))
        return nullptr;
    HeldBuffer dictionary;
    if (given[5] && !isNone(given[5]) && !dictionary.want(given[5])) return nullptr;
    if (dictionary.size() > UINT32_MAX) return raise(exc::OverflowError, "zdict length does not fit in an unsigned int");
    Ref<StreamObject> s = newStream(compressType);
    if (!s) return nullptr;
    int status = deflateInit2(s->stream, level, method, windowBits, memoryLevel, strategy);
    if (status == Z_MEM_ERROR) return raise(exc::MemoryError, "Can't allocate memory for compression object");
    if (status == Z_STREAM_ERROR) return raise(exc::ValueError, "Invalid initialization option");
    if (status != Z_OK) return raiseZlibError(*s->stream, status, "while creating compression object");
    if (given[5] && !isNone(given[5])) {
        status = deflateSetDictionary(s->stream, dictionary.data(), static_cast<unsigned>(dictionary.size()));
        if (status == Z_STREAM_ERROR) return raise(exc::ValueError, "Invalid dictionary");
        if (status != Z_OK) return raise(exc::ValueError, "deflateSetDictionary()");
    }
    return Owned(s.release());
}

Owned zlibDecompressObject(Object*, Args args) {
    Object* given[2] = {};
    int windowBits = MAX_WBITS;
    if (!parseArgs("decompressobj", args, "| wbits zdict", given) || !intArgument(given[0], &windowBits)) return nullptr;
    const uint8_t* data;
    size_t size;
    if (given[1] && !bufferOf(given[1], &data, &size)) return raise(exc::TypeError, "zdict argument must support the buffer protocol");
    Ref<StreamObject> s = newStream(decompressType);
    if (!s) return nullptr;
    if (given[1]) setField(s, s->dictionary, newRef(given[1]));
    int status = inflateInit2(s->stream, windowBits);
    if (status == Z_STREAM_ERROR) return raise(exc::ValueError, "Invalid initialization option");
    if (status == Z_MEM_ERROR) return raise(exc::MemoryError, "Can't allocate memory for decompression object");
    if (status != Z_OK) return raiseZlibError(*s->stream, status, "while creating decompression object");
    // A raw stream does not ask for its dictionary.
    if (given[1] && windowBits < 0 && !setInflateDictionary(s->stream, given[1])) return nullptr;
    return Owned(s.release());
}

bool addZlibTypes(Object*) {
    compressType = makeModuleType([](Type* t) { describe(t, "zlib.Compress", compressMethods, nullptr); });
    decompressType = makeModuleType([](Type* t) { describe(t, "zlib.Decompress", decompressMethods, decompressMembers); });
    return compressType && decompressType;
}

}
