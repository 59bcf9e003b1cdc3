// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a widget of our own is to a screen reader: Qt calls each a mere area, which is passed by.

#include <QAccessible>
#include <functional>

class QWidget;

namespace memtape {

// The widget is told as `role` from now on; to be called before anyone has asked, as when it is made.
void setSpokenRole(QWidget& widget, QAccessible::Role role);

// A widget that is a value between two others: a slider, which can be read and set from outside.
struct SpokenRange {
    std::function<double()> value, least, most;
    std::function<void(double)> set;
};
void setSpokenRange(QWidget& widget, const SpokenRange& range);
// To be called when the value has changed.
void speakValue(QWidget& widget, double value);

}

Q_DECLARE_METATYPE(memtape::SpokenRange)
