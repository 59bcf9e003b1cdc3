// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What an animation's file shows, frame by frame, as readers that are none of Memtape's own understand it (libwebp, giflib, libpng behind Qt).

#include <QByteArray>
#include <QImage>
#include <QVector>

namespace memtape {

struct FilmFrame {
    QImage image; // of Format_RGB32
    int duration; // ms
};
using Film = QVector<FilmFrame>;

Film filmOfWebp(const QByteArray& bytes);
Film filmOfGif(const QByteArray& bytes);
Film filmOfApng(const QByteArray& bytes);
int durationOf(const Film& film);

}
