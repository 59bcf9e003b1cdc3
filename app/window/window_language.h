// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The language of the window's texts: which it is, and who has to know when it is another.

#include <QObject>

namespace memtape {

class WindowLanguage : public QObject {
    Q_OBJECT
public:
    const QString& code() const { return m_code; } // "en", "ko"; empty before the first set
    void set(const QString& code);                 // any other than "ko" is "en"

Q_SIGNALS:
    void changed();

private:
    QString m_code;
};

}
