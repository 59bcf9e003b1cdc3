// SPDX-License-Identifier: GPL-3.0-or-later
// LZMACompressor and LZMADecompressor.
#include "core/python/modules/arguments.h"
#include "core/python/modules/compression/decompressor.h"
#include "core/python/modules/compression/lzma_parts.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/text/bytes_object.h"

namespace memtape {

namespace {

Type *compressorType, *decompressorType;

lzma_ret runOnce(lzma_stream* stream, StreamInput* input, OutputBytes* out, lzma_action action) {
    size_t room = out->room();
    stream->next_in = input->data;
    stream->avail_in = input->size;
    stream->next_out = out->at();
    stream->avail_out = room;
    lzma_ret status = lzma_code(stream, action);
    *input = {stream->next_in, stream->avail_in};
    out->take(room - stream->avail_out);
    return status;
}

// ---- compressing ----------------------------------------------------------------------------------------------------

struct CompressorObject : Object {
    lzma_stream* stream; // a block of the region
    bool flushed;
};
CompressorObject* asCompressor(Object* o) { return static_cast<CompressorObject*>(o); }

Owned compressPiece(CompressorObject* c, StreamInput input, lzma_action action) {
    OutputBytes out;
    for (;;) {
        if (!out.makeRoom() || !mayGoOn()) return nullptr;
        lzma_ret status = runOnce(c->stream, &input, &out, action);
        if (status == LZMA_BUF_ERROR && !input.size && c->stream->avail_out) status = LZMA_OK; // nothing was to be done
        if (!checkLzma(status)) return nullptr;
        bool done = action == LZMA_RUN ? !input.size : status == LZMA_STREAM_END;
        if (done && (c->stream->avail_out || action == LZMA_FINISH)) return out.finish();
    }
}

Owned compressMethod(Object* self, Object* data) {
    HeldBuffer buffer;
    if (!buffer.want(data)) return nullptr;
    if (asCompressor(self)->flushed) return raise(exc::ValueError, "Compressor has been flushed");
    return compressPiece(asCompressor(self), {buffer.data(), buffer.size()}, LZMA_RUN);
}

Owned flushMethod(Object* self) {
    if (asCompressor(self)->flushed) return raise(exc::ValueError, "Repeated call to flush()");
    asCompressor(self)->flushed = true;
    return compressPiece(asCompressor(self), {nullptr, 0}, LZMA_FINISH);
}

bool startXz(lzma_stream* stream, int check, uint32_t preset, Object* filters) {
    if (!filters) return checkLzma(lzma_easy_encoder(stream, preset, static_cast<lzma_check>(check)));
    LzmaChain chain;
    return chain.read(filters) && checkLzma(lzma_stream_encoder(stream, chain.filters(), static_cast<lzma_check>(check)));
}
bool startAlone(lzma_stream* stream, uint32_t preset, Object* filters) {
    if (!filters) {
        lzma_options_lzma options{};
        if (lzma_lzma_preset(&options, preset)) return raise(lzmaError, "Invalid compression preset: {}", preset);
        return checkLzma(lzma_alone_encoder(stream, &options));
    }
    LzmaChain chain;
    if (!chain.read(filters)) return false;
    if (chain.filters()[0].id == LZMA_FILTER_LZMA1 && chain.filters()[1].id == LZMA_VLI_UNKNOWN)
        return checkLzma(lzma_alone_encoder(stream, static_cast<lzma_options_lzma*>(chain.filters()[0].options)));
    return raise(exc::ValueError, "Invalid filter chain for FORMAT_ALONE - must be a single LZMA1 filter");
}
bool startRaw(lzma_stream* stream, Object* filters) {
    if (!filters) return raise(exc::ValueError, "Must specify filters for FORMAT_RAW");
    LzmaChain chain;
    return chain.read(filters) && checkLzma(lzma_raw_encoder(stream, chain.filters()));
}

Object* given(Object* o) { return o && !isNone(o) ? o : nullptr; }

Owned compressorNew(Type* type, Args args) {
    Object* p[4] = {};
    int format = formatXz, check = -1;
    if (!parseArgs("LZMACompressor", args, "| format check preset filters", p) || !intArgument(p[0], &format) || !intArgument(p[1], &check))
        return nullptr;
    Object *presetGiven = given(p[2]), *filters = given(p[3]);
    if (presetGiven && filters) return raise(exc::ValueError, "Cannot specify both preset and filter chain");
    uint32_t preset = LZMA_PRESET_DEFAULT;
    if (presetGiven && !presetArgument(presetGiven, &preset)) return nullptr;
    if (format != formatXz && check != -1 && check != LZMA_CHECK_NONE)
        return raise(exc::ValueError, "Integrity checks are only supported by FORMAT_XZ");
    Ref<CompressorObject> c = Ref<CompressorObject>::steal(type->alloc(type, 0).pointer);
    if (!c) return nullptr;
    c->stream = static_cast<lzma_stream*>(allocateBlock(sizeof(lzma_stream)));
    if (!c->stream) return nullptr;
    *c->stream = LZMA_STREAM_INIT;
    c->stream->allocator = lzmaAllocator();
    bool ok;
    switch (format) {
    case formatXz: ok = startXz(c->stream, check == -1 ? LZMA_CHECK_CRC64 : check, preset, filters); break;
    case formatAlone: ok = startAlone(c->stream, preset, filters); break;
    case formatRaw: ok = startRaw(c->stream, filters); break;
    default: ok = raise(exc::ValueError, "Invalid container format: {}", format);
    }
    return ok ? Owned(c.release()) : nullptr;
}

void compressorDealloc(Object* o) {
    if (lzma_stream* stream = asCompressor(o)->stream) {
        lzma_end(stream);
        releaseBlock(stream);
    }
    freeObject(o);
}

// ---- decompressing --------------------------------------------------------------------------------------------------

lzma_stream* streamOf(DecompressorObject* d) { return static_cast<lzma_stream*>(d->library); }

StreamStep decompressRun(DecompressorObject* d, StreamInput* input, OutputBytes* out) {
    lzma_stream* stream = streamOf(d);
    for (;;) {
        if (!out->makeRoom()) {
            if (!out->full()) return StreamStep::Failed;
            return input->size ? StreamStep::Full : StreamStep::FedBlock;
        }
        if (!mayGoOn()) return StreamStep::Failed;
        lzma_ret status = runOnce(stream, input, out, LZMA_RUN);
        if (status == LZMA_BUF_ERROR && !input->size && stream->avail_out) status = LZMA_OK; // nothing was to be done
        if (!checkLzma(status)) return StreamStep::Failed;
        if (status == LZMA_GET_CHECK || status == LZMA_NO_CHECK) d->check = lzma_get_check(stream);
        if (status == LZMA_STREAM_END) return StreamStep::Ended;
        if (stream->avail_out && !input->size) return StreamStep::Fed;
    }
}

Owned decompressMethod(Object* self, Args args) { return decompressPiece(self, args, "Already at end of stream", decompressRun); }

Owned decompressorNew(Type* type, Args args) {
    Object* p[3] = {};
    int format = formatAuto;
    if (!parseArgs("LZMADecompressor", args, "| format memlimit filters", p) || !intArgument(p[0], &format)) return nullptr;
    Object *limitGiven = given(p[1]), *filters = given(p[2]);
    uint64_t limit = UINT64_MAX;
    if (limitGiven) {
        if (format == formatRaw) return raise(exc::ValueError, "Cannot specify memory limit with FORMAT_RAW");
        if (!uint64Argument(limitGiven, &limit)) return nullptr;
    }
    if (format == formatRaw && !filters) return raise(exc::ValueError, "Must specify filters for FORMAT_RAW");
    if (format != formatRaw && filters) return raise(exc::ValueError, "Cannot specify filters except with FORMAT_RAW");
    Ref<DecompressorObject> d = newDecompressor(type, sizeof(lzma_stream));
    if (!d) return nullptr;
    *streamOf(d) = LZMA_STREAM_INIT;
    streamOf(d)->allocator = lzmaAllocator();
    constexpr uint32_t flags = LZMA_TELL_ANY_CHECK | LZMA_TELL_NO_CHECK;
    bool ok;
    LzmaChain chain;
    d->check = LZMA_CHECK_ID_MAX + 1;
    switch (format) {
    case formatAuto: ok = checkLzma(lzma_auto_decoder(streamOf(d), limit, flags)); break;
    case formatXz: ok = checkLzma(lzma_stream_decoder(streamOf(d), limit, flags)); break;
    case formatAlone:
        d->check = LZMA_CHECK_NONE;
        ok = checkLzma(lzma_alone_decoder(streamOf(d), limit));
        break;
    case formatRaw:
        d->check = LZMA_CHECK_NONE;
        ok = chain.read(filters) && checkLzma(lzma_raw_decoder(streamOf(d), chain.filters()));
        break;
    default: ok = raise(exc::ValueError, "Invalid container format: {}", format);
    }
    return ok ? Owned(d.release()) : nullptr;
}

void decompressorDealloc(Object* o) {
    if (lzma_stream* stream = streamOf(asDecompressor(o))) lzma_end(stream);
    dropDecompressor(asDecompressor(o));
}

const MethodDef compressorMethods[] = {{"compress", compressMethod}, {"flush", flushMethod}, {}};
const MethodDef decompressorMethods[] = {{"decompress", decompressMethod, NativeKind::Keywords}, {}};

void defineCompressor(Type* t) {
    t->name = "_lzma.LZMACompressor";
    t->doc = "Takes data piece by piece and gives it compressed.";
    t->basicSize = 192;
    t->dealloc = compressorDealloc;
    t->create = compressorNew;
    t->methods = compressorMethods;
}

void defineDecompressor(Type* t) {
    t->name = "_lzma.LZMADecompressor";
    t->doc = "Takes compressed data piece by piece and gives what it was.";
    t->basicSize = 224;
    t->dealloc = decompressorDealloc;
    t->create = decompressorNew;
    t->fields = decompressorFields;
    t->methods = decompressorMethods;
    t->members = decompressorMembersWithCheck;
}

}

bool addLzmaTypes(Object* module) {
    return addTypeToModule(module, compressorType, defineCompressor) && addTypeToModule(module, decompressorType, defineDecompressor);
}

}
