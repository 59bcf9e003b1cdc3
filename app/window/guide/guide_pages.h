// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The guide (docs/guide), as far as it is there: which of its pages is about what has the focus, and where that lies.

#include <QString>
#include <QStringList>
#include <QUrl>

class QWidget;

namespace memtape {

QString firstGuidePage();

// By its name, the same in all languages: `02-reading-the-picture`. Of what none is about, or of nothing: the first one.
QString guidePageOf(const QWidget* focused);

QString basisPage(); // about what is the language's, its implementation's and the model's

// Where a guide may be: built beside the executable, or installed.
QStringList guideFolders();

// In the first of these folders that has it in that language. Empty: none has.
QUrl guideAddress(const QString& page, const QString& language, const QStringList& folders);

}
