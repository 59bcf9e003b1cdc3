// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "core/objects/errors.h"
#include "core/objects/interpreter.h"
#include "core/objects/protocol.h"
#include "core/objects/str_builder.h"

// The texts of exceptions: formats with {} places.

namespace memtape {

namespace {

bool appendObject(StrBuilder& out, Object* o, bool repr) {
    if (!o) {
        out.appendUtf8("<NULL>");
        return true;
    }
    if (!repr && isType(o)) {
        out.appendUtf8(static_cast<Type*>(o)->name);
        return true;
    }
    Held<> text(repr ? reprOf(o) : isStr(o) ? newRef(o) : strOf(o));
    if (!text) return false;
    out.append(text.get());
    return true;
}

bool appendArg(StrBuilder& out, const FormatArg& arg, bool repr) {
    switch (arg.kind) {
    case FormatArg::Kind::Text: out.appendUtf8(arg.text); return true;
    case FormatArg::Kind::Signed: out.appendUtf8(std::to_string(arg.number)); return true;
    case FormatArg::Kind::Unsigned: out.appendUtf8(std::to_string(static_cast<uint64_t>(arg.number))); return true;
    case FormatArg::Kind::Object: return appendObject(out, arg.object, repr);
    }
    return true;
}

}

Owned formatMessage(std::string_view format, const FormatArg* args, size_t count) {
    StrBuilder out;
    size_t used = 0, i = 0;
    while (i < format.size()) {
        char c = format[i];
        if (c != '{' && c != '}') {
            size_t start = i;
            while (i < format.size() && format[i] != '{' && format[i] != '}') ++i;
            out.appendUtf8(format.substr(start, i - start));
            continue;
        }
        if (i + 1 < format.size() && format[i + 1] == c) {
            out.append(c);
            i += 2;
            continue;
        }
        size_t close = c == '{' ? format.find('}', i) : std::string_view::npos;
        if (close == std::string_view::npos || used == count) { // not a place: as it stands
            out.append(c);
            ++i;
            continue;
        }
        if (!appendArg(out, args[used++], format.substr(i + 1, close - i - 1) == "!r")) return nullptr;
        i = close + 1;
    }
    return out.finish();
}

}
