// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the window looks now: palette, text size, fonts. One object, handed to every widget; `changed` says that all of it is to be
// read again.

#include <QFont>
#include <QObject>

#include "ui/style/palette.h"

namespace memtape {

// Which script most of the window's words are in. Its font comes first, so that Latin letters and digits among Hangul are as heavy as that.
enum class TextScript : uint8_t { Latin, Hangul };
void setInterfaceScript(TextScript script);
TextScript interfaceScript();
QFont interfaceFont(double pixels, bool bold = false);
QFont codeFont(double pixels, bool bold = false);
QStringList codeFamilies();

class Appearance : public QObject {
    Q_OBJECT
public:
    enum class Mode : uint8_t { System, Light, Dark };

    explicit Appearance(QObject* parent = nullptr);
    const Palette& palette() const { return m_palette; }
    QColor operator[](Ink ink) const { return m_palette[ink]; }
    Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    double textScale() const { return m_scale; }
    void setTextScale(double scale); // 0.8 to 2.5
    // Fonts for widgets, scaled; the picture has the plain ones and is scaled as a whole.
    QFont interface(double pixels = 13, bool bold = false) const { return interfaceFont(pixels * m_scale, bold); }
    QFont code(double pixels = 13.5, bool bold = false) const { return codeFont(pixels * m_scale, bold); }
    int scaled(double pixels) const { return int(pixels * m_scale + 0.5); }
    void refresh(); // after setInterfaceScript()
    // Puts palette, font and style sheet on the application.
    void apply();

Q_SIGNALS:
    void changed();

private:
    Palette m_palette;
    Mode m_mode = Mode::System;
    double m_scale = 1;
};

}
