// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/appearance.h"

#include <QApplication>
#include <QPalette>
#include <QStyleHints>
#include <algorithm>
#include <atomic>

#include "ui/style/code_font.h"
#include "ui/style/style_sheet.h"

namespace memtape {

namespace {

std::atomic<TextScript> script{TextScript::Latin}; // plans are made in threads of their own

}

void setInterfaceScript(TextScript now) { script = now; }
TextScript interfaceScript() { return script; }

// The families are named one by one, so that Latin and Hangul fall to the same fonts on every machine.
QFont interfaceFont(double pixels, bool bold) {
    QFont font;
    QStringList families{QStringLiteral("Inter"), QStringLiteral("NanumGothic"), QStringLiteral("Noto Sans CJK KR"), QStringLiteral("DejaVu Sans")};
    if (script == TextScript::Hangul) families.swapItemsAt(0, 1);
    font.setFamilies(families);
    font.setPixelSize(std::max(1, int(pixels + 0.5)));
    if (bold) font.setWeight(QFont::DemiBold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QStringList codeFamilies() {
    return {plainCodeFamily(), QStringLiteral("NanumGothicCoding"), QStringLiteral("D2Coding"), QStringLiteral("DejaVu Sans Mono")};
}

QFont codeFont(double pixels, bool bold) {
    QFont font;
    font.setFamilies(codeFamilies());
    font.setPixelSize(std::max(1, int(pixels + 0.5)));
    font.setBold(bold);
    font.setStyleHint(QFont::Monospace);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

namespace {

// Qt 6.4 does not tell the desktop's scheme; the palette that the platform gave does.
bool systemIsDark() {
    static const bool dark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    return dark;
}

}

Appearance::Appearance(QObject* parent) : QObject(parent), m_palette(systemIsDark() ? Theme::Dark : Theme::Light) {}

void Appearance::setMode(Mode mode) {
    m_mode = mode;
    bool dark = mode == Mode::Dark || (mode == Mode::System && systemIsDark());
    m_palette = Palette(dark ? Theme::Dark : Theme::Light);
    apply();
    Q_EMIT changed();
}

void Appearance::refresh() {
    apply();
    Q_EMIT changed();
}

void Appearance::setTextScale(double scale) {
    scale = std::clamp(scale, 0.8, 2.5);
    if (scale == m_scale) return;
    m_scale = scale;
    apply();
    Q_EMIT changed();
}

void Appearance::apply() {
    QPalette colours;
    colours.setColor(QPalette::Window, m_palette[Ink::Window]);
    colours.setColor(QPalette::WindowText, m_palette[Ink::Text]);
    colours.setColor(QPalette::Base, m_palette[Ink::Panel]);
    colours.setColor(QPalette::AlternateBase, m_palette[Ink::Window]);
    colours.setColor(QPalette::Text, m_palette[Ink::Text]);
    colours.setColor(QPalette::PlaceholderText, m_palette[Ink::QuietText]);
    colours.setColor(QPalette::Button, m_palette[Ink::Panel]);
    colours.setColor(QPalette::ButtonText, m_palette[Ink::Text]);
    colours.setColor(QPalette::BrightText, m_palette[Ink::Error]);
    colours.setColor(QPalette::Highlight, m_palette[Ink::Accent]);
    colours.setColor(QPalette::HighlightedText, m_palette[Ink::OnAccent]);
    colours.setColor(QPalette::Link, m_palette[Ink::Accent]);
    colours.setColor(QPalette::ToolTipBase, m_palette[Ink::Panel]);
    colours.setColor(QPalette::ToolTipText, m_palette[Ink::Text]);
    colours.setColor(QPalette::Mid, m_palette[Ink::Hairline]);
    colours.setColor(QPalette::Dark, m_palette[Ink::Edge]);
    for (auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) colours.setColor(QPalette::Disabled, role, m_palette[Ink::Edge]);
    QApplication::setPalette(colours);
    QApplication::setFont(interface());
    qApp->setStyleSheet(styleSheet(m_palette, m_scale));
}

}
