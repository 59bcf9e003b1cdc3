# SPDX-License-Identifier: GPL-3.0-or-later
"""Decimal floating point of any precision, by the General Decimal Arithmetic Specification.

A Decimal is a sign, a whole coefficient and an exponent of ten; or an infinity ('F'), a quiet nan ('n') or a signaling
one ('N') in the exponent's place. Each operation works exactly as far as needed and is then rounded once, by the context.
"""

from _static_types import name_in_full as _name_in_full
import math as _math
import numbers as _numbers
import sys as _sys
from collections import namedtuple as _namedtuple

HAVE_THREADS = True
HAVE_CONTEXTVAR = True
MAX_PREC = 999999999999999999
MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)

ROUND_UP = 'ROUND_UP'
ROUND_DOWN = 'ROUND_DOWN'
ROUND_CEILING = 'ROUND_CEILING'
ROUND_FLOOR = 'ROUND_FLOOR'
ROUND_HALF_UP = 'ROUND_HALF_UP'
ROUND_HALF_DOWN = 'ROUND_HALF_DOWN'
ROUND_HALF_EVEN = 'ROUND_HALF_EVEN'
ROUND_05UP = 'ROUND_05UP'
_rounding_modes = (ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,
                   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP)

DecimalTuple = _namedtuple('DecimalTuple', 'sign digits exponent', module='decimal')


# ---- signals ----

class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class InvalidContext(InvalidOperation):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


# In the order in which flags and traps are listed
_signals = [InvalidOperation, FloatOperation, DivisionByZero, Overflow, Subnormal, Underflow, Rounded, Inexact, Clamped]
_shown_signals = [Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow]
_condition_map = {ConversionSyntax: InvalidOperation, DivisionImpossible: InvalidOperation,
                  DivisionUndefined: InvalidOperation, InvalidContext: InvalidOperation}


# ---- digits ----

def _text(n):
    """str(n) of any length (str() itself has a limit)."""
    if n < 10 ** 4000:
        return str(n)
    half = int(n.bit_length() * 0.30103) // 2
    high, low = divmod(n, 10 ** half)
    return _text(high) + _text(low).zfill(half)


def _number(text):
    """int(text) of any length."""
    if len(text) <= 4000:
        return int(text)
    half = len(text) // 2
    return _number(text[:-half]) * 10 ** half + _number(text[-half:])


def _length(n):
    """How many digits n has; 1 for 0."""
    if n < 10 ** 17:
        return len(str(n))
    guess = int((n.bit_length() - 1) * 0.30102999566398120)
    return guess + 1 if n < 10 ** (guess + 1) else guess + 2 if n < 10 ** (guess + 2) else guess + 3


def _shifted(n, places):
    """n * 10**places, rounded to odd in the last place where digits are lost: (result, exact)."""
    if places >= 0:
        return n * 10 ** places, True
    q, r = divmod(n, 10 ** -places)
    return q, not r


def _round_digits(coef, drop, rounding, sign):
    """coef without its last `drop` digits: (rounded, inexact)."""
    unit = 10 ** drop
    q, r = divmod(coef, unit)
    if not r:
        return q, False
    double = 2 * r
    if rounding == ROUND_HALF_EVEN:
        up = double > unit or double == unit and q & 1
    elif rounding == ROUND_HALF_UP:
        up = double >= unit
    elif rounding == ROUND_HALF_DOWN:
        up = double > unit
    elif rounding == ROUND_DOWN:
        up = False
    elif rounding == ROUND_UP:
        up = True
    elif rounding == ROUND_CEILING:
        up = not sign
    elif rounding == ROUND_FLOOR:
        up = bool(sign)
    else:
        up = q % 5 == 0
    return (q + 1 if up else q), True


# ---- contexts ----

class _SignalDict(dict):
    """Flags or traps: each signal is on or off."""

    def __init__(self, on=()):
        dict.__init__(self, {s: s in on for s in _signals})

    def __setitem__(self, key, value):
        if key not in self:
            raise KeyError('invalid error flag')
        dict.__setitem__(self, key, bool(value))

    def __delitem__(self, key):
        raise ValueError('signal keys cannot be deleted')

    def copy(self):
        return dict(self)

    def listed(self):
        return [s.__name__ for s in _shown_signals if self[s]]


def _checked_int(value, low, high, text):
    if not isinstance(value, int):
        raise TypeError('an integer is required')
    if not low <= value <= high:
        raise ValueError(text)
    return int(value)


class Context:
    """Precision, rounding, range of exponents; which signals have happened and which raise."""

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        try:
            base = DefaultContext
        except NameError:
            base = None

        def pick(value, name, standard):
            return value if value is not None else getattr(base, name) if base is not None else standard

        self.prec = pick(prec, 'prec', 28)
        self.rounding = pick(rounding, 'rounding', ROUND_HALF_EVEN)
        self.Emin = pick(Emin, 'Emin', -999999)
        self.Emax = pick(Emax, 'Emax', 999999)
        self.capitals = pick(capitals, 'capitals', 1)
        self.clamp = pick(clamp, 'clamp', 0)
        self._ignored = False
        if traps is None:
            traps = [s for s in _signals if base.traps[s]] if base is not None else []
        self.traps = traps
        self.flags = [] if flags is None else flags

    def __setattr__(self, name, value):
        if name == 'prec':
            value = _checked_int(value, 1, MAX_PREC, 'valid range for prec is [1, MAX_PREC]')
        elif name == 'Emin':
            value = _checked_int(value, MIN_EMIN, 0, 'valid range for Emin is [MIN_EMIN, 0]')
        elif name == 'Emax':
            value = _checked_int(value, 0, MAX_EMAX, 'valid range for Emax is [0, MAX_EMAX]')
        elif name == 'capitals':
            value = _checked_int(value, 0, 1, 'valid values for capitals are 0 or 1')
        elif name == 'clamp':
            value = _checked_int(value, 0, 1, 'valid values for clamp are 0 or 1')
        elif name == 'rounding':
            if value not in _rounding_modes:
                raise TypeError('valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n'
                                '   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]')
        elif name in ('flags', 'traps'):
            if isinstance(value, dict):
                if set(value) != set(_signals):
                    raise KeyError('invalid error flag')
                value = _SignalDict([s for s in value if value[s]])
            elif isinstance(value, list):
                for s in value:
                    if s not in _signals:
                        raise TypeError('valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n'
                                        '   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]')
                value = _SignalDict(value)
            else:
                raise TypeError('argument must be a signal dict')
        elif name != '_ignored':
            raise AttributeError(f"'decimal.Context' object has no attribute {name!r}")
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        raise AttributeError('context attributes cannot be deleted')

    def __repr__(self):
        return (f'Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, '
                f'capitals={self.capitals}, clamp={self.clamp}, flags=[{", ".join(self.flags.listed())}], '
                f'traps=[{", ".join(self.traps.listed())}])')

    def __reduce__(self):
        return (self.__class__, (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                                 [s for s in _signals if self.flags[s]], [s for s in _signals if self.traps[s]]))

    def copy(self):
        c = Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                    dict(self.flags), dict(self.traps))
        return c

    __copy__ = copy

    def clear_flags(self):
        for s in self.flags:
            self.flags[s] = False

    def clear_traps(self):
        for s in self.traps:
            self.traps[s] = False

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def _signal(self, condition, *more):
        """Notes a condition; raises where it is trapped."""
        conditions = (condition, *more)
        if self._ignored:
            return
        trapped = []
        for c in conditions:
            s = _condition_map.get(c, c)
            self.flags[s] = True
            if self.traps[s]:
                trapped.append(c)
        if trapped:
            s = _condition_map.get(trapped[0], trapped[0])
            raise s(trapped)

    def _quiet(self, prec=None, rounding=None):
        """A copy for intermediate results: no signals, all exponents."""
        c = Context(prec or self.prec, rounding or self.rounding, MIN_EMIN, MAX_EMAX, 1, 0, [], [])
        c._ignored = True
        return c

    def create_decimal(self, num='0', /):
        """A Decimal of num, rounded."""
        if isinstance(num, str) and (num != num.strip() or '_' in num):
            self._signal(ConversionSyntax)
            return _nan()
        d = Decimal(num, context=self)
        if d._exp in ('n', 'N') and _length(d._coef) > self.prec - self.clamp and d._coef:
            self._signal(ConversionSyntax)
            return _nan()
        return d._fix(self)

    def create_decimal_from_float(self, f, /):
        return Decimal.from_float(f)._fix(self)

    def canonical(self, a, /):
        if not isinstance(a, Decimal):
            raise TypeError("argument must be a Decimal")
        return a

    def copy_decimal(self, a, /):
        return _convert(a)

    def is_canonical(self, a, /):
        if not isinstance(a, Decimal):
            raise TypeError("argument must be a Decimal")
        return True

    def radix(self):
        return Decimal(10)

    def divmod(self, a, b, /):
        return _convert(a)._divmod(_convert(b), self)

    def power(self, a, b, modulo=None):
        return _convert(a)._power(_convert(b), modulo, self)

    def plus(self, a, /):
        return _convert(a).__pos__(self)

    def minus(self, a, /):
        return _convert(a).__neg__(self)

    def abs(self, a, /):
        return _convert(a).__abs__(context=self)

    def to_sci_string(self, a, /):
        return _convert(a).__str__(context=self)

    def to_eng_string(self, a, /):
        return _convert(a).to_eng_string(context=self)


