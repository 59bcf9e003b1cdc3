// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/text/str_search.h"

#include <memory>

#include "core/python/objects/containers/slice_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/text_search.h"

namespace memtape {

namespace {

// The part's characters at the width of the text; null `data` where they do not fit (then nothing can be found).
class Widened {
public:
    Widened(TextView part, unsigned kind) {
        if (part.kind == kind) {
            data = part.data;
            return;
        }
        if (part.kind > kind && maxCharOf(part, 0, part.length) >= (kind == 1 ? 0x100u : 0x10000u)) return;
        m_copy.reset(new char[static_cast<size_t>(part.length) * kind + 1]);
        copyChars(m_copy.get(), kind, 0, part, 0, part.length);
        data = m_copy.get();
    }
    const void* data = nullptr;

private:
    std::unique_ptr<char[]> m_copy;
};

template <class F> ssize dispatch(unsigned kind, F&& f) {
    if (kind == 1) return f(uint8_t{});
    if (kind == 2) return f(uint16_t{});
    return f(uint32_t{});
}

}

ssize searchFirst(TextView text, TextView part, ssize start, ssize end) {
    if (start > end || part.length > end - start) return -1;
    Widened needle(part, text.kind);
    if (!needle.data) return -1;
    ssize at = dispatch(text.kind, [&](auto c) {
        using C = decltype(c);
        return search::find(static_cast<const C*>(text.data) + start, end - start, static_cast<const C*>(needle.data), part.length);
    });
    return at < 0 ? -1 : at + start;
}

ssize searchLast(TextView text, TextView part, ssize start, ssize end) {
    if (start > end || part.length > end - start) return -1;
    Widened needle(part, text.kind);
    if (!needle.data) return -1;
    ssize at = dispatch(text.kind, [&](auto c) {
        using C = decltype(c);
        return search::findLast(static_cast<const C*>(text.data) + start, end - start, static_cast<const C*>(needle.data), part.length);
    });
    return at < 0 ? -1 : at + start;
}

ssize searchCount(TextView text, TextView part, ssize start, ssize end, ssize atMost) {
    if (start > end || part.length > end - start) return 0;
    Widened needle(part, text.kind);
    if (!needle.data) return 0;
    return dispatch(text.kind, [&](auto c) {
        using C = decltype(c);
        return search::count(static_cast<const C*>(text.data) + start, end - start, static_cast<const C*>(needle.data), part.length, atMost);
    });
}

bool matchesAt(TextView text, TextView part, ssize at) {
    if (at < 0 || part.length > text.length - at) return false;
    if (text.kind == part.kind) {
        return std::memcmp(static_cast<const char*>(text.data) + at * text.kind, part.data, static_cast<size_t>(part.length) * part.kind) == 0;
    }
    for (ssize i = 0; i < part.length; ++i)
        if (text.at(at + i) != part.at(i)) return false;
    return true;
}

ssize strFind(Object* text, Object* part, ssize start, ssize end, int direction) {
    TextView view = viewOf(text);
    adjustIndices(start, end, view.length);
    return direction > 0 ? searchFirst(view, viewOf(part), start, end) : searchLast(view, viewOf(part), start, end);
}

bool sliceArgs(Args args, size_t from, ssize* start, ssize* end) {
    return (args.count <= from || sliceBound(args[from], start)) && (args.count <= from + 1 || sliceBound(args[from + 1], end));
}

}
