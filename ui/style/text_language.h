// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The language in which texts are made: our translations, Qt's own, and the font that comes first.

#include <QString>

namespace memtape {

// "en", "ko"; any other than "ko" is "en". Needs a QCoreApplication.
void setTextLanguage(const QString& code);
QString textLanguage(); // "en" before the first set

// Texts are made in another language meanwhile.
class TextLanguageScope {
public:
    explicit TextLanguageScope(const QString& code) : m_before(textLanguage()) { setTextLanguage(code); }
    ~TextLanguageScope() { setTextLanguage(m_before); }
    TextLanguageScope(const TextLanguageScope&) = delete;
    TextLanguageScope& operator=(const TextLanguageScope&) = delete;

private:
    QString m_before;
};

}
