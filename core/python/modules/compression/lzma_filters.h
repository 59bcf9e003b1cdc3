// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Chains of liblzma's filters as Python has them: dicts with "id" and a filter's options.

#include <lzma.h>

#include "core/python/objects/model/object.h"

namespace memtape {

extern Type* lzmaError;

// True where the status is none of a failure; else the exception for it is pending.
bool checkLzma(lzma_ret status);
const lzma_allocator* lzmaAllocator();

// One filter's options, which the library takes by address.
struct LzmaOptions {
    union {
        lzma_options_lzma lzma;
        lzma_options_delta delta;
        lzma_options_bcj bcj;
    };
};
class LzmaChain {
public:
    bool read(Object* specifiers);   // a sequence of dicts; false: an exception is pending
    bool readOne(Object* specifier); // a chain of that one
    const lzma_filter* filters() const { return m_filters; }

private:
    bool readFilter(Object* specifier, int at);
    lzma_filter m_filters[LZMA_FILTERS_MAX + 1]{};
    LzmaOptions m_options[LZMA_FILTERS_MAX]{};
};

Owned lzmaFilterToDict(const lzma_filter& filter);
bool presetArgument(Object* o, uint32_t* out);

}
