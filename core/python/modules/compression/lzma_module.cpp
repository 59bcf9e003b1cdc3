// SPDX-License-Identifier: GPL-3.0-or-later
// _lzma: the module, and the properties of filters as bytes.
#include <cstdlib>
#include <vector>

#include "core/python/modules/arguments.h"
#include "core/python/modules/compression/library_memory.h"
#include "core/python/modules/compression/lzma_parts.h"
#include "core/python/modules/module_parts.h"
#include "core/python/modules/native_modules.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/text/bytes_object.h"

namespace memtape {

Type* lzmaError = nullptr;

const lzma_allocator* lzmaAllocator() {
    static const lzma_allocator allocator{libraryAllocate<size_t>, libraryFree, nullptr};
    return &allocator;
}

bool checkLzma(lzma_ret status) {
    switch (status) {
    case LZMA_OK:
    case LZMA_GET_CHECK:
    case LZMA_NO_CHECK:
    case LZMA_STREAM_END: return true;
    case LZMA_UNSUPPORTED_CHECK: return raise(lzmaError, "Unsupported integrity check");
    case LZMA_MEM_ERROR: return raiseMemoryError();
    case LZMA_MEMLIMIT_ERROR: return raise(lzmaError, "Memory usage limit exceeded");
    case LZMA_FORMAT_ERROR: return raise(lzmaError, "Input format not supported by decoder");
    case LZMA_OPTIONS_ERROR: return raise(lzmaError, "Invalid or unsupported options");
    case LZMA_DATA_ERROR: return raise(lzmaError, "Corrupt input data");
    case LZMA_BUF_ERROR: return raise(lzmaError, "Insufficient buffer space");
    case LZMA_PROG_ERROR: return raise(lzmaError, "Internal error");
    default: return raise(lzmaError, "Unrecognized error from liblzma: {}", static_cast<int>(status));
    }
}

namespace {

Owned isCheckSupported(Object*, Object* check) {
    int id = 0;
    return intArgument(check, &id) ? newBool(lzma_check_is_supported(static_cast<lzma_check>(id))) : nullptr;
}

Owned encodeProperties(Object*, Object* specifier) {
    LzmaChain chain;
    uint32_t size;
    if (!chain.readOne(specifier) || !checkLzma(lzma_properties_size(&size, chain.filters()))) return nullptr;
    std::vector<uint8_t> bytes(size + 1); // never without a place, which the library would refuse
    return checkLzma(lzma_properties_encode(chain.filters(), bytes.data())) ? newBytes(bytes.data(), size) : nullptr;
}

Owned decodeProperties(Object*, Args args) {
    HeldBuffer data;
    lzma_filter filter{};
    uint64_t id;
    if (!uint64Argument(args[0], &id)) return nullptr;
    filter.id = id;
    if (!data.want(args[1]) || !checkLzma(lzma_properties_decode(&filter, nullptr, data.data(), data.size()))) return nullptr;
    Owned dict = lzmaFilterToDict(filter);
    std::free(filter.options);
    return dict;
}

const MethodDef functions[] = {
    {"is_check_supported", isCheckSupported},
    {"_encode_filter_properties", encodeProperties},
    {"_decode_filter_properties", decodeProperties, 2, 2},
    {},
};

const IntConstant constants[] = {
    {"FORMAT_AUTO", formatAuto},
    {"FORMAT_XZ", formatXz},
    {"FORMAT_ALONE", formatAlone},
    {"FORMAT_RAW", formatRaw},
    {"CHECK_NONE", LZMA_CHECK_NONE},
    {"CHECK_CRC32", LZMA_CHECK_CRC32},
    {"CHECK_CRC64", LZMA_CHECK_CRC64},
    {"CHECK_SHA256", LZMA_CHECK_SHA256},
    {"CHECK_ID_MAX", LZMA_CHECK_ID_MAX},
    {"CHECK_UNKNOWN", LZMA_CHECK_ID_MAX + 1},
    {"FILTER_LZMA1", static_cast<int64_t>(LZMA_FILTER_LZMA1)},
    {"FILTER_LZMA2", LZMA_FILTER_LZMA2},
    {"FILTER_DELTA", LZMA_FILTER_DELTA},
    {"FILTER_X86", LZMA_FILTER_X86},
    {"FILTER_IA64", LZMA_FILTER_IA64},
    {"FILTER_ARM", LZMA_FILTER_ARM},
    {"FILTER_ARMTHUMB", LZMA_FILTER_ARMTHUMB},
    {"FILTER_SPARC", LZMA_FILTER_SPARC},
    {"FILTER_POWERPC", LZMA_FILTER_POWERPC},
    {"MF_HC3", LZMA_MF_HC3},
    {"MF_HC4", LZMA_MF_HC4},
    {"MF_BT2", LZMA_MF_BT2},
    {"MF_BT3", LZMA_MF_BT3},
    {"MF_BT4", LZMA_MF_BT4},
    {"MODE_FAST", LZMA_MODE_FAST},
    {"MODE_NORMAL", LZMA_MODE_NORMAL},
    {"PRESET_DEFAULT", LZMA_PRESET_DEFAULT},
    {"PRESET_EXTREME", LZMA_PRESET_EXTREME},
    {},
};

}

Owned makeLzmaModule() {
    Ref<> module(newModule("_lzma"));
    lzmaError = newExceptionClass("_lzma.LZMAError", {exc::Exception}, "Call to liblzma failed.");
    if (!module || !lzmaError || !addFunctions(module, functions) || !addConstants(module, constants) ||
        !addToModule(module, "LZMAError", newRef(lzmaError)) || !addLzmaTypes(module))
        return nullptr;
    return module.release();
}

}
