// SPDX-License-Identifier: GPL-3.0-or-later
// zlib: whole pieces, checksums, constants, and how the library is run for all of the module.
#include <algorithm>
#include <climits>

#include "core/python/modules/arguments.h"
#include "core/python/modules/compression/library_memory.h"
#include "core/python/modules/compression/zlib_parts.h"
#include "core/python/modules/module_parts.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

Type* zlibError = nullptr;

void prepareStream(z_stream* stream) {
    stream->zalloc = [](void* opaque, unsigned items, unsigned bytes) { return libraryAllocate(opaque, items, bytes); };
    stream->zfree = libraryFree;
    stream->opaque = nullptr;
}

Failure raiseZlibError(const z_stream& stream, int status, const char* what) {
    if (status == Z_MEM_ERROR) return raiseMemoryError();
    const char* reason = status == Z_VERSION_ERROR ? "library version mismatch" : stream.msg;
    if (!reason) {
        if (status == Z_BUF_ERROR) reason = "incomplete or truncated stream";
        else if (status == Z_STREAM_ERROR) reason = "inconsistent stream state";
        else if (status == Z_DATA_ERROR) reason = "invalid input data";
    }
    if (!reason) return raise(zlibError, "Error {} {}", status, what);
    return raise(zlibError, "Error {} {}: {}", status, what, reason);
}

namespace {

// The library counts its input and its room in 32 bits.
constexpr size_t largestPiece = UINT_MAX;

void giveInput(z_stream* stream, const ZlibInput& input) {
    stream->next_in = const_cast<uint8_t*>(input.data);
    stream->avail_in = static_cast<unsigned>(std::min(input.size, largestPiece));
}
void takeInput(z_stream* stream, ZlibInput* input) {
    size_t used = static_cast<size_t>(stream->next_in - input->data);
    input->data += used;
    input->size -= used;
    stream->avail_in = 0;
}
// One call of the library into what room there is.
template <class Run> int runOnce(z_stream* stream, OutputBytes* out, Run run) {
    unsigned room = static_cast<unsigned>(std::min(out->room(), largestPiece));
    stream->next_out = out->at();
    stream->avail_out = room;
    int status = run();
    out->take(room - stream->avail_out);
    return status;
}

}

int runDeflate(z_stream* stream, ZlibInput* input, OutputBytes* out, int flush) {
    int status;
    do {
        giveInput(stream, *input);
        bool last = stream->avail_in == input->size;
        do {
            if (!out->makeRoom() || !mayGoOn()) return zlibFailed;
            status = runOnce(stream, out, [&] { return deflate(stream, last ? flush : Z_NO_FLUSH); });
            if (status == Z_STREAM_ERROR) return status;
        } while (stream->avail_out == 0);
        takeInput(stream, input);
    } while (input->size && status != Z_STREAM_END);
    return status;
}

bool setInflateDictionary(z_stream* stream, Object* dictionary) {
    const uint8_t* data;
    size_t size;
    if (!wantBuffer(dictionary, &data, &size)) return false;
    if (size > UINT_MAX) return raise(exc::OverflowError, "zdict length does not fit in an unsigned int");
    int status = inflateSetDictionary(stream, data, static_cast<unsigned>(size));
    return status == Z_OK ? true : raiseZlibError(*stream, status, "while setting zdict");
}

int runInflate(z_stream* stream, ZlibInput* input, OutputBytes* out, int flush, Object* dictionary) {
    int status = Z_OK;
    do {
        giveInput(stream, *input);
        do {
            if (!out->makeRoom()) {
                takeInput(stream, input);
                return out->full() ? status : zlibFailed;
            }
            if (!mayGoOn()) return zlibFailed;
            bool last = stream->avail_in == input->size - static_cast<size_t>(stream->next_in - input->data);
            status = runOnce(stream, out, [&] { return inflate(stream, flush == Z_FINISH && !last ? Z_SYNC_FLUSH : flush); });
            if (status == Z_NEED_DICT && dictionary) {
                if (!setInflateDictionary(stream, dictionary)) return zlibFailed;
            } else if (status != Z_OK && status != Z_BUF_ERROR && status != Z_STREAM_END) {
                takeInput(stream, input);
                return status;
            }
        } while (status != Z_STREAM_END && (stream->avail_out == 0 || status == Z_NEED_DICT));
        takeInput(stream, input);
    } while (status != Z_STREAM_END && input->size);
    return status;
}

