// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/compression/lzma_filters.h"

#include <iterator>

#include "core/python/modules/arguments.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

bool isBranchFilter(lzma_vli id) { return id >= LZMA_FILTER_X86 && id <= LZMA_FILTER_SPARC; }

bool uint32Value(Object* o, uint32_t* out) {
    uint64_t value;
    if (!uint64Argument(o, &value)) return false;
    if (value > UINT32_MAX) return raise(exc::OverflowError, "Value too large for uint32_t type");
    *out = static_cast<uint32_t>(value);
    return true;
}

// The options of a filter, each by its name: where it is kept. Enumerations are as wide as the numbers.
struct OptionPlace {
    const char* name;
    uint32_t* place;
};
template <size_t count> bool readOptions(Object* specifier, const OptionPlace (&places)[count], const char* failure) {
    ssize position = 0;
    Object *key, *value;
    if (!isDict(specifier)) return raise(exc::ValueError, failure);
    while (dictNext(specifier, &position, &key, &value)) {
        if (!isStr(key)) return raise(exc::ValueError, failure);
        if (strEqualsText(key, "id") || strEqualsText(key, "preset")) continue;
        bool known = false;
        for (const OptionPlace& p : places) {
            if (!strEqualsText(key, p.name)) continue;
            known = true;
            if (uint32Value(value, p.place)) continue;
            clearError();
            return raise(exc::ValueError, failure);
        }
        if (!known) return raise(exc::ValueError, failure);
    }
    return true;
}

// The entry, or null: there is none, or (failed) an exception is pending.
Owned entryOf(Object* specifier, const char* name, bool* failed) {
    Ref<> key(newStr(name));
    Owned value = key ? getItem(specifier, key) : nullptr;
    *failed = false;
    if (value) return value;
    if (errorMatches(exc::KeyError)) clearError();
    else *failed = true;
    return nullptr;
}

}

bool presetArgument(Object* o, uint32_t* out) { return uint32Value(o, out); }

bool LzmaChain::readFilter(Object* specifier, int at) {
    lzma_filter& filter = m_filters[at];
    LzmaOptions& options = m_options[at];
    if (!isMapping(specifier)) return raise(exc::TypeError, "Filter specifier must be a dict or dict-like object");
    bool failed;
    Held<> id(entryOf(specifier, "id", &failed));
    if (!id) return failed ? false : raise(exc::ValueError, "Filter specifier must have an \"id\" entry");
    uint64_t number;
    if (!uint64Argument(id, &number)) return false;
    filter.id = number;
    filter.options = &options;
    if (filter.id == LZMA_FILTER_LZMA1 || filter.id == LZMA_FILTER_LZMA2) {
        uint32_t preset = LZMA_PRESET_DEFAULT;
        Held<> given(entryOf(specifier, "preset", &failed));
        if (failed || (given && !uint32Value(given, &preset))) return false;
        options.lzma = {};
        if (lzma_lzma_preset(&options.lzma, preset)) return raise(lzmaError, "Invalid compression preset: {}", preset);
        auto number32 = [](auto& field) { return reinterpret_cast<uint32_t*>(&field); };
        lzma_options_lzma& o = options.lzma;
        const OptionPlace places[] = {
            {"dict_size", &o.dict_size}, {"lc", &o.lc},          {"lp", &o.lp},      {"pb", &o.pb}, {"mode", number32(o.mode)},
            {"nice_len", &o.nice_len},   {"mf", number32(o.mf)}, {"depth", &o.depth}};
        return readOptions(specifier, places, "Invalid filter specifier for LZMA filter");
    }
    if (filter.id == LZMA_FILTER_DELTA) {
        options.delta = {};
        options.delta.type = LZMA_DELTA_TYPE_BYTE;
        options.delta.dist = 1;
        const OptionPlace places[] = {{"dist", &options.delta.dist}};
        return readOptions(specifier, places, "Invalid filter specifier for delta filter");
    }
    if (isBranchFilter(filter.id)) {
        options.bcj = {};
        const OptionPlace places[] = {{"start_offset", &options.bcj.start_offset}};
        return readOptions(specifier, places, "Invalid filter specifier for BCJ filter");
    }
    return raise(exc::ValueError, "Invalid filter ID: {}", filter.id);
}

bool LzmaChain::read(Object* specifiers) {
    ssize count = lengthOf(specifiers);
    if (count < 0) return false;
    if (count > LZMA_FILTERS_MAX) return raise(exc::ValueError, "Too many filters - liblzma supports a maximum of {}", LZMA_FILTERS_MAX);
    for (ssize i = 0; i < count; ++i) {
        Held<> specifier(getItemAt(specifiers, i));
        if (!specifier || !readFilter(specifier, static_cast<int>(i))) return false;
    }
    m_filters[count].id = LZMA_VLI_UNKNOWN;
    return true;
}

bool LzmaChain::readOne(Object* specifier) {
    m_filters[1].id = LZMA_VLI_UNKNOWN;
    return readFilter(specifier, 0);
}

Owned lzmaFilterToDict(const lzma_filter& filter) {
    Ref<DictObject> dict(newDict());
    auto add = [&](const char* name, uint64_t value) {
        Ref<> number(newIntFromUnsigned(value));
        return number && dictSetText(dict, name, number);
    };
    if (!dict || !add("id", filter.id)) return nullptr;
    if (filter.id == LZMA_FILTER_LZMA1) { // what its properties have room for
        const auto* o = static_cast<const lzma_options_lzma*>(filter.options);
        if (!add("lc", o->lc) || !add("lp", o->lp) || !add("pb", o->pb) || !add("dict_size", o->dict_size)) return nullptr;
    } else if (filter.id == LZMA_FILTER_LZMA2) {
        if (!add("dict_size", static_cast<const lzma_options_lzma*>(filter.options)->dict_size)) return nullptr;
    } else if (filter.id == LZMA_FILTER_DELTA) {
        if (!add("dist", static_cast<const lzma_options_delta*>(filter.options)->dist)) return nullptr;
    } else if (isBranchFilter(filter.id)) {
        if (filter.options && !add("start_offset", static_cast<const lzma_options_bcj*>(filter.options)->start_offset)) return nullptr;
    } else {
        return raise(exc::ValueError, "Invalid filter ID: {}", filter.id);
    }
    return Owned(dict.release());
}

}
