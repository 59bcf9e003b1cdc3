// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Python as one of the languages that a Session can run.

#include "core/session/language.h"

namespace memtape {

Language& pythonLanguage();

}
