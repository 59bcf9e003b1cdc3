// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A value of the settings as it stands in their file, behind the '='. The form is that of Qt's INI files, so that settings which Qt wrote are read, and the
// other way round:
//
//   text, number, true      in double quotes where it needs them, with escapes as in C
//   one, two                a list of texts
//   @ByteArray(…)           bytes
//   @Variant(…)             anything else, as Qt's stream of version 4.0 has it
//
// What is read may be damaged, or written by anybody: nothing is believed, and memory is taken for what is there alone.

#include <QByteArray>
#include <QVariant>
#include <optional>

namespace memtape {

QByteArray iniValueText(const QVariant& value);
// None: it makes no sense.
std::optional<QVariant> iniValueOf(const QByteArray& text);

}
