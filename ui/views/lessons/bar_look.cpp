// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/lessons/bar_look.h"

#include <QFrame>
#include <QLabel>

#include "ui/style/appearance.h"

namespace memtape {

namespace {

struct Look {
    Ink edge, ground;
    const char* sign;
};

constexpr Look looks[] = {{Ink::Accent, Ink::AccentSoft, "?"}, {Ink::Made, Ink::MadeSoft, "\u2713"}, {Ink::Changed, Ink::ChangedSoft, "\u2715"}};

}

void dressBar(QFrame& bar, QLabel& sign, BarTone tone, const Appearance& appearance) {
    const Palette& palette = appearance.palette();
    const Look& look = looks[size_t(tone)];
    const QString name = QString::fromLatin1(bar.metaObject()->className()).replace(QStringLiteral("::"), QStringLiteral("--"));
    bar.setStyleSheet(QStringLiteral("%1 { background: %2; border: none; border-left: 3px solid %3; border-bottom: 1px solid %3; }")
                          .arg(name, palette[look.ground].name(), palette[look.edge].name()));
    const int size = appearance.scaled(24);
    sign.setText(QString::fromUtf8(look.sign));
    sign.setFixedSize(size, size);
    sign.setStyleSheet(QStringLiteral("background: %1; color: %2; border-radius: %3px; font-weight: bold;")
                           .arg(palette[look.edge].name(), palette[Ink::OnAccent].name())
                           .arg(size / 2));
}

}
