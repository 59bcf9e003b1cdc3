// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The language of all texts: which it is, and the translators of our texts and of Qt's own.

#include <QObject>
#include <QTranslator>

namespace memtape {

class WindowLanguage : public QObject {
    Q_OBJECT
public:
    const QString& code() const { return m_code; } // "en", "ko"; empty before the first set
    void set(const QString& code);                 // any other than "ko" is "en"

Q_SIGNALS:
    void changed();

private:
    QTranslator m_ours, m_qts;
    QString m_code;
};

}