def _delegate(name, method, operands):
    if operands == 1:
        def function(self, a, /):
            return getattr(_convert(a), method)(context=self)
    elif operands == 2:
        def function(self, a, b, /):
            return getattr(_convert(a), method)(_convert(b), context=self)
    else:
        def function(self, a, b, c, /):
            return getattr(_convert(a), method)(_convert(b), _convert(c), context=self)
    function.__name__ = name
    setattr(Context, name, function)


def _plain_delegate(name, operands):
    if operands == 1:
        def function(self, a, /):
            return getattr(_convert(a), name)()
    else:
        def function(self, a, b, /):
            return getattr(_convert(a), name)(_convert(b))
    function.__name__ = name
    setattr(Context, name, function)


for _n, _m in (('exp', 'exp'), ('ln', 'ln'), ('log10', 'log10'), ('logb', 'logb'), ('logical_invert', 'logical_invert'), ('next_minus', 'next_minus'),
               ('next_plus', 'next_plus'), ('normalize', 'normalize'), ('number_class', 'number_class'), ('sqrt', 'sqrt'), ('to_integral', 'to_integral_value'),
               ('to_integral_exact', 'to_integral_exact'), ('to_integral_value', 'to_integral_value'), ('is_normal', 'is_normal'), ('is_subnormal', 'is_subnormal')):
    _delegate(_n, _m, 1)
for _n, _m in (('add', '_add'), ('subtract', '_subtract'), ('multiply', '_multiply'), ('divide', '_divide'), ('divide_int', '_divide_int'), ('remainder', '_remainder'),
               ('compare', 'compare'), ('compare_signal', 'compare_signal'), ('logical_and', 'logical_and'), ('logical_or', 'logical_or'), ('logical_xor', 'logical_xor'),
               ('max', 'max'), ('max_mag', 'max_mag'), ('min', 'min'), ('min_mag', 'min_mag'), ('next_toward', 'next_toward'), ('quantize', '_quantize'),
               ('remainder_near', 'remainder_near'), ('rotate', 'rotate'), ('scaleb', 'scaleb'), ('shift', 'shift')):
    _delegate(_n, _m, 2)
_delegate('fma', 'fma', 3)
for _n in ('copy_abs', 'copy_negate', 'is_finite', 'is_infinite', 'is_nan', 'is_qnan', 'is_signed', 'is_snan', 'is_zero'):
    _plain_delegate(_n, 1)
for _n in ('compare_total', 'compare_total_mag', 'copy_sign', 'same_quantum'):
    _plain_delegate(_n, 2)
del _n, _m

DefaultContext = Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[],
                         traps=[DivisionByZero, Overflow, InvalidOperation])
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP, flags=[],
                       traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, flags=[], traps=[])

_current = None


def getcontext():
    """The context that operations use."""
    global _current
    if _current is None:
        _current = DefaultContext.copy()
    return _current


def setcontext(context, /):
    """Makes a context the one in use; the three standard ones are copied."""
    global _current
    if not isinstance(context, Context):
        raise TypeError('argument must be a context')
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _current = context


class ContextManager:
    def __init__(self, context):
        self.new_context = context

    def __enter__(self):
        self.saved_context = getcontext()
        setcontext(self.new_context)
        return self.new_context

    def __exit__(self, t, v, tb):
        setcontext(self.saved_context)


ContextManager.__module__ = 'decimal'


def localcontext(ctx=None, **kwargs):
    """with localcontext(…): a copy of a context for the block."""
    if ctx is None:
        ctx = getcontext()
    elif not isinstance(ctx, Context):
        raise TypeError('optional argument must be a context')
    copied = ctx.copy()
    for key, value in kwargs.items():
        if key not in ('prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'):
            raise TypeError(f"'{key}' is an invalid keyword argument for this function")
        setattr(copied, key, value)
    return ContextManager(copied)


# ---- numbers ----

def _make(sign, coef, exp):
    d = object.__new__(Decimal)
    d._sign = sign
    d._coef = coef
    d._exp = exp
    return d


def _nan():
    return _make(0, 0, 'n')


def _inf(sign):
    return _make(sign, 0, 'F')


def _convert(a):
    """An operand of a context's method."""
    if isinstance(a, Decimal):
        return a
    if isinstance(a, int):
        return Decimal(a)
    raise TypeError('conversion from %s to Decimal is not supported' % type(a).__name__)


def _operand(a):
    """An operand of an operator: a Decimal or NotImplemented."""
    if isinstance(a, Decimal):
        return a
    if isinstance(a, int):
        return Decimal(a)
    return NotImplemented


def _parse(text):
    """sign, coefficient, exponent of a numeric string; None where it is none."""
    s = text.strip().replace('_', '')
    sign = 0
    if s[:1] in ('+', '-') and s:
        sign = int(s[0] == '-')
        s = s[1:]
    low = s.lower()
    if low in ('inf', 'infinity'):
        return sign, 0, 'F'
    for prefix, kind in (('snan', 'N'), ('nan', 'n')):
        if low.startswith(prefix):
            rest = s[len(prefix):]
            if rest and not rest.isdecimal():
                return None
            return sign, _number(rest) if rest else 0, kind
    exponent = 0
    e = low.find('e')
    if e >= 0:
        part = s[e + 1:]
        digits = part[1:] if part[:1] in ('+', '-') else part
        if not digits.isdecimal():
            return None
        exponent = _number(digits) * (-1 if part[0] == '-' else 1)
        s = s[:e]
    whole, point, fraction = s.partition('.')
    if not (whole + fraction).isdecimal() or (whole and not whole.isdecimal()) or (fraction and not fraction.isdecimal()):
        return None
    return sign, _number(whole + fraction), exponent - len(fraction)