namespace {

Owned compressFunction(Object*, Args args) {
    Object* given[3] = {};
    int level = Z_DEFAULT_COMPRESSION, windowBits = MAX_WBITS;
    HeldBuffer data;
    if (!parseArgs("compress", args, "data / | level wbits", given) || !data.want(given[0]) || !intArgument(given[1], &level) ||
        !intArgument(given[2], &windowBits))
        return nullptr;
    z_stream stream{};
    prepareStream(&stream);
    int status = deflateInit2(&stream, level, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY);
    if (status == Z_MEM_ERROR) return raise(exc::MemoryError, "Out of memory while compressing data");
    if (status == Z_STREAM_ERROR) return raise(zlibError, "Bad compression level");
    if (status != Z_OK) return raiseZlibError(stream, status, "while compressing data");
    OutputBytes out;
    ZlibInput input{data.data(), data.size()};
    status = runDeflate(&stream, &input, &out, Z_FINISH);
    int ended = deflateEnd(&stream);
    if (status == zlibFailed) return nullptr;
    if (status != Z_STREAM_END) return raiseZlibError(stream, status, "while compressing data");
    if (ended != Z_OK) return raiseZlibError(stream, ended, "while finishing compression");
    return out.finish();
}

Owned decompressFunction(Object*, Args args) {
    Object* given[3] = {};
    int windowBits = MAX_WBITS;
    ssize roomFirst = 16384;
    HeldBuffer data;
    if (!parseArgs("decompress", args, "data / | wbits bufsize", given) || !data.want(given[0]) || !intArgument(given[1], &windowBits) ||
        !sizeArgument(given[2], &roomFirst))
        return nullptr;
    if (roomFirst < 0) return raise(exc::ValueError, "bufsize must be non-negative");
    z_stream stream{};
    prepareStream(&stream);
    int status = inflateInit2(&stream, windowBits);
    if (status == Z_MEM_ERROR) return raise(exc::MemoryError, "Out of memory while decompressing data");
    if (status != Z_OK) return raiseZlibError(stream, status, "while preparing to decompress data");
    OutputBytes out(-1, static_cast<size_t>(std::clamp<ssize>(roomFirst, 1, 1 << 20)));
    ZlibInput input{data.data(), data.size()};
    status = runInflate(&stream, &input, &out, Z_FINISH, nullptr);
    z_stream ended = stream; // the words for a failure, which inflateEnd() may take
    int closed = inflateEnd(&stream);
    if (status == zlibFailed) return nullptr;
    if (status != Z_STREAM_END) return raiseZlibError(ended, status, "while decompressing data");
    if (closed != Z_OK) return raiseZlibError(ended, closed, "while finishing decompression");
    return out.finish();
}

template <uLong (*checksum)(uLong, const Bytef*, z_size_t)> Owned checksumFunction(Args args, unsigned long value) {
    const uint8_t* data;
    size_t size;
    HeldBuffer buffer;
    if (!buffer.want(args[0]) || !unsignedArgument(args.count > 1 ? args[1] : nullptr, &value)) return nullptr;
    data = buffer.data();
    size = buffer.size();
    uLong sum = value & 0xffffffff;
    constexpr size_t piece = size_t{16} << 20;
    for (size_t at = 0; at < size; at += piece) {
        if (!mayGoOn()) return nullptr;
        sum = checksum(sum, data + at, std::min(piece, size - at));
    }
    return newIntFromUnsigned(sum & 0xffffffff);
}
Owned adler32Function(Object*, Args args) { return checksumFunction<adler32_z>(args, 1); }
Owned crc32Function(Object*, Args args) { return checksumFunction<crc32_z>(args, 0); }

const MethodDef functions[] = {
    {"adler32", adler32Function, 1, 2},
    {"compress", compressFunction, NativeKind::Keywords},
    {"compressobj", zlibCompressObject, NativeKind::Keywords},
    {"crc32", crc32Function, 1, 2},
    {"decompress", decompressFunction, NativeKind::Keywords},
    {"decompressobj", zlibDecompressObject, NativeKind::Keywords},
    {},
};

const IntConstant constants[] = {
    {"MAX_WBITS", MAX_WBITS},
    {"DEFLATED", Z_DEFLATED},
    {"DEF_MEM_LEVEL", 8},
    {"DEF_BUF_SIZE", 16384},
    {"Z_NO_COMPRESSION", Z_NO_COMPRESSION},
    {"Z_BEST_SPEED", Z_BEST_SPEED},
    {"Z_BEST_COMPRESSION", Z_BEST_COMPRESSION},
    {"Z_DEFAULT_COMPRESSION", Z_DEFAULT_COMPRESSION},
    {"Z_FILTERED", Z_FILTERED},
    {"Z_HUFFMAN_ONLY", Z_HUFFMAN_ONLY},
    {"Z_RLE", Z_RLE},
    {"Z_FIXED", Z_FIXED},
    {"Z_DEFAULT_STRATEGY", Z_DEFAULT_STRATEGY},
    {"Z_NO_FLUSH", Z_NO_FLUSH},
    {"Z_PARTIAL_FLUSH", Z_PARTIAL_FLUSH},
    {"Z_SYNC_FLUSH", Z_SYNC_FLUSH},
    {"Z_FULL_FLUSH", Z_FULL_FLUSH},
    {"Z_FINISH", Z_FINISH},
    {"Z_BLOCK", Z_BLOCK},
    {"Z_TREES", Z_TREES},
    {},
};

}

Owned makeZlibModule() {
    Ref<> module(newModule("zlib"));
    zlibError = newExceptionClass("zlib.error", {exc::Exception});
    if (!module || !zlibError || !addFunctions(module, functions) || !addToModule(module, "error", newRef(zlibError)) ||
        !addConstants(module, constants) || !addZlibTypes(module) || !addZlibDecompressor(module) || !addText(module, "ZLIB_VERSION", ZLIB_VERSION) ||
        !addText(module, "ZLIB_RUNTIME_VERSION", zlibVersion()) || !addText(module, "__version__", "1.0"))
        return nullptr;
    return module.release();
}

}
