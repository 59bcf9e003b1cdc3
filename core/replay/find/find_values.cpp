// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/find/find_values.h"

#include <bit>
#include <charconv>
#include <cmath>
#include <compare>

namespace memtape {

namespace {

using Kind = Comparable::Kind;

bool isNumber(Kind kind) { return kind == Kind::Truth || kind == Kind::Integer || kind == Kind::Large || kind == Kind::Float; }

void setInteger(Comparable& out, std::string_view digits) {
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out.integer);
    out.kind = error == std::errc() && end == digits.data() + digits.size() ? Kind::Integer : Kind::Large;
    if (out.kind == Kind::Large) out.text = digits;
}

// The number's text as the language writes it: a large whole number, or a float that the tape keeps as bytes.
void setNumber(Comparable& out, const ValueText& value) {
    if (value.cut) return;
    const std::string& text = value.text;
    if (text.find_first_not_of("+-0123456789") == std::string::npos) return setInteger(out, text);
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out.floating);
    if (error == std::errc() && end == text.data() + text.size()) out.kind = Kind::Float;
}

std::strong_ordering compareLarge(const std::string& a, const std::string& b) {
    const bool isNegativeA = a[0] == '-', isNegativeB = b[0] == '-';
    if (isNegativeA != isNegativeB) return isNegativeA ? std::strong_ordering::less : std::strong_ordering::greater;
    std::strong_ordering order = a.size() != b.size() ? a.size() <=> b.size() : a.compare(b) <=> 0;
    return isNegativeA ? 0 <=> order : order;
}

std::string digitsOf(const Comparable& c) { return c.kind == Kind::Large ? c.text : std::to_string(c.integer); }

// A whole number against a float, exactly: the whole part first.
std::partial_ordering compareMixed(const Comparable& whole, double f) {
    if (std::isnan(f)) return std::partial_ordering::unordered;
    if (whole.kind == Kind::Large || !(f >= -0x1p63 && f < 0x1p63)) {
        if (whole.kind != Kind::Large || std::isinf(f)) return f > 0 ? std::partial_ordering::less : std::partial_ordering::greater;
        double rounded = std::strtod(whole.text.c_str(), nullptr); // both far beyond where floats tell neighbours apart
        return rounded <=> f;
    }
    const int64_t part = static_cast<int64_t>(f);
    if (whole.integer != part) return whole.integer <=> part;
    return 0.0 <=> f - static_cast<double>(part);
}

std::partial_ordering compareNumbers(const Comparable& a, const Comparable& b) {
    const bool isFloatA = a.kind == Kind::Float, isFloatB = b.kind == Kind::Float;
    if (isFloatA && isFloatB) return a.floating <=> b.floating;
    if (isFloatA) return 0 <=> compareMixed(b, a.floating);
    if (isFloatB) return compareMixed(a, b.floating);
    if (a.kind != Kind::Large && b.kind != Kind::Large) return a.integer <=> b.integer;
    return compareLarge(digitsOf(a), digitsOf(b));
}

bool holds(FindOperator op, std::partial_ordering order) {
    switch (op) {
    case FindOperator::Equal: return order == 0;
    case FindOperator::NotEqual: return order != 0;
    case FindOperator::Less: return order < 0;
    case FindOperator::LessOrEqual: return order <= 0;
    case FindOperator::Greater: return order > 0;
    case FindOperator::GreaterOrEqual: return order >= 0;
    case FindOperator::Is:
    case FindOperator::IsNot: break;
    }
    return false;
}

std::optional<bool> equality(FindOperator op, bool isEqual) {
    if (op == FindOperator::Equal) return isEqual;
    if (op == FindOperator::NotEqual) return !isEqual;
    return std::nullopt; // one of the two is not before the other
}

// `is`: one object. Of a value that was written, the value and its kind are all there is to look at.
bool isSame(const Comparable& a, const Comparable& b) {
    if (a.id && b.id) return a.id == b.id;
    if (a.kind != b.kind) return false;
    switch (a.kind) {
    case Kind::Nothing: return true;
    case Kind::Truth:
    case Kind::Integer: return a.integer == b.integer;
    case Kind::Float: return std::bit_cast<uint64_t>(a.floating) == std::bit_cast<uint64_t>(b.floating);
    case Kind::Large:
    case Kind::Text: return a.text == b.text;
    case Kind::Unknown:
    case Kind::Object: break;
    }
    return false;
}

}

Comparable comparableOf(const Reading& reading, ObjectId id) {
    Comparable out;
    if (!id) return out;
    out.id = id;
    const MemoryState& state = reading.state();
    switch (reading.kind(id)) {
    case ObjectKind::Nothing: out.kind = Kind::Nothing; break;
    case ObjectKind::Truth:
        out.kind = Kind::Truth;
        out.integer = reading.isTrue(id);
        break;
    case ObjectKind::Number: {
        const ObjectView object = state.object(id);
        if (object.payloadKind == Event::Payload::Int) {
            out.kind = Kind::Integer;
            out.integer = static_cast<int64_t>(object.scalar);
        } else if (object.payloadKind == Event::Payload::Float) {
            out.kind = Kind::Float;
            out.floating = std::bit_cast<double>(object.scalar);
        } else {
            setNumber(out, reading.value(id));
        }
        break;
    }
    case ObjectKind::Text: {
        const ObjectView object = state.object(id);
        if (object.payloadLength > object.payload.size()) break; // cut
        out.kind = Kind::Text;
        out.text = object.payload;
        break;
    }
    default: out.kind = Kind::Object;
    }
    return out;
}

Comparable comparableOf(const FindLiteral& literal) {
    Comparable out;
    switch (literal.kind) {
    case FindLiteral::Kind::Nothing: out.kind = Kind::Nothing; break;
    case FindLiteral::Kind::Truth:
        out.kind = Kind::Truth;
        out.integer = literal.truth;
        break;
    case FindLiteral::Kind::Integer: setInteger(out, literal.integer); break;
    case FindLiteral::Kind::Float:
        out.kind = Kind::Float;
        out.floating = literal.floating;
        break;
    case FindLiteral::Kind::Text:
        out.kind = Kind::Text;
        out.text = literal.text;
        break;
    }
    return out;
}

std::optional<bool> compare(const Comparable& a, FindOperator op, const Comparable& b) {
    if (op == FindOperator::Is || op == FindOperator::IsNot) return isSame(a, b) == (op == FindOperator::Is);
    if (a.kind == Kind::Unknown || b.kind == Kind::Unknown) return std::nullopt;
    if (isNumber(a.kind) && isNumber(b.kind)) return holds(op, compareNumbers(a, b));
    if (a.kind == Kind::Text && b.kind == Kind::Text) return holds(op, a.text.compare(b.text) <=> 0);
    if (a.id && a.id == b.id) return equality(op, true);
    if (a.kind == Kind::Object && b.kind == Kind::Object) return std::nullopt; // what == of two objects says is the program's affair
    if (a.kind == Kind::Object || b.kind == Kind::Object) {
        const Comparable& other = a.kind == Kind::Object ? b : a;
        return other.kind == Kind::Nothing ? equality(op, false) : std::nullopt;
    }
    return equality(op, false); // values of two kinds
}

}
