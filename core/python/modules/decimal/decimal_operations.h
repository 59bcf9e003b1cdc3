// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The functions of libmpdec that give an int besides, or take no context, in the form of the others.

#include <mpdecimal.h>

namespace memtape::decimaloperations {

inline void compare(mpd_t* r, const mpd_t* a, const mpd_t* b, const mpd_context_t* c, uint32_t* s) { mpd_qcompare(r, a, b, c, s); }
inline void compareSignal(mpd_t* r, const mpd_t* a, const mpd_t* b, const mpd_context_t* c, uint32_t* s) { mpd_qcompare_signal(r, a, b, c, s); }
inline void compareTotal(mpd_t* r, const mpd_t* a, const mpd_t* b, const mpd_context_t*, uint32_t*) { mpd_compare_total(r, a, b); }
inline void compareTotalMag(mpd_t* r, const mpd_t* a, const mpd_t* b, const mpd_context_t*, uint32_t*) { mpd_compare_total_mag(r, a, b); }
inline void copySign(mpd_t* r, const mpd_t* a, const mpd_t* b, const mpd_context_t*, uint32_t* s) { mpd_qcopy_sign(r, a, b, s); }
inline void copyAbsolute(mpd_t* r, const mpd_t* a, const mpd_context_t*, uint32_t* s) { mpd_qcopy_abs(r, a, s); }
inline void copyNegated(mpd_t* r, const mpd_t* a, const mpd_context_t*, uint32_t* s) { mpd_qcopy_negate(r, a, s); }

}
