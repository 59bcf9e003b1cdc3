// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/text/codec_errors.h"

#include "core/python/heap/heap.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/exception_object.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/codec_handlers.h"

namespace memtape {

namespace {

bool isRegistered(ErrorHandler handler) { return handler == ErrorHandler::Registered; }

// Which handler a run uses is asked when the first error comes up.
bool findHandler(std::string_view name, bool& known, ErrorHandler& handler, Held<>& function) {
    if (known) return true;
    known = true;
    handler = errorHandlerOf(name);
    if (!isRegistered(handler)) return true;
    function = lookupErrorHandler(name);
    return static_cast<bool>(function);
}

Owned newUnicodeError(Type* type, std::string_view encoding, Object* object, ssize start, ssize end, std::string_view reason) {
    Ref<> name(newStr(encoding)), from(newInt(start)), to(newInt(end)), why(newStr(reason));
    if (!name || !from || !to || !why) return nullptr;
    Object* values[] = {name, object, from, to, why};
    return call(type, Args{values, 5, nullptr});
}

// The exception that a run's handlers are given is one object, with other places each time.
bool prepareException(Held<>& exception, Type* type, std::string_view encoding, Object* object, ssize start, ssize end, std::string_view reason) {
    if (!exception) {
        exception = newUnicodeError(type, encoding, object, start, end, reason);
        return static_cast<bool>(exception);
    }
    auto* e = static_cast<UnicodeExceptionObject*>(exception.get());
    e->start = start;
    e->end = end;
    Ref<> why(newStr(reason));
    if (!why) return false;
    setField(e, e->reason, why.release());
    return true;
}

// The place in the handler's answer, counted from the end where it is negative.
bool readPosition(Object* o, ssize length, ssize& position) {
    position = argumentAsSize(o);
    if (position == -1 && errorOccurred()) return false;
    if (position < 0) position += length;
    if (position >= 0 && position <= length) return true;
    return raise(exc::IndexError, "position {} from error handler out of bounds", position);
}

// A handler that goes backwards never comes to an end: it may be stopped, and its text is bounded by what the program may have.
bool mayGoOn(uint64_t bytes) {
    if (!checkBreaker()) return false;
    return bytes <= heap.limit() || raiseMemoryError();
}

}

ErrorHandler errorHandlerOf(std::string_view name) {
    static const struct {
        std::string_view name;
        ErrorHandler handler;
    } table[] = {
        {"", ErrorHandler::Strict},
        {"strict", ErrorHandler::Strict},
        {"ignore", ErrorHandler::Ignore},
        {"replace", ErrorHandler::Replace},
        {"backslashreplace", ErrorHandler::BackslashReplace},
        {"xmlcharrefreplace", ErrorHandler::XmlCharRefReplace},
        {"namereplace", ErrorHandler::NameReplace},
        {"surrogateescape", ErrorHandler::SurrogateEscape},
        {"surrogatepass", ErrorHandler::SurrogatePass},
    };
    for (const auto& row : table)
        if (row.name == name) return row.handler;
    return ErrorHandler::Registered;
}

// ---- encoding

bool EncodeTrouble::raise(ssize start, ssize end, std::string_view reason) {
    if (!prepareException(m_exception, exc::UnicodeEncodeError, m_encoding, m_text, start, end, reason)) return false;
    return raiseInstance(m_exception);
}

bool EncodeTrouble::handle(ssize start, ssize end, std::string_view reason, Replacement& replacement, ssize& next) {
    if (!findHandler(m_errors, m_known, m_handler, m_function) || !mayGoOn(m_replaced)) return false;
    replacement = Replacement();
    next = end;
    if (!isRegistered(m_handler)) {
        ssize wrong = start;
        switch (replaceCharacters(m_handler, viewOf(m_text), start, end, m_encoding, replacement, wrong)) {
        case Replaced::Done: return true;
        case Replaced::Failed: return false;
        case Replaced::Refused: return raise(wrong, end, reason);
        }
    }
    if (!prepareException(m_exception, exc::UnicodeEncodeError, m_encoding, m_text, start, end, reason)) return false;
    Held<> answer(call(m_function, m_exception.get()));
    if (!answer) return false;
    TupleObject* pair = asTuple(answer);
    if (!isTuple(answer) || pair->count != 2 || (!isStr(pair->items[0]) && !isBytes(pair->items[0])))
        return memtape::raise(exc::TypeError, "encoding error handler must return (str/bytes, int) tuple");
    if (!readPosition(pair->items[1], asStr(m_text)->length, next)) return false;
    replacement.isBytes = isBytes(pair->items[0]);
    if (replacement.isBytes) {
        replacement.bytes.assign(reinterpret_cast<const char*>(bytesData(pair->items[0])), static_cast<size_t>(bytesLength(pair->items[0])));
    } else {
        TextView text = viewOf(pair->items[0]);
        for (ssize i = 0; i < text.length; ++i) replacement.text += static_cast<char32_t>(text.at(i));
    }
    m_replaced += replacement.bytes.size() + replacement.text.size();
    return true;
}

// ---- decoding

bool DecodeTrouble::handle(size_t start, size_t end, std::string_view reason, size_t& next) {
    if (!findHandler(m_input.errors, m_known, m_handler, m_function) || !mayGoOn(static_cast<uint64_t>(m_out.length()))) return false;
    next = end;
    Replaced outcome = Replaced::Refused;
    if (!isRegistered(m_handler)) {
        std::u32string text;
        outcome = replaceBytes(m_handler, {reinterpret_cast<const char*>(m_input.data), m_input.size}, start, end, m_encoding, text, next);
        for (char32_t c : text) m_out.append(static_cast<uint32_t>(c));
        if (outcome == Replaced::Done) return true;
        if (outcome == Replaced::Failed) return false;
    }
    Held<> bytes(m_exception                                 ? Owned(nullptr)
                 : m_input.object && isBytes(m_input.object) ? newRef(m_input.object)
                                                             : newBytes(m_input.data, m_input.size));
    if (!m_exception && !bytes) return false;
    if (!prepareException(m_exception, exc::UnicodeDecodeError, m_encoding, bytes, static_cast<ssize>(start), static_cast<ssize>(end), reason))
        return false;
    if (!isRegistered(m_handler)) return raiseInstance(m_exception);
    Held<> answer(call(m_function, m_exception.get()));
    if (!answer) return false;
    TupleObject* pair = asTuple(answer);
    if (!isTuple(answer) || pair->count != 2 || !isStr(pair->items[0]))
        return raise(exc::TypeError, "decoding error handler must return (str, int) tuple");
    // The handler may have given the exception other bytes: decoding goes on in those.
    Object* object = static_cast<UnicodeExceptionObject*>(m_exception.get())->object;
    if (!object || !isBytes(object)) return raise(exc::TypeError, "exception attribute object must be bytes");
    if (object != m_input.object) {
        m_replaced = newRef(object);
        m_input.object = object;
        m_input.data = bytesData(object);
        m_input.size = static_cast<size_t>(bytesLength(object));
    }
    ssize position;
    if (!readPosition(pair->items[1], static_cast<ssize>(m_input.size), position)) return false;
    m_out.append(pair->items[0]);
    next = static_cast<size_t>(position);
    return true;
}

}
