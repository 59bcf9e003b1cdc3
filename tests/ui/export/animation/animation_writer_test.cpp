// SPDX-License-Identifier: GPL-3.0-or-later
// The files of animations by themselves: what is written is what other readers see.
#include "ui/export/animation/animation_writer.h"

#include <QPainter>

#include "tests/support/ui/catch_qt.h"
#include "tests/ui/export/animation/film.h"
#include "ui/export/animation/apng_writer.h"
#include "ui/export/animation/gif_colours.h"
#include "ui/export/animation/gif_writer.h"
#include "ui/export/animation/webp_writer.h"

using namespace memtape;

namespace {

// A square that stands somewhere on a ground of several colours.
QImage frameWith(QPoint square, QRgb colour = qRgb(20, 60, 180)) {
    QImage image(61, 40, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) image.setPixel(x, y, qRgb(200 + x / 16, 210, 255 - y / 16));
    QPainter(&image).fillRect(QRect(square, QSize(9, 7)), QColor(colour));
    return image;
}

const QVector<QPair<QImage, int>> frames{{frameWith({3, 3}), 0}, {frameWith({20, 9}), 400}, {frameWith({20, 9}), 440}, {frameWith({50, 30}), 1200}};
constexpr int end = 2000;

template <class Writer> QByteArray written(const QVector<QPair<QImage, int>>& shown = frames) {
    Writer writer;
    for (const auto& [image, time] : shown) writer.add(image, time);
    return writer.finish(end);
}

void checkFrames(const Film& film) {
    REQUIRE(film.size() == 3); // two of the four are equal
    CHECK(film[0].image == frames[0].first);
    CHECK(film[1].image == frames[1].first);
    CHECK(film[2].image == frames[3].first);
    CHECK(film[0].duration == 400);
    CHECK(film[1].duration == 800);
    CHECK(film[2].duration == 800);
}

}

TEST_CASE("what has changed is as small as it can be", "[animation]") {
    QImage before(8, 6, QImage::Format_RGB32);
    before.fill(Qt::white);
    QImage after = before;
    CHECK(changedPart(before, after).isEmpty());
    after.setPixel(5, 2, 0xFF000000);
    CHECK(changedPart(before, after) == QRect(5, 2, 1, 1));
    after.setPixel(1, 4, 0xFF000000);
    CHECK(changedPart(before, after) == QRect(1, 2, 5, 3));
    after.setPixel(7, 5, 0xFF000000);
    after.setPixel(0, 0, 0xFF000000);
    CHECK(changedPart(before, after) == after.rect());
}

TEST_CASE("WebP shows the frames, pixel for pixel, each as long as it was shown", "[animation]") { checkFrames(filmOfWebp(written<WebpWriter>())); }
TEST_CASE("GIF shows the frames, pixel for pixel where the colours are few, each as long as it was shown", "[animation]") {
    checkFrames(filmOfGif(written<GifWriter>()));
    CHECK(written<GifWriter>().contains("NETSCAPE2.0"));
}
TEST_CASE("APNG shows the frames, pixel for pixel, each as long as it was shown", "[animation]") {
    checkFrames(filmOfApng(written<ApngWriter>()));
    CHECK(QImage::fromData(written<ApngWriter>(), "PNG") == frames[0].first); // to who knows PNG alone
}

TEST_CASE("one frame alone is an animation too, in each format", "[animation]") {
    const QVector<QPair<QImage, int>> one = frames.first(1);
    CHECK(filmOfGif(written<GifWriter>(one)).first().image == one[0].first);
    CHECK(filmOfApng(written<ApngWriter>(one)).first().image == one[0].first);
    CHECK(filmOfWebp(written<WebpWriter>(one)).first().image == one[0].first);
}

TEST_CASE("times of a GIF are rounded as a whole, so that they add up", "[animation]") {
    QVector<QPair<QImage, int>> shown;
    for (int i = 0; i < 30; ++i) shown.append({frameWith({i, i}), i * 1000 / 30});
    CHECK(durationOf(filmOfGif(written<GifWriter>(shown))) == end);
}

TEST_CASE("the colours of a GIF's frame are its own as far as there is room, and near to it beyond", "[animation]") {
    QVector<QRgb> few, many;
    for (int i = 0; i < 255; ++i) few.append(qRgb(i, 255 - i, i / 2));
    const GifColours exact(few);
    CHECK(exact.table().size() == 255);
    for (QRgb pixel : few) CHECK(exact.table()[exact.indexOf(pixel)] == pixel);

    for (int i = 0; i < 4096; ++i) many.append(qRgb(i % 256, i / 16, (i * 7) % 256));
    for (int i = 0; i < 1000; ++i) many.append(qRgb(17, 34, 51)); // the ground
    const GifColours near(many);
    CHECK(near.table().size() == GifColours::most);
    CHECK(near.table()[near.indexOf(qRgb(17, 34, 51))] == qRgb(17, 34, 51));
    for (QRgb pixel : many) {
        const QRgb drawn = near.table()[near.indexOf(pixel)];
        const int apart =
            std::max({std::abs(qRed(pixel) - qRed(drawn)), std::abs(qGreen(pixel) - qGreen(drawn)), std::abs(qBlue(pixel) - qBlue(drawn))});
        if (apart > 64) FAIL_CHECK("a colour is drawn as one that is far from it: " << apart);
    }
    CHECK(GifColours({}).table().isEmpty());
}
