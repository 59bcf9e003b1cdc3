// SPDX-License-Identifier: GPL-3.0-or-later
// _statistics: the inverse of the normal distribution, by M. J. Wichura's algorithm AS241 ("The Percentage Points of the Normal Distribution", 1988).
#include <cmath>

#include "core/python/modules/native_modules.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/float_object.h"

namespace memtape {

namespace {

// A rational function of two polynomials of degree 7, the highest coefficient first.
struct Rational {
    double above[8], below[8];
};
const Rational central{{2.50908092873012267e+3, 3.34305755835881281e+4, 6.72657709270087009e+4, 4.59219539315498715e+4, 1.37316937655094611e+4,
                        1.97159095030655144e+3, 1.33141667891784377e+2, 3.38713287279636661e+0},
                       {5.22649527885285456e+3, 2.87290857357219427e+4, 3.93078958000927106e+4, 2.12137943015865959e+4, 5.39419602142475111e+3,
                        6.87187007492057908e+2, 4.23133307016009113e+1, 1.0}};
const Rational tail{{7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e+0,
                     3.64784832476320460504e+0, 5.76949722146069140550e+0, 4.63033784615654529590e+0, 1.42343711074968357734e+0},
                    {1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
                     6.89767334985100004550e-1, 1.67638483018380384940e+0, 2.05319162663775882187e+0, 1.0}};
const Rational farTail{{2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
                        2.96560571828504891230e-1, 1.78482653991729133580e+0, 5.46378491116411436990e+0, 6.65790464350110377720e+0},
                       {2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
                        1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0}};

double polynomial(const double (&coefficients)[8], double r) {
    double sum = coefficients[0];
    for (int i = 1; i < 8; ++i) sum = sum * r + coefficients[i];
    return sum;
}

double inverse(double p, double mean, double deviation) {
    double q = p - 0.5;
    if (std::fabs(q) <= 0.425) {
        double r = 0.180625 - q * q;
        return mean + polynomial(central.above, r) * q / polynomial(central.below, r) * deviation;
    }
    double r = std::sqrt(-std::log(q <= 0 ? p : 1 - p));
    const Rational& f = r <= 5 ? tail : farTail;
    r -= r <= 5 ? 1.6 : 5.0;
    double x = polynomial(f.above, r) / polynomial(f.below, r);
    return mean + (q < 0 ? -x : x) * deviation;
}

Owned normalInverse(Object*, Args args) {
    double p, mean, deviation;
    if (!toDouble(args[0], &p) || !toDouble(args[1], &mean) || !toDouble(args[2], &deviation)) return nullptr;
    if (p <= 0 || p >= 1) return raise(exc::ValueError, "inv_cdf undefined for these parameters");
    return newFloat(inverse(p, mean, deviation));
}

const MethodDef functions[] = {{"_normal_dist_inv_cdf", normalInverse, 3, 3}, {}};

}

Owned makeStatisticsModule() {
    Ref<> module(newModule("_statistics"));
    return module && addFunctions(module, functions) ? module.release() : nullptr;
}

}