class Decimal:
    """A decimal number; Decimal('1.10') keeps its last zero."""

    __slots__ = ('_exp', '_coef', '_sign')

    def __new__(cls, value='0', context=None):
        if isinstance(value, str):
            parsed = _parse(value)
            if parsed is None:
                (context or getcontext())._signal(ConversionSyntax)
                parsed = 0, 0, 'n'
            if isinstance(parsed[2], int):
                limit = MAX_EMAX
                if parsed[1] and parsed[2] + _length(parsed[1]) - 1 > limit:
                    (context or getcontext())._signal(InvalidOperation)
                    parsed = 0, 0, 'n'
            sign, coef, exp = parsed
        elif isinstance(value, Decimal):
            if type(value) is cls:
                return value
            sign, coef, exp = value._sign, value._coef, value._exp
        elif isinstance(value, int):
            sign, coef, exp = int(value < 0), abs(int(value)), 0
        elif isinstance(value, (list, tuple)):
            sign, coef, exp = _from_tuple(value)
        elif isinstance(value, float):
            context = context or getcontext()
            context._signal(FloatOperation)
            d = Decimal.from_float(value)
            sign, coef, exp = d._sign, d._coef, d._exp
        else:
            raise TypeError('conversion from %s to Decimal is not supported' % type(value).__name__)
        self = object.__new__(cls)
        self._sign = sign
        self._coef = coef
        self._exp = exp
        return self

    @classmethod
    def from_float(cls, f, /):
        """The exact value of a float (or int)."""
        if isinstance(f, int):
            result = _make(int(f < 0), abs(int(f)), 0)
        elif isinstance(f, float):
            sign = 0 if _math.copysign(1.0, f) == 1.0 else 1
            if _math.isinf(f):
                result = _inf(sign)
            elif _math.isnan(f):
                result = _make(sign, 0, 'n')
            else:
                n, d = abs(f).as_integer_ratio()
                k = d.bit_length() - 1
                result = _make(sign, n * 5 ** k, -k)
        else:
            raise TypeError("argument must be int or float")
        return result if cls is Decimal else cls(result)

    # ---- what kind of number ----

    def is_finite(self):
        return self._exp not in ('F', 'n', 'N')

    def is_infinite(self):
        return self._exp == 'F'

    def is_nan(self):
        return self._exp in ('n', 'N')

    def is_qnan(self):
        return self._exp == 'n'

    def is_snan(self):
        return self._exp == 'N'

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return not self._coef and self.is_finite()

    def is_canonical(self):
        return True

    def is_normal(self, context=None):
        if not self.is_finite() or not self._coef:
            return False
        return (context or getcontext()).Emin <= self.adjusted()

    def is_subnormal(self, context=None):
        if not self.is_finite() or not self._coef:
            return False
        return self.adjusted() < (context or getcontext()).Emin

    def number_class(self, context=None):
        if self._exp == 'N':
            return 'sNaN'
        if self._exp == 'n':
            return 'NaN'
        sign = '-' if self._sign else '+'
        if self._exp == 'F':
            return sign + 'Infinity'
        if not self._coef:
            return sign + 'Zero'
        return sign + ('Subnormal' if self.is_subnormal(context) else 'Normal')

    def adjusted(self):
        """The exponent of the first digit."""
        if not self.is_finite():
            return 0
        return self._exp + _length(self._coef) - 1

    def canonical(self):
        return self

    def radix(self):
        return Decimal(10)

    def conjugate(self):
        return self

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return Decimal(0)

    def as_tuple(self):
        """(sign, digits, exponent)"""
        if self._exp == 'F':
            return DecimalTuple(self._sign, (0,), 'F')
        if self.is_nan():
            return DecimalTuple(self._sign, tuple(map(int, _text(self._coef))) if self._coef else (), self._exp)
        return DecimalTuple(self._sign, tuple(map(int, _text(self._coef))), self._exp)

    def as_integer_ratio(self):
        """The numerator and denominator in lowest terms."""
        if not self.is_finite():
            if self.is_nan():
                raise ValueError("cannot convert NaN to integer ratio")
            raise OverflowError("cannot convert Infinity to integer ratio")
        if not self._coef:
            return 0, 1
        n = self._coef
        if self._exp >= 0:
            n, d = n * 10 ** self._exp, 1
        else:
            d = 10 ** -self._exp
            g = _math.gcd(n, d)
            n //= g
            d //= g
        return (-n if self._sign else n), d

    # ---- nans ----

    def _check_nans(self, other=None, context=None):
        """The nan that an operation with a nan gives, or None."""
        if self._exp != 'n' and self._exp != 'N' and (other is None or other._exp != 'n' and other._exp != 'N'):
            return None
        context = context or getcontext()
        for d in (self, other):
            if d is not None and d._exp == 'N':
                context._signal(InvalidOperation)
                return d._fix_nan(context, quiet=True)
        return self._fix_nan(context) if self.is_nan() else other._fix_nan(context)

    def _fix_nan(self, context, quiet=False):
        coef = self._coef
        room = context.prec - context.clamp
        if coef and _length(coef) > room:
            coef %= 10 ** room
        return _make(self._sign, coef, 'n')

    # ---- rounding ----

    def _fix(self, context):
        """Rounded to the context's precision and range, with its signals."""
        if not self.is_finite():
            return self._fix_nan(context) if self._exp == 'n' else self
        Etiny, Etop = context.Etiny(), context.Etop()
        if not self._coef:
            top = Etop if context.clamp else context.Emax
            exp = min(max(self._exp, Etiny), top)
            if exp != self._exp:
                context._signal(Clamped)
                return _make(self._sign, 0, exp)
            return self
        length = _length(self._coef)
        exp_min = length + self._exp - context.prec
        if exp_min > Etop:
            return self._overflow(context)
        subnormal = exp_min < Etiny
        if subnormal:
            exp_min = Etiny
        if self._exp < exp_min:
            drop = exp_min - self._exp
            if drop > length:
                coef, inexact = _round_digits(self._coef, drop, context.rounding, self._sign) if drop < length + 2 else \
                    (_round_digits(1, 2, context.rounding, self._sign))
            else:
                coef, inexact = _round_digits(self._coef, drop, context.rounding, self._sign)
            if coef and _length(coef) > context.prec:
                coef //= 10
                exp_min += 1
                if exp_min > Etop:
                    return self._overflow(context)
            conditions = []
            if inexact and subnormal:
                conditions.append(Underflow)
            if subnormal:
                conditions.append(Subnormal)
            if inexact:
                conditions.append(Inexact)
            conditions.append(Rounded)
            if not coef:
                conditions.append(Clamped)
            context._signal(*conditions)
            return _make(self._sign, coef, exp_min)
        if subnormal:
            context._signal(Subnormal)
        if context.clamp and self._exp > Etop:
            context._signal(Clamped)
            return _make(self._sign, self._coef * 10 ** (self._exp - Etop), Etop)
        return self

    def _overflow(self, context):
        r, sign = context.rounding, self._sign
        context._signal(Overflow, Inexact, Rounded)
        if r in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN, ROUND_UP) or r == ROUND_CEILING and not sign or r == ROUND_FLOOR and sign:
            return _inf(sign)
        return _make(sign, 10 ** context.prec - 1, context.Emax - context.prec + 1)

    def _rescale(self, exp, rounding):
        """With this exponent, without looking at precision."""
        if not self.is_finite():
            return self
        if not self._coef:
            return _make(self._sign, 0, exp)
        if self._exp >= exp:
            return _make(self._sign, self._coef * 10 ** (self._exp - exp), exp)
        drop = exp - self._exp
        if drop > _length(self._coef) + 1:
            return _make(self._sign, _round_digits(1, 2, rounding, self._sign)[0], exp)
        return _make(self._sign, _round_digits(self._coef, drop, rounding, self._sign)[0], exp)

    def _compare_value(self, other):
        """-1, 0, 1 for numbers that are no nans."""
        if self._exp == 'F' or other._exp == 'F':
            a = 0 if self._exp != 'F' else -1 if self._sign else 1
            b = 0 if other._exp != 'F' else -1 if other._sign else 1
            return (a > b) - (a < b)
        if not self._coef:
            return 0 if not other._coef else 1 if other._sign else -1
        if not other._coef:
            return -1 if self._sign else 1
        if self._sign != other._sign:
            return -1 if self._sign else 1
        factor = -1 if self._sign else 1
        a, b = self.adjusted(), other.adjusted()
        if a != b:
            return factor if a > b else -factor
        x, y = self._coef, other._coef
        if self._exp > other._exp:
            x *= 10 ** (self._exp - other._exp)
        else:
            y *= 10 ** (other._exp - self._exp)
        return factor * ((x > y) - (x < y))

    # ---- comparison ----

    def _comparable(self, other, equality):
        if isinstance(other, Decimal):
            return other
        if isinstance(other, int):
            return Decimal(other)
        if isinstance(other, float):
            context = getcontext()
            if equality:
                context.flags[FloatOperation] = True
            else:
                context._signal(FloatOperation)
            return Decimal.from_float(other)
        if isinstance(other, _numbers.Rational):
            return other
        if equality and isinstance(other, _numbers.Complex) and other.imag == 0:
            return self._comparable(other.real, equality)
        return NotImplemented

    def _order(self, other, equality=False):
        """-1, 0, 1, None (a nan) or NotImplemented."""
        other = self._comparable(other, equality)
        if other is NotImplemented:
            return other
        if not isinstance(other, Decimal):
            if self.is_nan():
                if self._exp == 'N' or not equality:
                    getcontext()._signal(InvalidOperation)
                return None
            if self._exp == 'F':
                return -1 if self._sign else 1
            # not by the integer ratio of the Decimal: its exponent may be greater than any memory
            n = other.numerator
            return _make(self._sign, self._coef * other.denominator, self._exp)._compare_value(_make(int(n < 0), abs(n), 0))
        if self.is_nan() or other.is_nan():
            if not equality or self._exp == 'N' or other._exp == 'N':
                getcontext()._signal(InvalidOperation)
            return None
        return self._compare_value(other)

    def __eq__(self, other, context=None):
        order = self._order(other, True)
        return order if order is NotImplemented else order == 0

    def __lt__(self, other, context=None):
        order = self._order(other)
        return order if order is NotImplemented else order is not None and order < 0

    def __le__(self, other, context=None):
        order = self._order(other)
        return order if order is NotImplemented else order is not None and order <= 0

    def __gt__(self, other, context=None):
        order = self._order(other)
        return order if order is NotImplemented else order is not None and order > 0

    def __ge__(self, other, context=None):
        order = self._order(other)
        return order if order is NotImplemented else order is not None and order >= 0

    def __bool__(self):
        return not self.is_finite() or self._coef != 0

    def __hash__(self):
        if not self.is_finite():
            if self._exp == 'N':
                raise TypeError('Cannot hash a signaling NaN value')
            if self._exp == 'n':
                return object.__hash__(self)
            return -314159 if self._sign else 314159
        p = _sys.hash_info.modulus
        scale = pow(10, self._exp, p) if self._exp >= 0 else pow(pow(10, -1, p), -self._exp, p)
        result = self._coef * scale % p
        result = -result if self._sign else result
        return -2 if result == -1 else result

    def compare(self, other, context=None):
        other = _convert(other)
        nan = self._check_nans(other, context)
        return nan if nan is not None else Decimal(self._compare_value(other))

    def compare_signal(self, other, context=None):
        other = _convert(other)
        context = context or getcontext()
        if self.is_nan() or other.is_nan():
            context._signal(InvalidOperation)
            return self._check_nans(other, context._quiet())
        return Decimal(self._compare_value(other))

    def compare_total(self, other, context=None):
        other = _convert(other)
        if self._sign != other._sign:
            return Decimal(-1 if self._sign else 1)
        factor = -1 if self._sign else 1
        rank = {'n': 2, 'N': 1}
        a, b = rank.get(self._exp, 0), rank.get(other._exp, 0)
        if a or b:
            if a == b:
                return Decimal(factor * ((self._coef > other._coef) - (self._coef < other._coef)))
            return Decimal(factor * (1 if a > b else -1))
        order = self._compare_value(other)
        if order:
            return Decimal(order)
        if self._exp == 'F':
            return Decimal(0)
        return Decimal(factor * ((self._exp > other._exp) - (self._exp < other._exp)))

    def compare_total_mag(self, other, context=None):
        return self.copy_abs().compare_total(_convert(other).copy_abs())

    # ---- text ----

    def _scientific(self, context, engineering):
        sign = '-' if self._sign else ''
        if self._exp == 'F':
            return sign + 'Infinity'
        if self.is_nan():
            return sign + ('NaN' if self._exp == 'n' else 'sNaN') + (_text(self._coef) if self._coef else '')
        digits = _text(self._coef)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            point = left
        elif not engineering:
            point = 1
        elif not self._coef:
            point = (left + 1) % 3 - 1
        else:
            point = (left - 1) % 3 + 1
        if point <= 0:
            whole, fraction = '0', '.' + '0' * -point + digits
        elif point >= len(digits):
            whole, fraction = digits + '0' * (point - len(digits)), ''
        else:
            whole, fraction = digits[:point], '.' + digits[point:]
        if left == point:
            exponent = ''
        else:
            capitals = (context or getcontext()).capitals
            exponent = ('E' if capitals else 'e') + '%+d' % (left - point)
        return sign + whole + fraction + exponent

    def __str__(self, context=None):
        return self._scientific(context, False)

    def to_eng_string(self, context=None):
        return self._scientific(context, True)

    def __repr__(self):
        return "Decimal('%s')" % str(self)

    # ---- one operand ----

    def copy_abs(self):
        return _make(0, self._coef, self._exp)

    def copy_negate(self):
        return _make(1 - self._sign, self._coef, self._exp)

    def copy_sign(self, other, context=None):
        return _make(_convert(other)._sign, self._coef, self._exp)

    def __neg__(self, context=None):
        context = context or getcontext()
        nan = self._check_nans(context=context)
        if nan is not None:
            return nan
        if not self and context.rounding != ROUND_FLOOR:
            return self.copy_abs()._fix(context)
        return self.copy_negate()._fix(context)

    def __pos__(self, context=None):
        context = context or getcontext()
        nan = self._check_nans(context=context)
        if nan is not None:
            return nan
        if not self and context.rounding != ROUND_FLOOR:
            return self.copy_abs()._fix(context)
        return self._fix(context)

    def __abs__(self, context=None):
        return self.__neg__(context) if self._sign else self.__pos__(context)

    # ---- arithmetic ----

    def _add(self, other, context):
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        if self._exp == 'F':
            if other._exp == 'F' and self._sign != other._sign:
                context._signal(InvalidOperation)
                return _nan()
            return self
        if other._exp == 'F':
            return other
        exp = min(self._exp, other._exp)
        negative_zero = int(context.rounding == ROUND_FLOOR and self._sign != other._sign)
        if not self._coef and not other._coef:
            sign = negative_zero if self._sign != other._sign else self._sign
            return _make(sign, 0, exp)._fix(context)
        if not self._coef:
            exp = max(exp, other._exp - context.prec - 1)
            return other._rescale(exp, context.rounding)._fix(context)
        if not other._coef:
            exp = max(exp, self._exp - context.prec - 1)
            return self._rescale(exp, context.rounding)._fix(context)
        big, small = (self, other) if self._exp >= other._exp else (other, self)
        # A small operand far below the last digit only tells the direction of rounding
        gap = big._exp - small._exp
        small_coef, small_exp = small._coef, small._exp
        limit = big._exp + min(-1, _length(big._coef) - context.prec - 2)
        if _length(small_coef) + small_exp - 1 < limit:
            small_coef, small_exp = 1, limit
            gap = big._exp - limit
        a = big._coef * 10 ** gap
        a, b = (-a if big._sign else a), (-small_coef if small._sign else small_coef)
        total = a + b
        if not total:
            return _make(negative_zero, 0, exp)._fix(context)
        return _make(int(total < 0), abs(total), small_exp)._fix(context)

    def _subtract(self, other, context):
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        return self._add(other.copy_negate(), context)

    def _multiply(self, other, context):
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        sign = self._sign ^ other._sign
        if self._exp == 'F' or other._exp == 'F':
            if not self or not other:
                context._signal(InvalidOperation)
                return _nan()
            return _inf(sign)
        return _make(sign, self._coef * other._coef, self._exp + other._exp)._fix(context)

    def _divide(self, other, context):
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        sign = self._sign ^ other._sign
        if self._exp == 'F':
            if other._exp == 'F':
                context._signal(InvalidOperation)
                return _nan()
            return _inf(sign)
        if other._exp == 'F':
            context._signal(Clamped)
            return _make(sign, 0, context.Etiny())
        if not other:
            if not self:
                context._signal(DivisionUndefined)
                return _nan()
            context._signal(DivisionByZero)
            return _inf(sign)
        if not self:
            return _make(sign, 0, self._exp - other._exp)._fix(context)
        shift = _length(other._coef) - _length(self._coef) + context.prec + 1
        exp = self._exp - other._exp - shift
        if shift >= 0:
            coef, remainder = divmod(self._coef * 10 ** shift, other._coef)
        else:
            coef, remainder = divmod(self._coef, other._coef * 10 ** -shift)
        if remainder:
            if coef % 5 == 0:
                coef += 1  # no half, and not exact
        else:
            ideal = self._exp - other._exp
            while exp < ideal and coef % 10 == 0:
                coef //= 10
                exp += 1
        return _make(sign, coef, exp)._fix(context)

    def _whole_quotient(self, other, context):
        """The whole quotient and the remainder of finite numbers; None: too large."""
        sign = self._sign ^ other._sign
        ideal = self._exp if other._exp == 'F' else min(self._exp, other._exp)
        expdiff = self.adjusted() - other.adjusted()
        if not self or other._exp == 'F' or expdiff <= -2:
            return _make(sign, 0, 0), self._rescale(ideal, context.rounding)
        if expdiff <= context.prec:
            x, y = self._coef, other._coef
            if self._exp >= other._exp:
                x *= 10 ** (self._exp - other._exp)
            else:
                y *= 10 ** (other._exp - self._exp)
            q, r = divmod(x, y)
            if q < 10 ** context.prec:
                return _make(sign, q, 0), _make(self._sign, r, ideal)
        return None

    def _divide_int(self, other, context):
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        if self._exp == 'F':
            if other._exp == 'F':
                context._signal(InvalidOperation)
                return _nan()
            return _inf(self._sign ^ other._sign)
        if not other:
            context._signal(DivisionByZero if self else DivisionUndefined)
            return _inf(self._sign ^ other._sign) if self else _nan()
        parts = self._whole_quotient(other, context)
        if parts is None:
            context._signal(DivisionImpossible)
            return _nan()
        return parts[0]

    def _remainder(self, other, context):
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        if self._exp == 'F':
            context._signal(InvalidOperation)
            return _nan()
        if not other:
            context._signal(InvalidOperation if self else DivisionUndefined)
            return _nan()
        parts = self._whole_quotient(other, context)
        if parts is None:
            context._signal(DivisionImpossible)
            return _nan()
        return parts[1]._fix(context)

    def _divmod(self, other, context):
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan, nan
        sign = self._sign ^ other._sign
        if self._exp == 'F':
            context._signal(InvalidOperation)
            return (_nan() if other._exp == 'F' else _inf(sign)), _nan()
        if not other:
            if not self:
                context._signal(DivisionUndefined)
                return _nan(), _nan()
            context._signal(InvalidOperation, DivisionByZero)
            return _inf(sign), _nan()
        parts = self._whole_quotient(other, context)
        if parts is None:
            context._signal(DivisionImpossible)
            return _nan(), _nan()
        return parts[0], parts[1]._fix(context)

    def remainder_near(self, other, context=None):
        """What is left after the nearest whole quotient."""
        context = context or getcontext()
        other = _convert(other)
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        if self._exp == 'F':
            context._signal(InvalidOperation)
            return _nan()
        if not other:
            context._signal(InvalidOperation if self else DivisionUndefined)
            return _nan()
        if other._exp == 'F':
            return self._fix(context)
        ideal = min(self._exp, other._exp)
        if not self:
            return _make(self._sign, 0, ideal)._fix(context)
        expdiff = self.adjusted() - other.adjusted()
        if expdiff >= context.prec + 1:
            context._signal(DivisionImpossible)
            return _nan()
        if expdiff <= -2:
            return self._rescale(ideal, context.rounding)._fix(context)
        x = self._coef * 10 ** (self._exp - ideal)
        y = other._coef * 10 ** (other._exp - ideal)
        q, r = divmod(x, y)
        if 2 * r + (q & 1) > y:
            r -= y
            q += 1
        if q >= 10 ** context.prec:
            context._signal(DivisionImpossible)
            return _nan()
        sign = self._sign
        if r < 0:
            sign, r = 1 - sign, -r
        return _make(sign, r, ideal)._fix(context)

    def fma(self, other, third, context=None):
        """self * other + third, rounded once."""
        context = context or getcontext()
        other, third = _convert(other), _convert(third)
        if self._exp == 'N' or other._exp == 'N':
            return self._check_nans(other, context)
        if self._exp == 'n':
            product = self
        elif other._exp == 'n':
            product = other
        elif self._exp == 'F' or other._exp == 'F':
            if not self or not other:
                context._signal(InvalidOperation)
                return _nan()
            product = _inf(self._sign ^ other._sign)
        else:
            product = _make(self._sign ^ other._sign, self._coef * other._coef, self._exp + other._exp)
        return product._add(third, context)

    # ---- powers, roots, logarithms ----

    def sqrt(self, context=None):
        """The square root, correctly rounded."""
        context = context or getcontext()
        nan = self._check_nans(context=context)
        if nan is not None:
            return nan
        if self._exp == 'F' and not self._sign:
            return self
        if not self:
            return _make(self._sign, 0, self._exp // 2)._fix(context)
        if self._sign:
            context._signal(InvalidOperation)
            return _nan()
        prec = context.prec + 1
        e = self._exp >> 1
        c = self._coef
        if self._exp & 1:
            c *= 10
            half = (_length(self._coef) >> 1) + 1
        else:
            half = (_length(self._coef) + 1) >> 1
        shift = prec - half
        if shift >= 0:
            c *= 100 ** shift
            exact = True
        else:
            c, remainder = divmod(c, 100 ** -shift)
            exact = not remainder
        e -= shift
        n = _math.isqrt(c)
        exact = exact and n * n == c
        if exact:
            if shift >= 0:
                n //= 10 ** shift
            else:
                n *= 10 ** -shift
            e += shift
        elif n % 5 == 0:
            n += 1
        quiet = context.rounding
        context.rounding = ROUND_HALF_EVEN
        try:
            return _make(0, n, e)._fix(context)
        finally:
            context.rounding = quiet

    def exp(self, context=None):
        """e ** self, correctly rounded."""
        context = context or getcontext()
        nan = self._check_nans(context=context)
        if nan is not None:
            return nan
        if self._exp == 'F':
            return _make(0, 0, 0) if self._sign else self
        if not self:
            return Decimal(1)
        p, adj = context.prec, self.adjusted()
        if not self._sign and adj > len(str((context.Emax + 1) * 3)):
            result = _make(0, 1, context.Emax + 1)
        elif self._sign and adj > len(str((-context.Etiny() + 1) * 3)):
            result = _make(0, 1, context.Etiny() - 1)
        elif not self._sign and adj < -p:
            result = _make(0, 10 ** p + 1, -p)
        elif self._sign and adj < -p - 1:
            result = _make(0, 10 ** (p + 1) - 1, -p - 1)
        else:
            extra = 3
            while True:
                coef, exp = _dexp(-self._coef if self._sign else self._coef, self._exp, p + extra)
                if coef % (5 * 10 ** (_length(coef) - p - 1)):
                    break
                extra += 3
            result = _make(0, coef, exp)
        return _half_even(result, context)

    def ln(self, context=None):
        """The natural logarithm, correctly rounded."""
        context = context or getcontext()
        nan = self._check_nans(context=context)
        if nan is not None:
            return nan
        if not self:
            return _inf(1)
        if self._exp == 'F' and not self._sign:
            return self
        if self._sign:
            context._signal(InvalidOperation)
            return _nan()
        if self._compare_value(_one) == 0:
            return Decimal(0)
        p = context.prec
        places = p - _ln_exp_bound(self) + 2
        while True:
            coef = _dlog(self._coef, self._exp, places)
            if coef % (5 * 10 ** (_length(abs(coef)) - p - 1)):
                break
            places += 3
        return _half_even(_make(int(coef < 0), abs(coef), -places), context)

    def log10(self, context=None):
        """The decimal logarithm, correctly rounded."""
        context = context or getcontext()
        nan = self._check_nans(context=context)
        if nan is not None:
            return nan
        if not self:
            return _inf(1)
        if self._exp == 'F' and not self._sign:
            return self
        if self._sign:
            context._signal(InvalidOperation)
            return _nan()
        length = _length(self._coef)
        if self._coef == 10 ** (length - 1):
            result = Decimal(self._exp + length - 1)
        else:
            p = context.prec
            places = p - _log10_exp_bound(self) + 2
            while True:
                coef = _dlog10(self._coef, self._exp, places)
                if coef % (5 * 10 ** (_length(abs(coef)) - p - 1)):
                    break
                places += 3
            result = _make(int(coef < 0), abs(coef), -places)
        return _half_even(result, context)

    def logb(self, context=None):
        """The exponent of the first digit, as a Decimal."""
        context = context or getcontext()
        nan = self._check_nans(context=context)
        if nan is not None:
            return nan
        if self._exp == 'F':
            return _inf(0)
        if not self:
            context._signal(DivisionByZero)
            return _inf(1)
        return Decimal(self.adjusted())._fix(context)

    def _is_whole(self):
        if not self.is_finite():
            return False
        if self._exp >= 0 or not self._coef:
            return True
        return -self._exp < _length(self._coef) + 1 and self._coef % 10 ** -self._exp == 0

    def _is_even(self):
        if not self._coef or self._exp > 0:
            return True
        return self._coef // 10 ** -self._exp % 2 == 0

    def _power(self, other, modulo, context):
        if modulo is not None:
            return self._power_modulo(other, _convert(modulo), context)
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        if not other:
            if not self:
                context._signal(InvalidOperation)
                return _nan()
            return Decimal(1)
        sign = 0
        if self._sign:
            if other._is_whole():
                if not other._is_even():
                    sign = 1
            elif self:
                context._signal(InvalidOperation)
                return _nan()
            base = self.copy_negate()
        else:
            base = self
        if not base:
            return _make(sign, 0, 0) if not other._sign else _inf(sign)
        if base._exp == 'F':
            return _inf(sign) if not other._sign else _make(sign, 0, 0)
        if base._compare_value(_one) == 0:
            if other._is_whole():
                if other._sign:
                    multiplier = 0
                elif other._compare_value(Decimal(context.prec)) > 0:
                    multiplier = context.prec
                else:
                    multiplier = int(other)
                exp = base._exp * multiplier
                if exp < 1 - context.prec:
                    exp = 1 - context.prec
                    context._signal(Rounded)
            else:
                context._signal(Inexact, Rounded)
                exp = 1 - context.prec
            return _make(sign, 10 ** -exp, exp)
        adj = base.adjusted()
        if other._exp == 'F':
            if (other._sign == 0) == (adj < 0):
                return _make(sign, 0, 0)
            return _inf(sign)
        result = None
        exact = False
        bound = base._log10_bound() + other.adjusted()
        if (adj >= 0) == (other._sign == 0):
            if bound >= len(str(context.Emax)):
                result = _make(sign, 1, context.Emax + 1)
        else:
            Etiny = context.Etiny()
            if bound >= len(str(-Etiny)):
                result = _make(sign, 1, Etiny - 1)
        if result is None:
            result = base._power_exact(other, context.prec + 1)
            if result is not None:
                result = _make(sign, result._coef, result._exp)
                exact = True
        if result is None:
            p = context.prec
            yc = -other._coef if other._sign else other._coef
            extra = 3
            while True:
                coef, exp = _dpower(base._coef, base._exp, yc, other._exp, p + extra)
                if coef % (5 * 10 ** (_length(coef) - p - 1)):
                    break
                extra += 3
            result = _make(sign, coef, exp)
        if exact and not other._is_whole():
            # An exact result of a power that is not whole is shown with all digits, and signals as if it were not exact
            length = _length(result._coef)
            if length <= context.prec:
                expdiff = context.prec + 1 - length
                result = _make(result._sign, result._coef * 10 ** expdiff, result._exp - expdiff)
            quiet = context._quiet()
            quiet.Emin, quiet.Emax = context.Emin, context.Emax
            rounded = result._fix(quiet)
            context._signal(Inexact, Rounded)
            return rounded._fix(context)
        return result._fix(context)

    def _log10_bound(self):
        """b with 10**b <= |log10(self)|."""
        adj = self._exp + _length(self._coef) - 1
        if adj >= 1:
            return len(str(adj)) - 1
        if adj <= -2:
            return len(str(-1 - adj)) - 1
        if adj == 0:
            num, den = str(self._coef - 10 ** -self._exp), str(self._coef)
            return len(num) - len(den) - (num < den)
        num = str(10 ** -self._exp - self._coef)
        return len(num) + self._exp - (num < '231') - 1

    def _power_exact(self, other, p):
        """self ** other where that has at most p digits, else None."""
        xc, xe = self._coef, self._exp
        while xc % 10 == 0:
            xc //= 10
            xe += 1
        yc, ye = other._coef, other._exp
        while yc % 10 == 0:
            yc //= 10
            ye += 1
        if xc == 1:  # a power of ten
            xe *= yc
            while xe % 10 == 0 and xe:
                xe //= 10
                ye += 1
            if ye < 0:
                return None
            exponent = xe * 10 ** ye
            if other._sign:
                exponent = -exponent
            zeros = min(exponent - self._exp * int(other), p - 1) if other._is_whole() and not other._sign else 0
            zeros = max(zeros, 0)
            return _make(0, 10 ** zeros, exponent - zeros)
        if other._sign:  # xc must be a power of 2 or of 5
            last = xc % 10
            if last in (2, 4, 6, 8):
                if xc & -xc != xc:
                    return None
                e = xc.bit_length() - 1
                if ye >= len(str(p * 93 // 65)):
                    return None
                e = _times_power_of_ten(e * yc, ye)
                xe = _times_power_of_ten(xe * yc, ye)
                if e is None or xe is None or e > p * 93 // 65:
                    return None
                xc = 5 ** e
            elif last == 5:
                e = xc.bit_length() * 28 // 65
                xc, remainder = divmod(5 ** e, xc)
                if remainder:
                    return None
                while xc % 5 == 0:
                    xc //= 5
                    e -= 1
                if ye >= len(str(p * 10 // 3)):
                    return None
                e = _times_power_of_ten(e * yc, ye)
                xe = _times_power_of_ten(xe * yc, ye)
                if e is None or xe is None or e > p * 10 // 3:
                    return None
                xc = 2 ** e
            else:
                return None
            if xc >= 10 ** p:
                return None
            return _make(0, xc, -e - xe)
        if ye >= 0:
            m, n = yc * 10 ** ye, 1
        else:
            if xe and len(str(abs(yc * xe))) <= -ye:
                return None
            if xc != 1 and len(str(abs(yc) * xc.bit_length())) <= -ye:
                return None
            m, n = yc, 10 ** -ye
            while m % 2 == n % 2 == 0:
                m //= 2
                n //= 2
            while m % 5 == n % 5 == 0:
                m //= 5
                n //= 5
        if n > 1:
            if xc != 1 and xc.bit_length() <= n:
                return None
            xe, remainder = divmod(xe, n)
            if remainder:
                return None
            a = 1 << -(-xc.bit_length() // n)
            while True:
                q, r = divmod(xc, a ** (n - 1))
                if a <= q:
                    break
                a = (a * (n - 1) + q) // n
            if not (a == q and r == 0):
                return None
            xc = a
        if xc > 1 and m > p * 100 // _log10_lower(xc):
            return None
        xc = xc ** m
        xe *= m
        if xc > 10 ** p:
            return None
        if other._is_whole() and not other._sign:
            zeros = max(min(xe - self._exp * int(other), p - _length(xc)), 0)
        else:
            zeros = 0
        return _make(0, xc * 10 ** zeros, xe - zeros)

    def _power_modulo(self, other, modulo, context):
        for d in (self, other, modulo):
            if d.is_nan():
                if any(x._exp == 'N' for x in (self, other, modulo)):
                    context._signal(InvalidOperation)
                return d._fix_nan(context)
        if not (self._is_whole() and other._is_whole() and modulo._is_whole()) or other._sign and other or not modulo \
                or modulo.adjusted() >= context.prec or not other and not self:
            context._signal(InvalidOperation)
            return _nan()
        m = abs(int(modulo))
        value = pow(int(self.copy_abs()), int(other), m)
        sign = self._sign if not other._is_even() else 0
        return _make(sign, value, 0)

    # ---- quantize and its kin ----

    def quantize(self, exp, rounding=None, context=None):
        """Rounded to the exponent of exp."""
        return self._quantize(_convert(exp), context=context or getcontext(), rounding=rounding)

    def _quantize(self, exp, context, rounding=None):
        if rounding is None:
            rounding = context.rounding
        elif rounding not in _rounding_modes:
            Context(rounding=rounding)
        nan = self._check_nans(exp, context)
        if nan is not None:
            return nan
        if exp._exp == 'F' or self._exp == 'F':
            if exp._exp == self._exp:
                return self
            context._signal(InvalidOperation)
            return _nan()
        if not context.Etiny() <= exp._exp <= context.Emax:
            context._signal(InvalidOperation)
            return _nan()
        if not self:
            return _make(self._sign, 0, exp._exp)._fix(context)
        adjusted = self.adjusted()
        if adjusted > context.Emax or adjusted - exp._exp + 1 > context.prec:
            context._signal(InvalidOperation)
            return _nan()
        result = self._rescale(exp._exp, rounding)
        if result.adjusted() > context.Emax or _length(result._coef) > context.prec:
            context._signal(InvalidOperation)
            return _nan()
        if result and result.adjusted() < context.Emin:
            context._signal(Subnormal)
        if result._exp > self._exp:
            if result._compare_value(self) != 0:
                context._signal(Inexact, Rounded)
            else:
                context._signal(Rounded)
        return result._fix(context)

    def same_quantum(self, other, context=None):
        other = _convert(other)
        if not self.is_finite() or not other.is_finite():
            return self.is_nan() and other.is_nan() or self._exp == 'F' and other._exp == 'F'
        return self._exp == other._exp

    def normalize(self, context=None):
        """Without zeros at the end."""
        context = context or getcontext()
        nan = self._check_nans(context=context)
        if nan is not None:
            return nan
        rounded = self._fix(context)
        if rounded._exp == 'F':
            return rounded
        if not rounded:
            return _make(rounded._sign, 0, 0)
        top = context.Etop() if context.clamp else context.Emax
        coef, exp = rounded._coef, rounded._exp
        while exp < top and coef % 10 == 0:
            coef //= 10
            exp += 1
        return _make(rounded._sign, coef, exp)

    def to_integral_value(self, rounding=None, context=None):
        """The nearest whole number, without signals."""
        context = context or getcontext()
        nan = self._check_nans(context=context)
        if nan is not None:
            return nan
        if self._exp == 'F' or self._exp >= 0:
            return self
        return self._rescale(0, rounding or context.rounding)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        """The nearest whole number, signaling when that is another."""
        context = context or getcontext()
        nan = self._check_nans(context=context)
        if nan is not None:
            return nan
        if self._exp == 'F' or self._exp >= 0:
            return self
        if not self:
            return _make(self._sign, 0, 0)
        result = self._rescale(0, rounding or context.rounding)
        if result._compare_value(self) != 0:
            context._signal(Inexact, Rounded)
        else:
            context._signal(Rounded)
        return result

    def __round__(self, n=None):
        if n is not None:
            if not isinstance(n, int):
                raise TypeError('optional arg must be an integer')
            return self.quantize(_make(0, 1, -n))
        return self._to_int(ROUND_HALF_EVEN)

    def __floor__(self):
        return self._to_int(ROUND_FLOOR)

    def __ceil__(self):
        return self._to_int(ROUND_CEILING)

    def _to_int(self, rounding):
        if not self.is_finite():
            if self.is_nan():
                raise ValueError("cannot convert NaN to integer")
            raise OverflowError("cannot convert Infinity to integer")
        d = self._rescale(0, rounding) if self._exp < 0 else self
        value = d._coef * 10 ** d._exp
        return -value if d._sign else value

    def __int__(self):
        return self._to_int(ROUND_DOWN)

    __trunc__ = __int__

    def __float__(self):
        if self.is_nan():
            if self._exp == 'N':
                raise ValueError("cannot convert signaling NaN to float")
            return float('-nan' if self._sign else 'nan')
        return float(str(self))

    def __complex__(self):
        return complex(float(self))

    # ---- larger and smaller, neighbours ----

    def _pick(self, other, context, wanted, magnitude):
        context = context or getcontext()
        other = _convert(other)
        if self.is_nan() or other.is_nan():
            if self._exp == 'n' and other.is_finite() | (other._exp == 'F'):
                return other._fix(context)
            if other._exp == 'n' and (self.is_finite() or self._exp == 'F'):
                return self._fix(context)
            return self._check_nans(other, context)
        if magnitude:
            order = self.copy_abs()._compare_value(other.copy_abs()) or int(self.compare_total(other))
        else:
            order = self._compare_value(other) or int(self.compare_total(other))
        first = order < 0 if wanted < 0 else order > 0
        return (self if first else other)._fix(context)

    def max(self, other, context=None):
        return self._pick(other, context, 1, False)

    def min(self, other, context=None):
        return self._pick(other, context, -1, False)

    def max_mag(self, other, context=None):
        return self._pick(other, context, 1, True)

    def min_mag(self, other, context=None):
        return self._pick(other, context, -1, True)

    def _neighbour(self, context, down):
        if self._exp == 'F':
            if self._sign == int(down):
                return self
            return _make(self._sign, 10 ** context.prec - 1, context.Etop())
        quiet = context._quiet(rounding=ROUND_FLOOR if down else ROUND_CEILING)
        quiet.Emin, quiet.Emax = context.Emin, context.Emax
        fixed = self._fix(quiet)
        if fixed._compare_value(self) != 0 or fixed._exp == 'F':
            return fixed
        return self._add(_make(int(down), 1, context.Etiny() - 1), quiet)

    def next_minus(self, context=None):
        context = context or getcontext()
        nan = self._check_nans(context=context)
        return nan if nan is not None else self._neighbour(context, True)

    def next_plus(self, context=None):
        context = context or getcontext()
        nan = self._check_nans(context=context)
        return nan if nan is not None else self._neighbour(context, False)

    def next_toward(self, other, context=None):
        context = context or getcontext()
        other = _convert(other)
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        order = self._compare_value(other)
        if order == 0:
            return self.copy_sign(other)
        result = self._neighbour(context, order > 0)
        if result._exp == 'F':
            context._signal(Overflow, Inexact, Rounded)
        elif result.adjusted() < context.Emin:
            conditions = [Underflow, Subnormal, Inexact, Rounded]
            if not result:
                conditions.append(Clamped)
            context._signal(*conditions)
        return result

    def scaleb(self, other, context=None):
        """With other added to the exponent."""
        context = context or getcontext()
        other = _convert(other)
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        limit = 2 * (context.Emax + context.prec)
        if other._exp != 0 or not -limit <= int(other) <= limit:
            context._signal(InvalidOperation)
            return _nan()
        if self._exp == 'F':
            return self
        return _make(self._sign, self._coef, self._exp + int(other))._fix(context)

    def _shift_amount(self, other, context):
        if other._exp != 0 or not -context.prec <= int(other) <= context.prec:
            context._signal(InvalidOperation)
            return None
        return int(other)

    def rotate(self, other, context=None):
        context = context or getcontext()
        other = _convert(other)
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        amount = self._shift_amount(other, context)
        if amount is None:
            return _nan()
        if self._exp == 'F':
            return self
        digits = _text(self._coef % 10 ** context.prec).zfill(context.prec)
        return _make(self._sign, _number(digits[amount:] + digits[:amount]), self._exp)

    def shift(self, other, context=None):
        context = context or getcontext()
        other = _convert(other)
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        amount = self._shift_amount(other, context)
        if amount is None:
            return _nan()
        if self._exp == 'F':
            return self
        if amount < 0:
            return _make(self._sign, self._coef // 10 ** -amount, self._exp)
        return _make(self._sign, self._coef * 10 ** amount % 10 ** context.prec, self._exp)

    def _logical_digits(self, context):
        if self._sign or self._exp != 0 or set(_text(self._coef)) - set('01'):
            context._signal(InvalidOperation)
            return None
        return _text(self._coef).zfill(context.prec)[-context.prec:]

    def _logical(self, other, context, function):
        context = context or getcontext()
        a = self._logical_digits(context)
        b = _convert(other)._logical_digits(context) if a is not None else None
        if b is None:
            return _nan()
        return _make(0, _number(''.join('1' if function(x == '1', y == '1') else '0' for x, y in zip(a, b))), 0)

    def logical_and(self, other, context=None):
        return self._logical(other, context, lambda x, y: x and y)

    def logical_or(self, other, context=None):
        return self._logical(other, context, lambda x, y: x or y)

    def logical_xor(self, other, context=None):
        return self._logical(other, context, lambda x, y: x != y)

    def logical_invert(self, context=None):
        context = context or getcontext()
        return self.logical_xor(_make(0, _number('1' * context.prec), 0), context)

    # ---- format ----

    def __format__(self, specifier, /):
        spec = _parse_format(specifier)
        if spec is None:
            raise ValueError('invalid format string')
        fill, align, sign_mode, no_neg_zero, width, thousands, precision, kind = spec
        context = getcontext()
        d = self
        if not d.is_finite():
            body = str(d.copy_abs())
            if kind == '%':
                body += '%'
            if fill == '0' and align == 'z':
                fill = ' '
            return _pad_number(_sign_text(d._sign, sign_mode), body, '', fill, '>' if align in ('=', 'z') and fill == ' ' and align == 'z' else align, width, '')
        if not kind:
            kind = 'G' if context.capitals else 'g'
        if kind == '%':
            d = _make(d._sign, d._coef, d._exp + 2)
        rounding = context.rounding
        if precision is not None:
            if kind in 'eE':
                d = d._round_figures(precision + 1, rounding)
            elif kind in 'fF%':
                d = d._rescale(-precision, rounding)
            elif _length(d._coef) > max(precision, 1) and d._coef:
                d = d._round_figures(max(precision, 1), rounding)
        if not d._coef and d._exp > 0 and kind in 'fF%':
            d = d._rescale(0, rounding)
        if no_neg_zero and not d._coef:
            d = d.copy_abs()
        digits = _text(d._coef)
        left = d._exp + len(digits)
        if kind in 'eE':
            point = 1 - precision if not d._coef and precision is not None else 1
        elif kind in 'fF%':
            point = left
        elif d._exp <= 0 and left > -6:
            point = left
        else:
            point = 1
        if point < 0:
            whole, fraction = '0', '0' * -point + digits
        elif point > len(digits):
            whole, fraction = digits + '0' * (point - len(digits)), ''
        else:
            whole, fraction = digits[:point] or '0', digits[point:]
        exponent = left - point
        tail = '.' + fraction if fraction else ''
        if exponent or kind in 'eE':
            tail += ('E' if kind in 'EG' else 'e') + '%+d' % exponent
        if kind == '%':
            tail += '%'
        return _pad_number(_sign_text(d._sign, sign_mode), whole, tail, fill, align, width, thousands)

    def _round_figures(self, figures, rounding):
        if not self._coef:
            return self
        result = self._rescale(self.adjusted() + 1 - figures, rounding)
        if result.adjusted() != self.adjusted():
            result = result._rescale(result.adjusted() + 1 - figures, rounding)
        return result

    def __reduce__(self):
        return (self.__class__, (str(self),))

    def __copy__(self):
        return self if type(self) is Decimal else self.__class__(str(self))

    def __deepcopy__(self, memo):
        return self if type(self) is Decimal else self.__class__(str(self))


def _operators():
    def binary(name, worker):
        def forward(self, other, /):
            other = _operand(other)
            return other if other is NotImplemented else worker(self, other, getcontext())

        def reverse(self, other, /):
            other = _operand(other)
            return other if other is NotImplemented else worker(other, self, getcontext())
        forward.__name__ = f'__{name}__'
        reverse.__name__ = f'__r{name}__'
        setattr(Decimal, forward.__name__, forward)
        setattr(Decimal, reverse.__name__, reverse)

    binary('add', Decimal._add)
    binary('sub', Decimal._subtract)
    binary('mul', Decimal._multiply)
    binary('truediv', Decimal._divide)
    binary('floordiv', Decimal._divide_int)
    binary('mod', Decimal._remainder)
    binary('divmod', Decimal._divmod)

    def power(self, other, modulo=None, /):
        other = _operand(other)
        if other is NotImplemented:
            return other
        if modulo is not None:
            modulo = _operand(modulo)
            if modulo is NotImplemented:
                return modulo
        return self._power(other, modulo, getcontext())

    def reverse_power(self, other, modulo=None, /):
        other = _operand(other)
        return other if other is NotImplemented else other._power(self, None, getcontext())

    Decimal.__pow__ = power
    Decimal.__rpow__ = reverse_power


_operators()
del _operators
_numbers.Number.register(Decimal)
_one = Decimal(1)


def _half_even(d, context):
    saved = context.rounding
    context.rounding = ROUND_HALF_EVEN
    try:
        return d._fix(context)
    finally:
        context.rounding = saved


def _from_tuple(value):
    if len(value) != 3:
        raise ValueError('argument must be a sequence of length 3')
    sign, digits, exp = value
    if not isinstance(sign, int) or sign not in (0, 1):
        raise ValueError('sign must be an integer with the value 0 or 1')
    if exp == 'F':
        return sign, 0, 'F'
    if not isinstance(digits, (tuple, list)):
        raise ValueError('coefficient must be a tuple of digits')
    for digit in digits:
        if not isinstance(digit, int) or not 0 <= digit <= 9:
            raise ValueError('coefficient must be a tuple of digits')
    coef = _number(''.join(map(str, digits)) or '0')
    if exp in ('n', 'N'):
        return sign, coef, exp
    if not isinstance(exp, int):
        raise ValueError("string argument in the third position must be 'F', 'n' or 'N'" if isinstance(exp, str)
                         else 'exponent must be an integer')
    return sign, coef, exp


# ---- whole-number functions behind exp, ln, log10 and powers (all results within one unit) ----

def _times_power_of_ten(n, e):
    """n * 10**e where that is whole, else None."""
    if n == 0:
        return 0
    if e >= 0:
        return n * 10 ** e
    q, r = divmod(n, 10 ** -e)
    return None if r else q


def _log10_lower(c):
    """A lower bound of 100 * log10(c)."""
    text = str(c)
    return 100 * len(text) - {'1': 100, '2': 70, '3': 53, '4': 40, '5': 31, '6': 23, '7': 16, '8': 10, '9': 5}[text[0]]


def _ln_exp_bound(d):
    """The exponent of the first digit of ln(d), or less."""
    adj = d._exp + _length(d._coef) - 1
    if adj >= 1:
        return len(str(adj * 23 // 10)) - 1
    if adj <= -2:
        return len(str((-1 - adj) * 23 // 10)) - 1
    if adj == 0:
        num, den = _text(d._coef - 10 ** -d._exp), _text(d._coef)
        return len(num) - len(den) - (num < den)
    return d._exp + len(_text(10 ** -d._exp - d._coef)) - 1


def _log10_exp_bound(d):
    adj = d._exp + _length(d._coef) - 1
    if adj >= 1:
        return len(str(adj)) - 1
    if adj <= -2:
        return len(str(-1 - adj)) - 1
    if adj == 0:
        num, den = _text(d._coef - 10 ** -d._exp), _text(231 * d._coef)
        return len(num) - len(den) - (num < den) + 2
    num = _text(10 ** -d._exp - d._coef)
    return len(num) + d._exp - (num < '231') - 1


def _div_nearest(a, b):
    q, r = divmod(a, b)
    return q + (2 * r + (q & 1) > b)


def _rshift_nearest(x, shift):
    b, q = 1 << shift, x >> shift
    return q + (2 * (x & (b - 1)) + (q & 1) > b)


def _sqrt_nearest(n, a):
    b = 0
    while a != b:
        b, a = a, a - -n // a >> 1
    return a


def _ilog(x, M, L=8):
    """M * ln(x / M), nearly."""
    y = x - M
    R = 0
    while R <= L and abs(y) << L - R >= M or R > L and abs(y) >> R - L >= M:
        y = _div_nearest(M * y << 1, M + _sqrt_nearest(M * (M + _rshift_nearest(y, R)), M))
        R += 1
    T = -int(-10 * len(_text(M)) // (3 * L))
    yshift = _rshift_nearest(y, R)
    w = _div_nearest(M, T)
    for k in range(T - 1, 0, -1):
        w = _div_nearest(M, k) - _div_nearest(yshift * w, M)
    return _div_nearest(w * y, M)


def _dlog10(c, e, p):
    """10**p * log10(c * 10**e), nearly."""
    p += 2
    length = _length(c)
    f = e + length - (e + length >= 1)
    if p > 0:
        M = 10 ** p
        k = e + p - f
        if k >= 0:
            c *= 10 ** k
        else:
            c = _div_nearest(c, 10 ** -k)
        log_d = _ilog(c, M)
        log_10 = _log10_digits(p)
        log_d = _div_nearest(log_d * M, log_10)
        log_tenpower = f * M
    else:
        log_d = 0
        log_tenpower = _div_nearest(f, 10 ** -p)
    return _div_nearest(log_tenpower + log_d, 100)


def _dlog(c, e, p):
    """10**p * ln(c * 10**e), nearly."""
    p += 2
    length = _length(c)
    f = e + length - (e + length >= 1)
    if p > 0:
        k = e + p - f
        if k >= 0:
            c *= 10 ** k
        else:
            c = _div_nearest(c, 10 ** -k)
        log_d = _ilog(c, 10 ** p)
    else:
        log_d = 0
    if f:
        extra = len(str(abs(f))) - 1
        if p + extra >= 0:
            f_log_ten = _div_nearest(f * _log10_digits(p + extra), 10 ** extra)
        else:
            f_log_ten = 0
    else:
        f_log_ten = 0
    return _div_nearest(f_log_ten + log_d, 100)


_log10_cache = '23025850929940456840179914546843642076011014886'


def _log10_digits(p):
    """floor(10**p * ln(10))"""
    global _log10_cache
    if p >= len(_log10_cache):
        extra = 3
        while True:
            M = 10 ** (p + extra + 2)
            digits = _text(_div_nearest(_ilog(10 * M, M), 100))
            if digits[-extra:] != '0' * extra:
                break
            extra += 3
        _log10_cache = digits.rstrip('0')[:-1]
    return _number(_log10_cache[:p + 1])


def _iexp(x, M, L=8):
    """M * exp(x / M), nearly."""
    R = (x << L) // M
    R = R.bit_length() if R >= 0 else (-R).bit_length()
    T = -int(-10 * len(_text(M)) // (3 * L))
    y = _div_nearest(x, T)
    Mshift = M << R
    for i in range(T - 1, 0, -1):
        y = _div_nearest(x * (Mshift + y), Mshift * i)
    for k in range(R - 1, -1, -1):
        Mshift = M << (k + 2)
        y = _div_nearest(y * (y + Mshift), Mshift)
    return M + y


def _dexp(c, e, p):
    """exp(c * 10**e) with p digits: coefficient and exponent."""
    p += 2
    extra = max(0, e + len(_text(abs(c))) - 1)
    q = p + extra
    shift = e + q
    if shift >= 0:
        cshift = c * 10 ** shift
    else:
        cshift = c // 10 ** -shift
    quot, rem = divmod(cshift, _log10_digits(q))
    rem = _div_nearest(rem, 10 ** extra)
    return _div_nearest(_iexp(rem, 10 ** p), 1000), quot - p + 3


def _dpower(xc, xe, yc, ye, p):
    """(xc * 10**xe) ** (yc * 10**ye) with p digits: coefficient and exponent."""
    b = len(_text(abs(yc))) + ye
    lxc = _dlog(xc, xe, p + b + 1)
    shift = ye - b
    if shift >= 0:
        pc = lxc * yc * 10 ** shift
    else:
        pc = _div_nearest(lxc * yc, 10 ** -shift)
    if pc == 0:
        if (_length(xc) + xe >= 1) == (yc > 0):
            return 10 ** (p - 1) + 1, 1 - p
        return 10 ** p - 1, -p
    coef, exp = _dexp(pc, -(p + 1), p + 1)
    return _div_nearest(coef, 10), exp + 1


# ---- format ----

def _parse_format(text):
    fill, align, zero = ' ', None, False
    rest = text
    if len(rest) >= 2 and rest[1] in '<>=^':
        fill, align, rest = rest[0], rest[1], rest[2:]
    elif rest[:1] and rest[0] in '<>=^':
        align, rest = rest[0], rest[1:]
    sign = '-'
    if rest[:1] and rest[0] in '+- ':
        sign, rest = rest[0], rest[1:]
    no_neg_zero = rest[:1] == 'z'
    if no_neg_zero:
        rest = rest[1:]
    if rest[:1] == '0':
        if align is not None:
            return None
        zero, rest = True, rest[1:]
    end = 0
    while end < len(rest) and rest[end] in '0123456789':
        end += 1
    width, rest = int(rest[:end] or 0), rest[end:]
    thousands = ''
    if rest[:1] == ',':
        thousands, rest = ',', rest[1:]
    precision = None
    if rest[:1] == '.':
        end = 1
        while end < len(rest) and rest[end] in '0123456789':
            end += 1
        if end == 1:
            return None
        precision, rest = int(rest[1:end]), rest[end:]
    kind = ''
    if rest[:1] and rest[0] in 'eEfFgGn%':
        kind, rest = rest[0], rest[1:]
    if rest or kind == 'n' and thousands:
        return None
    if kind == 'n':
        kind = 'g'
    if zero:
        fill, align = '0', 'z'
    return fill, align or '>', sign, no_neg_zero, width, thousands, precision, kind


def _sign_text(negative, mode):
    return '-' if negative else mode if mode in '+ ' else ''


def _pad_number(sign, whole, tail, fill, align, width, thousands):
    if align == 'z':  # zeros between sign and digits, in groups too
        room = width - len(sign) - len(tail)
        if not thousands:
            return sign + whole.zfill(room) + tail
        groups = []
        while True:
            take = min(max(len(whole), room, 1), 3)
            groups.append(whole[-take:].zfill(take))
            whole = whole[:-take]
            room -= take
            if not whole and room <= 0:
                break
            room -= 1
        return sign + ','.join(reversed(groups)) + tail
    if thousands:
        first = len(whole) % 3
        parts = [whole[:first]] if first else []
        parts += [whole[i:i + 3] for i in range(first, len(whole), 3)]
        whole = ','.join(parts)
    body = whole + tail
    padding = fill * (width - len(sign) - len(body))
    if align == '<':
        return sign + body + padding
    if align == '>':
        return padding + sign + body
    if align == '^':
        half = len(padding) // 2
        return padding[:half] + sign + body + padding[half:]
    return sign + padding + body


for _type in (Decimal, Context):
    _name_in_full(_type)
del _type
