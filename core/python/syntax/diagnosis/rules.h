// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace memtape::diagnosis {

extern const char* const statementRules;
extern const char* const compoundRules;
extern const char* const matchRules;
extern const char* const expressionRules;
extern const char* const badExpressionRules;

}
