// SPDX-License-Identifier: GPL-3.0-or-later

// protocol.h: repr, str, ascii, format.

#include "core/python/objects/protocol/text_protocol.h"

#include <algorithm>

#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"
#include "core/text/quoted.h"

namespace memtape {

Owned reprOf(Object* o) {
    if (!o) return newStr("<NULL>");
    Type* type = o->type;
    if (!type->repr) return addressRepr(o);
    if (!enterNative(" while getting the repr of an object")) return nullptr;
    Ref<> text = type->repr(o);
    leaveNative();
    if (text && !isStr(text)) return raise(exc::TypeError, "__repr__ returned non-string (type {})", text->type->name);
    return text.release();
}

Owned strOf(Object* o) {
    if (!o) return newStr("<NULL>");
    if (isExactStr(o)) return newRef(o);
    Type* type = o->type;
    if (!type->str) return reprOf(o);
    if (!enterNative(" while getting the str of an object")) return nullptr;
    Ref<> text = type->str(o);
    leaveNative();
    if (text && !isStr(text)) return raise(exc::TypeError, "__str__ returned non-string (type {})", text->type->name);
    return text.release();
}

Owned asciiOf(Object* o) {
    Ref<> text = reprOf(o);
    if (!text || asStr(text)->ascii) return text.release();
    std::string out;
    StrObject* s = asStr(text);
    for (ssize i = 0; i < s->length; i++) {
        uint32_t c = charAt(s, i);
        if (c < 0x80) out += static_cast<char>(c);
        else out += escapeOf(c);
    }
    return newStr(out);
}

Owned formatOf(Object* o, Object* spec) {
    if (spec && !isStr(spec)) return raise(exc::SystemError, "Format specifier must be a string, not {}", spec->type->name);
    if (!spec || asStr(spec)->length == 0) {
        if (isExactStr(o)) return newRef(o);
        if (o->type == types::Int) return strOf(o);
    }
    Held<> method(lookupSpecial(o, names::dunderFormat));
    if (!method) {
        if (errorOccurred()) return nullptr;
        return raise(exc::TypeError, "Type {} doesn't define __format__", o->type->name);
    }
    Ref<> result = call(method, spec ? spec : names::empty);
    if (result && !isStr(result)) return raise(exc::TypeError, "__format__ must return a str, not {}", result->type->name);
    return result.release();
}

bool appendRepr(std::string& out, Object* o) {
    Ref<> text = reprOf(o);
    if (!text) return false;
    out += strToUtf8(text);
    return wantRoom(out.size()); // what holds the same parts again and again
}

bool appendStr(std::string& out, Object* o) {
    Ref<> text = strOf(o);
    if (!text) return false;
    out += strToUtf8(text);
    return true;
}

int reprEnter(Object* o) {
    std::vector<Object*>& stack = interpreter.reprStack;
    if (std::find(stack.begin(), stack.end(), o) != stack.end()) return 1;
    stack.push_back(o);
    return 0;
}

void reprLeave(Object* o) {
    std::vector<Object*>& stack = interpreter.reprStack;
    for (size_t i = stack.size(); i-- > 0;)
        if (stack[i] == o) {
            stack.erase(stack.begin() + static_cast<std::ptrdiff_t>(i));
            return;
        }
}

}
