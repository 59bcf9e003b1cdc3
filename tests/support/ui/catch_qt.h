// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Catch2 with readable failures for Qt's strings.

#include <QString>
#include <QStringList>

#include "tests/support/catch.h"

inline std::ostream& operator<<(std::ostream& out, const QString& text) { return out << text.toStdString(); } // in INFO

namespace Catch {

template <> struct StringMaker<QString> {
    static std::string convert(const QString& text) { return '"' + text.toStdString() + '"'; }
};

template <> struct StringMaker<QStringList> {
    static std::string convert(const QStringList& list) { return '"' + list.join(QStringLiteral("\" \"")).toStdString() + '"'; }
};

}
