// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the value of a statement comes to its object, told from the way it is written.

#include <string>

#include "core/python/reading/statement_text.h"
#include "core/replay/outlook.h"

namespace memtape {

void classifyValue(Outlook& outlook, const std::string& value); // fills `value`, `form`, `callee` and `made`
// Its only brackets stand at `before` and at the end.
bool isWrapped(const StatementText& text, size_t before, char open, char close);

}
