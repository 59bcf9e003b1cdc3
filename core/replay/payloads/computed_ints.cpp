// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/payloads/computed_ints.h"

#include <gmp.h>

#include <mutex>
#include <unordered_map>
#include <vector>

#include "core/events/computed_int.h"
#include "core/events/large_int.h"

namespace memtape {

namespace {

class Number {
public:
    Number() { mpz_init(m_value); }
    ~Number() { mpz_clear(m_value); }
    Number(const Number&) = delete;
    Number& operator=(const Number&) = delete;
    operator mpz_ptr() { return m_value; }
    operator mpz_srcptr() const { return m_value; }
    uint64_t bits() const { return mpz_sizeinbase(m_value, 2); }

private:
    mpz_t m_value;
};

constexpr size_t mostRemembered = 1024;
constexpr unsigned mostFormulas = 16 * mostComputed; // more are no writer's
constexpr uint64_t mostBits = 8 * largestOperand;

bool readValue(std::string_view payload, Number& value) {
    if (!isLargeInt(payload) || payload.size() > largestOperand + 1) return false;
    mpz_import(value, payload.size() - 1, -1, 1, 0, 0, payload.data() + 1);
    if (payload[0] == largeNegative) mpz_neg(value, value);
    return true;
}

std::string textOf(const Number& value) {
    std::string text(1 + (value.bits() + 7) / 8, '\0');
    size_t written = 0;
    mpz_export(text.data() + 1, &written, -1, 1, 0, 0, value);
    text.resize(1 + written);
    text[0] = mpz_sgn(static_cast<mpz_srcptr>(value)) < 0 ? largeNegative : largePositive;
    return text;
}

// An operand as a count of bits, or an exponent. False: it is none that a value could have come from.
bool smallCount(const Number& value, unsigned long& count) {
    if (mpz_sgn(static_cast<mpz_srcptr>(value)) < 0 || mpz_cmp_ui(static_cast<mpz_srcptr>(value), mostBits) > 0) return false;
    count = mpz_get_ui(value);
    return true;
}

// As Python has them: quotients are rounded down, bits are those of two's complement.
bool compute(IntOperation operation, const Number& left, const Number& right, Number& value) {
    unsigned long count = 0;
    switch (operation) {
    case IntOperation::Add: mpz_add(value, left, right); return true;
    case IntOperation::Subtract: mpz_sub(value, left, right); return true;
    case IntOperation::Multiply: mpz_mul(value, left, right); return true;
    case IntOperation::And: mpz_and(value, left, right); return true;
    case IntOperation::Or: mpz_ior(value, left, right); return true;
    case IntOperation::Xor: mpz_xor(value, left, right); return true;
    case IntOperation::FloorDivide:
    case IntOperation::Remainder:
        if (!mpz_sgn(static_cast<mpz_srcptr>(right))) return false;
        if (operation == IntOperation::FloorDivide) mpz_fdiv_q(value, left, right);
        else mpz_fdiv_r(value, left, right);
        return true;
    case IntOperation::LeftShift:
        if (!smallCount(right, count)) return false;
        mpz_mul_2exp(value, left, count);
        return true;
    case IntOperation::RightShift:
        if (!smallCount(right, count)) return false;
        mpz_fdiv_q_2exp(value, left, count);
        return true;
    case IntOperation::Power:
        if (!smallCount(right, count) || left.bits() * count > mostBits) return false;
        mpz_pow_ui(value, left, count);
        return true;
    }
    return false;
}

}

struct ComputedInts::Values {
    bool operand(const IntOperand& operand, const Reader& read, Number& value);
    bool evaluate(PayloadPlace root, const Reader& read);

    std::mutex mutex;
    std::unordered_map<PayloadPlace, std::string> known; // of formulas
};

ComputedInts::ComputedInts() : m_values(std::make_unique<Values>()) {}
ComputedInts::~ComputedInts() = default;

bool ComputedInts::Values::operand(const IntOperand& operand, const Reader& read, Number& value) {
    if (operand.place) return readValue(isComputed(operand.place) ? std::string_view(known.at(operand.place)) : read(operand.place), value);
    mpz_set_si(value, operand.number);
    return true;
}

// Without recursion: what a damaged tape says may be as deep as it likes.
bool ComputedInts::Values::evaluate(PayloadPlace root, const Reader& read) {
    std::vector<PayloadPlace> wanted{root};
    for (unsigned looked = 0; !wanted.empty(); ++looked) {
        const PayloadPlace place = wanted.back();
        ComputedInt formula;
        if (known.count(place)) {
            wanted.pop_back();
            continue;
        }
        if (looked > mostFormulas || !readComputedInt(read(place), place, formula)) return false;
        const size_t before = wanted.size();
        for (const IntOperand* part : {&formula.left, &formula.right})
            if (isComputed(part->place) && !known.count(part->place)) wanted.push_back(part->place);
        if (wanted.size() != before) continue;
        Number left, right, value;
        if (!operand(formula.left, read, left) || !operand(formula.right, read, right) || !compute(formula.operation, left, right, value))
            return false;
        std::string text = textOf(value);
        if (checksumOfLargeInt(text) != formula.checksum) return false;
        known.emplace(place, std::move(text));
        wanted.pop_back();
    }
    return true;
}

std::string ComputedInts::text(PayloadPlace place, const Reader& read) {
    std::lock_guard lock(m_values->mutex);
    if (m_values->known.size() > mostRemembered) m_values->known.clear();
    return m_values->evaluate(place, read) ? m_values->known.at(place) : std::string();
}

}
