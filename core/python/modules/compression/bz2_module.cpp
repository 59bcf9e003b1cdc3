// SPDX-License-Identifier: GPL-3.0-or-later
// _bz2: BZ2Compressor and BZ2Decompressor.
#include <bzlib.h>

#include <algorithm>
#include <climits>

#include "core/python/modules/arguments.h"
#include "core/python/modules/compression/decompressor.h"
#include "core/python/modules/compression/library_memory.h"
#include "core/python/modules/native_modules.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/text/bytes_object.h"

namespace memtape {

namespace {

Type *compressorType, *decompressorType;

void prepare(bz_stream* stream) {
    stream->bzalloc = [](void* opaque, int items, int bytes) { return libraryAllocate(opaque, items, bytes); };
    stream->bzfree = libraryFree;
}

Failure raiseStatus(int status) {
    switch (status) {
    case BZ_PARAM_ERROR: return raise(exc::ValueError, "Internal error - invalid parameters passed to libbzip2");
    case BZ_MEM_ERROR: return raiseMemoryError();
    case BZ_DATA_ERROR:
    case BZ_DATA_ERROR_MAGIC: return raise(exc::OSError, "Invalid data stream");
    case BZ_IO_ERROR: return raise(exc::OSError, "Unknown I/O error");
    case BZ_UNEXPECTED_EOF: return raise(exc::EOFError, "Compressed file ended before the logical end-of-stream was detected");
    case BZ_SEQUENCE_ERROR: return raise(exc::RuntimeError, "Internal error - Invalid sequence of commands sent to libbzip2");
    default: return raise(exc::OSError, "Unrecognized error from libbzip2: {}", status);
    }
}

// One call of the library, which counts in 32 bits, with what room there is.
template <class Run> int runOnce(bz_stream* stream, StreamInput* input, OutputBytes* out, Run run) {
    unsigned given = static_cast<unsigned>(std::min<size_t>(input->size, UINT_MAX)),
             room = static_cast<unsigned>(std::min<size_t>(out->room(), UINT_MAX));
    stream->next_in = const_cast<char*>(reinterpret_cast<const char*>(input->data));
    stream->avail_in = given;
    stream->next_out = reinterpret_cast<char*>(out->at());
    stream->avail_out = room;
    int status = run();
    input->data += given - stream->avail_in;
    input->size -= given - stream->avail_in;
    out->take(room - stream->avail_out);
    return status;
}

// ---- compressing ----------------------------------------------------------------------------------------------------

struct CompressorObject : Object {
    bz_stream* stream; // a block of the region
    bool flushed;
};
CompressorObject* asCompressor(Object* o) { return static_cast<CompressorObject*>(o); }

Owned compressPiece(CompressorObject* c, StreamInput input, int action) {
    OutputBytes out;
    for (;;) {
        if (!out.makeRoom() || !mayGoOn()) return nullptr;
        if (action == BZ_RUN && !input.size) break;
        int status = runOnce(c->stream, &input, &out, [&] { return BZ2_bzCompress(c->stream, action); });
        if (status < 0) return raiseStatus(status);
        if (status == BZ_STREAM_END) break;
    }
    return out.finish();
}

Owned compressMethod(Object* self, Object* data) {
    HeldBuffer buffer;
    if (!buffer.want(data)) return nullptr;
    if (asCompressor(self)->flushed) return raise(exc::ValueError, "Compressor has been flushed");
    return compressPiece(asCompressor(self), {buffer.data(), buffer.size()}, BZ_RUN);
}

Owned flushMethod(Object* self) {
    if (asCompressor(self)->flushed) return raise(exc::ValueError, "Repeated call to flush()");
    asCompressor(self)->flushed = true;
    return compressPiece(asCompressor(self), {nullptr, 0}, BZ_FINISH);
}

Owned compressorNew(Type* type, Args args) {
    int level = 9;
    if (!checkNoKeywords("BZ2Compressor", args) || !checkArgCount("BZ2Compressor", args.count, 0, 1) ||
        !intArgument(args.count ? args[0] : nullptr, &level))
        return nullptr;
    if (level < 1 || level > 9) return raise(exc::ValueError, "compresslevel must be between 1 and 9");
    Ref<CompressorObject> c = Ref<CompressorObject>::steal(type->alloc(type, 0).pointer);
    if (!c) return nullptr;
    c->stream = static_cast<bz_stream*>(allocateBlock(sizeof(bz_stream)));
    if (!c->stream) return nullptr;
    *c->stream = bz_stream{};
    prepare(c->stream);
    int status = BZ2_bzCompressInit(c->stream, level, 0, 0);
    return status == BZ_OK ? Owned(c.release()) : raiseStatus(status);
}

void compressorDealloc(Object* o) {
    if (bz_stream* stream = asCompressor(o)->stream) {
        BZ2_bzCompressEnd(stream);
        releaseBlock(stream);
    }
    freeObject(o);
}

// ---- decompressing --------------------------------------------------------------------------------------------------

bz_stream* streamOf(DecompressorObject* d) { return static_cast<bz_stream*>(d->library); }

StreamStep decompressRun(DecompressorObject* d, StreamInput* input, OutputBytes* out) {
    for (;;) {
        if (!out->makeRoom()) {
            if (!out->full()) return StreamStep::Failed;
            return input->size ? StreamStep::Full : StreamStep::Fed;
        }
        if (!mayGoOn()) return StreamStep::Failed;
        int status = runOnce(streamOf(d), input, out, [&] { return BZ2_bzDecompress(streamOf(d)); });
        if (status == BZ_STREAM_END) return StreamStep::Ended;
        if (status < 0) {
            raiseStatus(status);
            return StreamStep::Failed;
        }
        if (!input->size && (streamOf(d)->avail_out || out->full())) return StreamStep::Fed;
    }
}

Owned decompressMethod(Object* self, Args args) { return decompressPiece(self, args, "End of stream already reached", decompressRun); }

Owned decompressorNew(Type* type, Args args) {
    if (args.count) return raise(exc::TypeError, "BZ2Decompressor() takes no positional arguments");
    if (!checkNoKeywords("BZ2Decompressor", args)) return nullptr;
    Ref<DecompressorObject> d = newDecompressor(type, sizeof(bz_stream));
    if (!d) return nullptr;
    prepare(streamOf(d));
    int status = BZ2_bzDecompressInit(streamOf(d), 0, 0);
    return status == BZ_OK ? Owned(d.release()) : raiseStatus(status);
}

void decompressorDealloc(Object* o) {
    if (bz_stream* stream = streamOf(asDecompressor(o))) BZ2_bzDecompressEnd(stream);
    dropDecompressor(asDecompressor(o));
}

const MethodDef compressorMethods[] = {{"compress", compressMethod}, {"flush", flushMethod}, {}};
const MethodDef decompressorMethods[] = {{"decompress", decompressMethod, NativeKind::Keywords}, {}};

void defineCompressor(Type* t) {
    t->name = "_bz2.BZ2Compressor";
    t->doc = "BZ2Compressor(compresslevel=9, /)\n--\n\nTakes data piece by piece and gives it compressed; the level is 1 to 9.";
    t->basicSize = 112;
    t->dealloc = compressorDealloc;
    t->create = compressorNew;
    t->methods = compressorMethods;
}

void defineDecompressor(Type* t) {
    t->name = "_bz2.BZ2Decompressor";
    t->doc = "BZ2Decompressor()\n--\n\nTakes compressed data piece by piece and gives what it was.";
    t->basicSize = 152;
    t->dealloc = decompressorDealloc;
    t->create = decompressorNew;
    t->fields = decompressorFields;
    t->methods = decompressorMethods;
    t->members = decompressorMembers;
}

}

Owned makeBz2Module() {
    Ref<> module(newModule("_bz2"));
    if (!module || !addTypeToModule(module, compressorType, defineCompressor) || !addTypeToModule(module, decompressorType, defineDecompressor))
        return nullptr;
    return module.release();
}

}
