// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/python/modules/text/sre_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/text/str_object.h"

namespace memtape::sre {

bool Subject::open(PatternObject* of, Object* text, ssize from, ssize to) {
    pattern = of;
    program = of->program;
    string = text;
    if (isStr(text)) {
        StrObject* s = asStr(text);
        length = s->length;
        kind = s->kind;
        this->text = strData(s);
        if (of->isBytes > 0) return raise(exc::TypeError, "cannot use a bytes pattern on a string-like object");
    } else {
        if (!buffer.want(text)) {
            clearError();
            return raise(exc::TypeError, "expected string or bytes-like object, got '{}'", text->type->name);
        }
        length = static_cast<ssize>(buffer.size());
        this->text = buffer.data();
        if (of->isBytes == 0) return raise(exc::TypeError, "cannot use a string pattern on a bytes-like object");
    }
    pos = std::clamp(from, ssize{0}, length);
    end = std::clamp(to, ssize{0}, length);
    return prepare();
}

Owned sliceText(Object* string, ssize from, ssize to) {
    if (isStr(string)) {
        ssize length = asStr(string)->length;
        return strSubstring(string, std::min(from, length), std::min(to, length));
    }
    HeldBuffer buffer;
    if (!buffer.want(string)) return nullptr;
    ssize size = static_cast<ssize>(buffer.size());
    from = std::min(from, size);
    to = std::clamp(to, from, size);
    if (from == 0 && to == size && isExactBytes(string)) return newRef(string);
    return newBytes(buffer.data() + from, static_cast<size_t>(to - from));
}

Owned Subject::slice(ssize from, ssize to) const {
    if (isStr(string)) return strSubstring(string, from, to);
    if (from == 0 && to == length && isExactBytes(string)) return newRef(string);
    return newBytes(buffer.data() + from, static_cast<size_t>(to - from));
}

}
