// SPDX-License-Identifier: GPL-3.0-or-later
// memtape_draw_icons PICTURE.svg FOLDER SIZE…: draws the program's icon for desktops, FOLDER/SIZE.png, when Memtape is built.
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv) {
    if (argc < 4) {
        std::fputs("usage: memtape_draw_icons PICTURE.svg FOLDER SIZE…\n", stderr);
        return 2;
    }
    QSvgRenderer picture(QString::fromLocal8Bit(argv[1]));
    const QString folder = QString::fromLocal8Bit(argv[2]);
    if (!picture.isValid() || !QDir().mkpath(folder)) {
        std::fprintf(stderr, "'%s' cannot be read, or '%s' cannot be made\n", argv[1], argv[2]);
        return 1;
    }
    for (int i = 3; i < argc; ++i) {
        const int size = std::atoi(argv[i]);
        QImage image(size, size, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        picture.render(&painter);
        painter.end();
        if (size > 0 && image.save(QStringLiteral("%1/%2.png").arg(folder).arg(size))) continue;
        std::fprintf(stderr, "an icon of size '%s' cannot be drawn\n", argv[i]);
        return 1;
    }
    return 0;
}
