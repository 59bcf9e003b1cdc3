// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What becomes of that which a codec cannot encode or decode, by the name of an error handler: raise, ignore, replace …, or a function of the
// program's (codecs.register_error). The standard handlers make no objects: a text with many such places costs no more of the program's memory.

#include <string>
#include <string_view>

#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/object.h"
#include "core/python/objects/text/codecs.h"
#include "core/python/objects/text/str_builder.h"

namespace memtape {

enum class ErrorHandler : uint8_t {
    Strict,
    Ignore,
    Replace,
    BackslashReplace,
    XmlCharRefReplace,
    NameReplace,
    SurrogateEscape,
    SurrogatePass,
    Registered
};
ErrorHandler errorHandlerOf(std::string_view name);

// What stands for something that could not be encoded: characters, which are encoded in turn, or bytes.
struct Replacement {
    std::u32string text;
    std::string bytes;
    bool isBytes = false;
};

// Of one run of an encoder.
class EncodeTrouble {
public:
    EncodeTrouble(std::string_view encoding, Object* text, std::string_view errors) : m_encoding(encoding), m_errors(errors), m_text(text) {}
    // The characters start … end cannot be encoded. What stands for them, and where to go on. False: an exception is pending.
    bool handle(ssize start, ssize end, std::string_view reason, Replacement& replacement, ssize& next);
    // The replacement cannot be encoded either.
    bool raise(ssize start, ssize end, std::string_view reason);

private:
    std::string_view m_encoding, m_errors;
    Object* m_text;
    uint64_t m_replaced = 0; // bytes of all replacements
    bool m_known = false;
    ErrorHandler m_handler = ErrorHandler::Strict;
    Held<> m_function, m_exception;
};

// Of one run of a decoder.
class DecodeTrouble {
public:
    DecodeTrouble(std::string_view encoding, CodecInput& input, StrBuilder& out) : m_encoding(encoding), m_input(input), m_out(out) {}
    // The bytes start … end mean nothing. Writes what stands for them and says where to go on; the input may be another afterwards.
    bool handle(size_t start, size_t end, std::string_view reason, size_t& next);
    void setEncoding(std::string_view encoding) { m_encoding = encoding; }

private:
    std::string_view m_encoding;
    CodecInput& m_input;
    StrBuilder& m_out;
    bool m_known = false;
    ErrorHandler m_handler = ErrorHandler::Strict;
    Held<> m_function, m_exception, m_replaced;
};

// ---- the handlers by name (codecs.register_error, lookup_error)

bool registerErrorHandler(Object* name, Object* function);
Owned lookupErrorHandler(std::string_view name);

}
