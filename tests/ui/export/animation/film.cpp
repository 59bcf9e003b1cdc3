// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/export/animation/film.h"

#include <gif_lib.h>
#include <webp/demux.h>
#include <zlib.h>

#include <QPainter>
#include <QtEndian>
#include <cstring>

#include "tests/support/ui/catch_qt.h"

namespace memtape {

Film filmOfWebp(const QByteArray& bytes) {
    const WebPData data{reinterpret_cast<const uint8_t*>(bytes.constData()), size_t(bytes.size())};
    WebPAnimDecoder* decoder = WebPAnimDecoderNew(&data, nullptr);
    REQUIRE(decoder);
    WebPAnimInfo info;
    REQUIRE(WebPAnimDecoderGetInfo(decoder, &info));
    if (info.frame_count > 1) CHECK(info.loop_count == 0); // for ever; one alone is a picture
    Film film;
    int before = 0;
    while (WebPAnimDecoderHasMoreFrames(decoder)) {
        uint8_t* pixels = nullptr;
        int end = 0;
        REQUIRE(WebPAnimDecoderGetNext(decoder, &pixels, &end));
        const QImage image(pixels, int(info.canvas_width), int(info.canvas_height), QImage::Format_RGBA8888);
        film.append({image.convertToFormat(QImage::Format_RGB32), end - before});
        before = end;
    }
    WebPAnimDecoderDelete(decoder);
    return film;
}

namespace {

int take(GifFileType* file, GifByteType* to, int count) {
    auto& rest = *static_cast<QByteArray*>(file->UserData);
    const auto length = std::min<qsizetype>(count, rest.size());
    std::memcpy(to, rest.constData(), size_t(length));
    rest.remove(0, length);
    return int(length);
}

}

Film filmOfGif(const QByteArray& bytes) {
    QByteArray rest = bytes;
    int error = 0;
    GifFileType* file = DGifOpen(&rest, take, &error);
    REQUIRE(file);
    REQUIRE(DGifSlurp(file) == GIF_OK);
    QImage canvas(file->SWidth, file->SHeight, QImage::Format_RGB32);
    canvas.fill(Qt::magenta); // no frame leaves any of it
    Film film;
    for (int i = 0; i < file->ImageCount; ++i) {
        const SavedImage& saved = file->SavedImages[i];
        GraphicsControlBlock control;
        REQUIRE(DGifSavedExtensionToGCB(file, i, &control) == GIF_OK);
        CHECK(control.DisposalMode == DISPOSE_DO_NOT);
        const GifImageDesc& at = saved.ImageDesc;
        for (int y = 0; y < at.Height; ++y)
            for (int x = 0; x < at.Width; ++x) {
                const int index = saved.RasterBits[y * at.Width + x];
                if (index == control.TransparentColor) continue;
                const GifColorType& colour = at.ColorMap->Colors[index];
                canvas.setPixel(at.Left + x, at.Top + y, qRgb(colour.Red, colour.Green, colour.Blue));
            }
        film.append({canvas.copy(), control.DelayTime * 10});
    }
    DGifCloseFile(file, &error);
    return film;
}

Film filmOfApng(const QByteArray& bytes) {
    const QByteArray signature = bytes.left(8);
    auto big = [](const QByteArray& from, qsizetype at) { return qFromBigEndian<quint32>(from.constData() + at); };
    auto chunk = [](const QByteArray& kind, const QByteArray& content) {
        QByteArray out(4, '\0'), sum(4, '\0');
        qToBigEndian(quint32(content.size()), out.data());
        qToBigEndian(quint32(crc32(0, reinterpret_cast<const Bytef*>((kind + content).constData()), uInt(content.size() + 4))), sum.data());
        return out + kind + content + sum;
    };
    QByteArray head, control, data;
    QImage canvas;
    Film film;
    quint32 sequence = 0, frames = 0;
    auto endFrame = [&] {
        if (control.isEmpty()) return;
        QByteArray ofFrame = head;
        std::memcpy(ofFrame.data(), control.constData() + 4, 8); // its own width and height
        const QImage part = QImage::fromData(signature + chunk("IHDR", ofFrame) + chunk("IDAT", data) + chunk("IEND", {}), "PNG");
        REQUIRE_FALSE(part.isNull());
        if (canvas.isNull()) canvas = QImage(int(big(head, 0)), int(big(head, 4)), QImage::Format_RGB32);
        QPainter(&canvas).drawImage(int(big(control, 12)), int(big(control, 16)), part);
        film.append(
            {canvas.copy(), int(qFromBigEndian<quint16>(control.constData() + 20)) * 1000 / int(qFromBigEndian<quint16>(control.constData() + 22))});
        data.clear();
    };
    for (qsizetype at = 8; at + 12 <= bytes.size();) {
        const auto length = qsizetype(big(bytes, at));
        const QByteArray kind = bytes.mid(at + 4, 4), content = bytes.mid(at + 8, length);
        CHECK(bytes.mid(at, length + 12) == chunk(kind, content)); // its sum is right
        if (kind == "IHDR") head = content;
        if (kind == "acTL") frames = big(content, 0);
        if (kind == "fcTL") {
            endFrame();
            control = content;
        }
        if (kind == "fcTL" || kind == "fdAT") CHECK(big(content, 0) == sequence++);
        if (kind == "IDAT") data += content;
        if (kind == "fdAT") data += content.mid(4);
        at += length + 12;
    }
    endFrame();
    CHECK(quint32(film.size()) == frames);
    return film;
}

int durationOf(const Film& film) {
    int all = 0;
    for (const FilmFrame& frame : film) all += frame.duration;
    return all;
}

}
