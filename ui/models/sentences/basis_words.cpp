// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sentences/basis_words.h"

#include <QCoreApplication>

#include "core/replay/questions/basis.h"
#include "ui/models/sentences/inspector_words.h"

namespace memtape {

QString basisText(const Reading& reading, std::string_view fact) {
    const QString name = InspectorWords(reading).basisName(basisOf(fact));
    for (const BasisRow& row : basisRows())
        if (row.fact == fact)
            return QStringLiteral("%1: %2").arg(name, QCoreApplication::translate("memtape::BasisWords", std::string(row.because).c_str()));
    return name;
}

}
