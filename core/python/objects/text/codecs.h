// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Text to bytes and back: utf-8, ascii, latin-1, utf-16, utf-32, with the error handlers strict, ignore, replace, backslashreplace,
// xmlcharrefreplace, namereplace (as backslashreplace), surrogateescape, surrogatepass.

#include <string>
#include <string_view>

#include "core/python/objects/model/object.h"

namespace memtape {

// encoding and errors: str or null (utf-8, strict). The results are a bytes and a str.
Owned encodeStr(Object* str, Object* encoding, Object* errors);
Owned encodeStr(Object* str, std::string_view encoding, std::string_view errors);
Owned decodeBytes(const uint8_t* data, size_t size, std::string_view encoding, std::string_view errors, Object* forError);
// str(object, encoding, errors) and bytes.decode.
Owned decodeObject(Object* object, Object* encoding, Object* errors);
// The bytes of the str, outside the heap; false: an exception is pending.
bool encodeInto(std::string& out, Object* str, std::string_view encoding, std::string_view errors);

}
