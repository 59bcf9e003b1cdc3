// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/style_sheet.h"

#include "ui/style/appearance.h"

namespace memtape {

namespace {

// $Name: an ink; $code: the families of the code font; $theme: dark or light; @N: N pixels, scaled with the text.
const char* const sheet = R"(
* { outline: none; }
QToolTip { background: $Panel; color: $Text; border: 1px solid $Edge; padding: @4px @7px; }
QToolButton, QPushButton {
    background: $Panel; color: $Text; border: 1px solid $Edge; border-radius: @6px;
    padding: 0 @9px; min-height: @28px; max-height: @28px; font-size: @13px; }
QToolButton:hover, QPushButton:hover { background: $AccentSoft; }
QToolButton:pressed, QPushButton:pressed { background: $AccentSoft; border-color: $Accent; }
QToolButton:focus, QPushButton:focus { border: 2px solid $Accent; padding: 0 @8px; }
QToolButton:disabled, QPushButton:disabled { color: $Edge; border-color: $Hairline; }
QPushButton[look="choice"] { max-height: @400px; }
QToolButton:checked { background: $AccentSoft; border-color: $Accent; font-weight: 600; }
QToolButton[look="primary"], QPushButton[look="primary"] { background: $Accent; color: $OnAccent; border-color: $Accent; font-weight: 600; }
QToolButton[look="primary"]:disabled { background: $Window; color: $Edge; border-color: $Hairline; }
QToolButton[look="primary"]:focus { border: 2px solid $Text; }
QPushButton[look="codelink"] { border: 1px solid transparent; background: transparent; color: $Accent; padding: 0; text-align: left; min-height: @18px; max-height: @18px;
    font-family: $code; }
QPlainTextEdit { font-family: $code; font-size: @13px; }
QToolButton[look="segment"] { color: $QuietText; border: 1px solid $Hairline; border-radius: 0; padding: 0; margin: 0 -1px 0 0; }
QToolButton[look="segment"][end="first"] { border-top-left-radius: @6px; border-bottom-left-radius: @6px; }
QToolButton[look="segment"][end="last"] { border-top-right-radius: @6px; border-bottom-right-radius: @6px; margin: 0; }
QToolButton[look="segment"]:focus { border: 2px solid $Accent; padding: 0; }
QToolButton[look="segment"]:checked { color: $Text; background: $AccentSoft; border-color: $Accent; font-weight: 600; }
QToolButton[look="marked"] { background: $ChangedSoft; color: $Text; border-color: $Changed; }
QToolButton[look="flat"] { border: 1px solid transparent; background: transparent; color: $QuietText; padding: 0 @5px; min-height: @22px; max-height: @22px; }
QToolButton[look="flat"]:hover { color: $Text; background: $AccentSoft; }
QToolButton[look="flat"]:focus { border: 1px solid $Accent; padding: 0 @5px; }
QToolButton[look="link"], QPushButton[look="link"] { border: 1px solid transparent; background: transparent; color: $Accent; padding: 0; text-align: left;
    min-height: @18px; max-height: @18px; }
QToolButton[look="link"]:hover, QPushButton[look="link"]:hover, QPushButton[look="codelink"]:hover { border-bottom-color: $Accent; border-radius: 0; }
QToolButton[look="link"]:focus, QPushButton[look="link"]:focus, QPushButton[look="codelink"]:focus { border: 1px solid $Accent; padding: 0; border-radius: @3px; }
QToolButton[look="tab"] { border: none; border-bottom: 2px solid transparent; border-radius: 0; background: transparent; color: $QuietText;
    padding: 0 @2px; margin: 0 @8px 0 0; min-height: @30px; max-height: @30px; }
QToolButton[look="tab"][tight="true"] { margin: 0; }
QToolButton[look="tab"]:checked { color: $Text; border-bottom: 2px solid $Accent; background: transparent; font-weight: 600; }
QToolButton[look="tab"]:focus { color: $Accent; border: 1px solid $Accent; border-bottom: 2px solid $Accent; border-radius: @3px; padding: 0 @1px; }
QToolButton[look="tabs"] { border: none; border-bottom: 2px solid $Accent; border-radius: 0; background: transparent; color: $Text; font-weight: 600;
    padding: 0 @2px; min-height: @30px; max-height: @30px; }
QToolButton[look="tabs"]:focus { color: $Accent; border: 1px solid $Accent; border-bottom: 2px solid $Accent; border-radius: @3px; padding: 0 @1px; }
QToolButton::menu-indicator { image: none; }
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox { background: $Window; color: $Text; border: 1px solid $Edge; border-radius: @6px; padding: 0 @8px; min-height: @26px; font-size: @13px;
    selection-background-color: $Accent; selection-color: $OnAccent; }
QSpinBox, QDoubleSpinBox { min-width: @64px; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { width: 0; border: none; }
QComboBox { padding-right: @22px; }
QComboBox::drop-down { border: none; width: @22px; }
QComboBox::down-arrow { image: url(:/icons/down.svg); width: @12px; height: @12px; }
QComboBox QAbstractItemView { background: $Panel; color: $Text; border: 1px solid $Edge; selection-background-color: $AccentSoft; selection-color: $Text; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus { border: 2px solid $Accent; padding: 0 @7px; }
QMenu { background: $Panel; color: $Text; border: 1px solid $Edge; padding: @4px; font-size: @13px; }
QMenu::item { padding: @5px @28px @5px @14px; border-radius: @4px; }
QMenu::item:selected { background: $AccentSoft; }
QMenu::item:disabled { color: $Edge; }
QMenu::separator { height: 1px; background: $Hairline; margin: @4px @8px; }
QScrollBar:vertical { background: transparent; width: @10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: @10px; margin: 0; }
QScrollBar::handle { background: $Edge; border-radius: @3px; margin: 2px; min-height: @24px; min-width: @24px; }
QScrollBar::handle:hover { background: $QuietText; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea { border: none; background: $Panel; color: $Text; }
QScrollArea, QScrollArea > QWidget > QWidget { background: $Panel; }
QSplitter::handle { background: $Hairline; }
QLabel { color: $Text; background: transparent; font-size: @13px; }
QLabel[look="quiet"] { color: $QuietText; font-size: @12px; }
QLabel[look="title"] { font-weight: 600; font-size: @13px; }
QLabel[look="body"] { font-size: @13px; }
QLabel[look="code"] { font-family: $code; font-size: @13px; }
QLabel[look="headline"] { font-weight: 600; font-size: @15px; }
QFrame[look="line"] { background: $Hairline; border: none; max-height: 1px; min-height: 1px; }
QWidget[look="panel"] { background: $Panel; }
QFrame[look="popup"] { background: $Panel; border: 1px solid $Edge; }
QHeaderView::section { background: $Panel; color: $QuietText; border: none; border-bottom: 1px solid $Hairline; padding: @3px @8px; font-size: @12px; }
QTreeView::item { padding: @2px @4px; }
QListView, QTreeView, QTableView { background: $Panel; border: none; font-size: @13px; selection-background-color: $AccentSoft; selection-color: $Text; }
QRadioButton, QCheckBox { color: $Text; spacing: @7px; font-size: @13px; }
QRadioButton::indicator, QCheckBox::indicator { width: @14px; height: @14px; border: 1px solid $Edge; background: $Window; }
QRadioButton::indicator { border-radius: @7px; }
QCheckBox::indicator { border-radius: @4px; }
QRadioButton::indicator:checked { background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5, stop: 0 $Accent, stop: 0.56 $Accent, stop: 0.62 $Window); border-color: $Accent; }
QCheckBox::indicator:checked { background: $Accent; border-color: $Accent; image: url(:/icons/check-$theme.svg); }
QRadioButton::indicator:focus, QCheckBox::indicator:focus { border: 2px solid $Accent; width: @12px; height: @12px; }
QRadioButton:disabled, QCheckBox:disabled, QComboBox:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QLineEdit:disabled { color: $Edge; border-color: $Hairline; }
QRadioButton::indicator:disabled, QCheckBox::indicator:disabled { border-color: $Hairline; }
QCheckBox::indicator:checked:disabled { background: $Edge; border-color: $Edge; }
)";

}

QString styleSheet(const Palette& palette, double scale) {
    QString text = QString::fromLatin1(sheet);
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == QLatin1Char('@')) {
            int number = 0;
            while (i + 1 < text.size() && text[i + 1].isDigit()) number = number * 10 + text[++i].digitValue();
            out += QString::number(int(number * scale + 0.5));
        } else if (text[i] == QLatin1Char('$')) {
            QString name;
            while (i + 1 < text.size() && text[i + 1].isLetter()) name += text[++i];
            if (name == QStringLiteral("theme")) out += palette.isDark() ? QStringLiteral("dark") : QStringLiteral("light");
            if (name == QStringLiteral("code")) out += QLatin1Char('"') + codeFamilies().join(QStringLiteral("\", \"")) + QLatin1Char('"');
            for (int ink = 0; ink < inkCount; ++ink)
                if (name == QLatin1String(inkName(Ink(ink)))) out += palette[Ink(ink)].name();
        } else {
            out += text[i];
        }
    }
    return out;
}

}
