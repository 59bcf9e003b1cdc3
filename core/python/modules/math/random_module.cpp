// SPDX-License-Identifier: GPL-3.0-or-later
// _random: the Mersenne Twister (MT19937), seeded as CPython seeds it, so that the same seed gives the same numbers.
#include <algorithm>
#include <vector>

#include "core/host/clock.h"
#include "core/python/modules/arguments.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_digits.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"

namespace memtape {

namespace {

constexpr int stateSize = 624, middle = 397;

struct RandomObject : Object {
    int index;
    uint32_t state[stateSize];
};
static_assert(sizeof(RandomObject) == 2520);

RandomObject* asRandom(Object* o) { return static_cast<RandomObject*>(o); }

uint32_t nextWord(RandomObject* r) {
    uint32_t* s = r->state;
    if (r->index >= stateSize) { // all words anew
        auto twist = [](uint32_t high, uint32_t low) {
            uint32_t y = (high & 0x80000000u) | (low & 0x7fffffffu);
            return y >> 1 ^ (y & 1 ? 0x9908b0dfu : 0u);
        };
        for (int k = 0; k < stateSize; ++k) s[k] = s[(k + middle) % stateSize] ^ twist(s[k], s[(k + 1) % stateSize]);
        r->index = 0;
    }
    uint32_t y = s[r->index++];
    y ^= y >> 11;
    y ^= y << 7 & 0x9d2c5680u;
    y ^= y << 15 & 0xefc60000u;
    return y ^ y >> 18;
}

void seedByWord(RandomObject* r, uint32_t seed) {
    r->state[0] = seed;
    for (uint32_t i = 1; i < stateSize; ++i) r->state[i] = 1812433253u * (r->state[i - 1] ^ r->state[i - 1] >> 30) + i;
    r->index = stateSize;
}

void seedByArray(RandomObject* r, const std::vector<uint32_t>& key) {
    seedByWord(r, 19650218u);
    uint32_t* s = r->state;
    size_t i = 1, j = 0;
    auto wrap = [&] {
        if (++i >= stateSize) {
            s[0] = s[stateSize - 1];
            i = 1;
        }
    };
    for (size_t k = std::max<size_t>(stateSize, key.size()); k > 0; --k) {
        s[i] = (s[i] ^ (s[i - 1] ^ s[i - 1] >> 30) * 1664525u) + key[j] + static_cast<uint32_t>(j);
        wrap();
        if (++j >= key.size()) j = 0;
    }
    for (size_t k = stateSize - 1; k > 0; --k) {
        s[i] = (s[i] ^ (s[i - 1] ^ s[i - 1] >> 30) * 1566083941u) - static_cast<uint32_t>(i);
        wrap();
    }
    s[0] = 0x80000000u;
}

bool seedFrom(RandomObject* r, Object* value) {
    std::vector<uint32_t> key;
    if (!value || isNone(value)) {
        key.resize(stateSize);
        hostRandomBytes(key.data(), key.size() * sizeof(uint32_t));
        seedByArray(r, key);
        return true;
    }
    Held<> number;
    if (isInt(value)) {
        number = numberAbsolute(value);
    } else {
        int64_t hash = hashOf(value);
        if (hash == -1) return false;
        number = newIntFromUnsigned(static_cast<uint64_t>(hash));
    }
    if (!number) return false;
    uint64_t bits = intBitLength(number);
    key.assign(bits == 0 ? 1 : (bits - 1) / 32 + 1, 0);
    Mpz big(number);
    size_t written;
    mpz_export(key.data(), &written, -1, 4, 0, 0, big);
    seedByArray(r, key);
    return true;
}

// random.Random's own __init__ seeds by its seed(), which knows text; ours is for _random.Random itself.
bool randomInit(Object* self, Args args) {
    if (!checkNoKeywords("Random", args)) return false;
    if (args.count > 1) return raise(exc::TypeError, "Random() requires 0 or 1 argument");
    return seedFrom(asRandom(self), args.count ? args[0] : nullptr);
}

Owned randomNew(Type* type, Args) { return type->alloc(type, 0); }

Owned randomMethod(Object* self) {
    uint32_t a = nextWord(asRandom(self)) >> 5, b = nextWord(asRandom(self)) >> 6;
    return newFloat((a * 67108864.0 + b) * (1.0 / 9007199254740992.0));
}

Owned seedMethod(Object* self, Args args) {
    if (!seedFrom(asRandom(self), args.count ? args[0] : nullptr)) return {};
    return newNone();
}

Owned getRandBits(Object* self, Object* count) {
    int k;
    if (!intArgument(count, &k)) return {};
    if (k < 0) return raise(exc::ValueError, "number of bits must be non-negative");
    if (k == 0) return newInt(0);
    if (k <= 32) return newInt(nextWord(asRandom(self)) >> (32 - k));
    if (!canAllocateInt(static_cast<uint64_t>(k) / 7)) return {};
    std::vector<uint32_t> words(static_cast<size_t>((k - 1) / 32 + 1));
    for (uint32_t& word : words) {
        word = nextWord(asRandom(self));
        if (k < 32) word >>= 32 - k;
        k -= 32;
    }
    Mpz value;
    mpz_import(value, words.size(), -1, 4, 0, 0, words.data());
    return newIntFromMpz(value);
}

Owned getState(Object* self) {
    Held<TupleObject> state(newTuple(stateSize + 1));
    if (!state) return {};
    for (int i = 0; i <= stateSize; ++i) {
        Owned word = i < stateSize ? newIntFromUnsigned(asRandom(self)->state[i]) : newInt(asRandom(self)->index);
        if (!word) return {};
        state->items[i] = word.pointer;
    }
    recordCells(state);
    return Owned(state.release());
}

Owned setState(Object* self, Object* state) {
    if (!isTuple(state)) return raise(exc::TypeError, "state vector must be a tuple");
    TupleObject* tuple = asTuple(state);
    if (tuple->count != stateSize + 1) return raise(exc::ValueError, "state vector is the wrong size");
    uint32_t words[stateSize];
    int64_t value;
    for (int i = 0; i < stateSize; ++i) {
        Object* word = tuple->items[i];
        if (!isInt(word)) return raise(exc::TypeError, "an integer is required");
        if (intSign(word) < 0) return raise(exc::OverflowError, "can't convert negative value to unsigned int");
        if (intBitLength(word) > 64) return raise(exc::OverflowError, "Python int too large to convert to C unsigned long");
        words[i] = asInt(word)->digits[0] | (digitCount(word) > 1 ? asInt(word)->digits[1] << digitBits : 0);
    }
    Held<> index(numberIndex(tuple->items[stateSize]));
    if (!index || !intToInt64(index, &value)) return {};
    if (value < 0 || value > stateSize) return raise(exc::ValueError, "invalid state");
    std::copy(words, words + stateSize, asRandom(self)->state);
    asRandom(self)->index = static_cast<int>(value);
    return newNone();
}

const MethodDef randomMethods[] = {
    {"random", randomMethod}, {"seed", seedMethod, 0, 1}, {"getstate", getState}, {"setstate", setState}, {"getrandbits", getRandBits}, {},
};

const MethodDef functions[] = {{}};

}

void defineRandomGeneratorType(Type* t) {
    t->name = "_random.Random";
    t->doc = "Random() -> create a random number generator with its own internal state.";
    t->basicSize = sizeof(RandomObject);
    t->flags = BaseType;
    t->dealloc = freeObject;
    t->create = randomNew;
    t->init = randomInit;
    t->getAttr = genericGetAttr;
    t->methods = randomMethods;
}

Owned makeRandomModule() {
    Ref<> module = newModule("_random");
    if (!module || !addFunctions(module, functions) || !addToModule(module, "Random", newRef(types::RandomGenerator))) return {};
    return module.release();
}

}
