// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a fact rests on, in words: a rule of the language, a detail of its implementation, or Memtape's own model.

#include <QString>
#include <string_view>

namespace memtape {

class Reading;

// `CPython 3.13: Counting references is one way …`; the fact as core/replay/questions/basis.h has it.
QString basisText(const Reading& reading, std::string_view fact);

}
