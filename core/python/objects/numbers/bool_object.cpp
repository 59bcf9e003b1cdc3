// SPDX-License-Identifier: GPL-3.0-or-later
// bool: two ints that exist once. Operators of int, but &, | and ^ of two bools give a bool.
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/warnings.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/numbers/int_digits.h"
#include "core/python/objects/protocol/protocol.h"

namespace memtape {

namespace {

Owned boolNew(Type*, Args args) {
    if (!checkNoKeywords("bool", args) || !checkArgCount("bool", args.count, 0, 1)) return {};
    if (args.count == 0) return newBool(false);
    int truth = isTrue(args[0]);
    if (truth < 0) return {};
    return newBool(truth);
}

Owned boolRepr(Object* o) { return newRef(o == True ? names::capitalTrue : names::capitalFalse); }

Owned boolAnd(Object* a, Object* b) { return isBool(a) && isBool(b) ? newBool(a == True && b == True) : intAnd(a, b); }
Owned boolOr(Object* a, Object* b) { return isBool(a) && isBool(b) ? newBool(a == True || b == True) : intOr(a, b); }
Owned boolInvert(Object* o) {
    bool warned = warnDeprecated(
        "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion of the underlying int "
        "object and is usually not what you expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really "
        "want the bitwise inversion of the underlying int.");
    return warned ? newInt(o == True ? -2 : -1) : Owned(nullptr);
}

Owned boolXor(Object* a, Object* b) { return isBool(a) && isBool(b) ? newBool(a != b) : intXor(a, b); }

}

void defineBoolType(Type* t) {
    t->name = "bool";
    t->doc = "Returns True when the argument is true, False otherwise.\nThe builtins True and False are the only two instances of the class bool.\n"
             "The class bool is a subclass of the class int, and cannot be subclassed.";
    t->base = types::Int;
    t->basicSize = 24;
    t->itemSize = 4;
    t->flags = IntSubclass | MatchSelf;
    t->create = boolNew;
    t->repr = boolRepr;
    t->bitAnd = boolAnd;
    t->bitOr = boolOr;
    t->bitXor = boolXor;
    t->invert = boolInvert;
}

}
