// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace memtape {

namespace {

QPixmap rendered(QByteArray svg, const QColor& colour, int size) {
    svg.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(svg);
    QPixmap picture(size, size);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    renderer.render(&painter);
    return picture;
}

}

QIcon icon(const QString& name, const Palette& palette, Ink ink) {
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) return {};
    QByteArray svg = file.readAll();
    QIcon icon;
    for (int size : {16, 24, 32, 48}) {
        icon.addPixmap(rendered(svg, palette[ink], size));
        icon.addPixmap(rendered(svg, palette[Ink::Edge], size), QIcon::Disabled);
    }
    return icon;
}

}
