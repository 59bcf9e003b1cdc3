// SPDX-License-Identifier: GPL-3.0-or-later
// zlib._ZlibDecompressor, which gzip reads with.
#include "core/python/modules/arguments.h"
#include "core/python/modules/compression/decompressor.h"
#include "core/python/modules/compression/zlib_parts.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/text/bytes_object.h"

namespace memtape {

namespace {

Type* decompressorType;

z_stream* streamOf(DecompressorObject* d) { return static_cast<z_stream*>(d->library); }

StreamStep runPiece(DecompressorObject* d, StreamInput* given, OutputBytes* out) {
    ZlibInput input{given->data, given->size};
    int status = runInflate(streamOf(d), &input, out, Z_SYNC_FLUSH, d->dictionary);
    *given = {input.data, input.size};
    if (status == zlibFailed) return StreamStep::Failed;
    if (status == Z_STREAM_END) return StreamStep::Ended;
    if (status != Z_OK && status != Z_BUF_ERROR) {
        raiseZlibError(*streamOf(d), status, "while decompressing data");
        return StreamStep::Failed;
    }
    return input.size ? StreamStep::Full : StreamStep::Fed;
}

Owned decompressMethod(Object* self, Args args) { return decompressPiece(self, args, "End of stream already reached", runPiece); }

Owned decompressorNew(Type* type, Args args) {
    Object* given[2] = {};
    int windowBits = MAX_WBITS;
    if (!parseArgs("_ZlibDecompressor", args, "| wbits zdict", given) || !intArgument(given[0], &windowBits)) return nullptr;
    const uint8_t* data;
    size_t size;
    if (given[1] && !bufferOf(given[1], &data, &size)) return raise(exc::TypeError, "zdict argument must support the buffer protocol");
    Ref<DecompressorObject> d = newDecompressor(type, sizeof(z_stream));
    if (!d) return nullptr;
    if (given[1]) setField(d, d->dictionary, newRef(given[1]));
    prepareStream(streamOf(d));
    int status = inflateInit2(streamOf(d), windowBits);
    if (status == Z_STREAM_ERROR) return raise(exc::ValueError, "Invalid initialization option");
    if (status == Z_MEM_ERROR) return raise(exc::MemoryError, "Can't allocate memory for decompression object");
    if (status != Z_OK) return raiseZlibError(*streamOf(d), status, "while creating decompression object");
    if (given[1] && windowBits < 0 && !setInflateDictionary(streamOf(d), given[1])) return nullptr;
    return Owned(d.release());
}

void decompressorDealloc(Object* o) {
    if (z_stream* stream = streamOf(asDecompressor(o)); stream && stream->state) inflateEnd(stream);
    dropDecompressor(asDecompressor(o));
}

const MethodDef methods[] = {{"decompress", decompressMethod, NativeKind::Keywords}, {}};

void define(Type* t) {
    t->name = "zlib._ZlibDecompressor";
    t->doc =
        "_ZlibDecompressor(wbits=15, zdict=b'')\n--\n\nTakes compressed data piece by piece, no more of it than is asked for; zdict is what the compressor was given as its dictionary.";
    t->basicSize = 184;
    t->dealloc = decompressorDealloc;
    t->create = decompressorNew;
    t->fields = decompressorFields;
    t->methods = methods;
    t->members = decompressorMembers;
}

}

bool addZlibDecompressor(Object* module) { return addTypeToModule(module, decompressorType, define); }

}
