// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The file of the settings as a whole:
//
//   [group]
//   key=value        whose name is "group/key"; what stands in no group is in [General]
//
// Names are percent-encoded where they are more than letters and digits; values are in ini_value.h.

#include <QByteArray>
#include <QVariantMap>

namespace memtape {

struct IniText {
    QVariantMap values;  // by their names
    bool isWhole = true; // false: some of it makes no sense, and was left out
};

IniText readIni(const QByteArray& bytes);
QByteArray writeIni(const QVariantMap& values);

}
