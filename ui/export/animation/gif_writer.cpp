// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/animation/gif_writer.h"

#include <gif_lib.h>

#include <QVector>
#include <algorithm>

#include "ui/export/animation/gif_colours.h"

namespace memtape {

namespace {

int append(GifFileType* file, const GifByteType* bytes, int count) {
    static_cast<QByteArray*>(file->UserData)->append(reinterpret_cast<const char*>(bytes), count);
    return count;
}

constexpr int hundredths(int milliseconds) { return (milliseconds + 5) / 10; }

struct FreeColours {
    void operator()(ColorMapObject* colours) const { GifFreeMapObject(colours); }
};

}

GifWriter::~GifWriter() {
    int error = 0;
    if (m_file) EGifCloseFile(m_file, &error);
}

bool GifWriter::open(QSize size) {
    int error = 0;
    m_file = EGifOpen(&m_bytes, append, &error);
    if (!m_file) return false;
    EGifSetGifVersion(m_file, true);
    const GifByteType forEver[] = {1, 0, 0};
    return EGifPutScreenDesc(m_file, size.width(), size.height(), 8, 0, nullptr) == GIF_OK &&
           EGifPutExtensionLeader(m_file, APPLICATION_EXT_FUNC_CODE) == GIF_OK && EGifPutExtensionBlock(m_file, 11, "NETSCAPE2.0") == GIF_OK &&
           EGifPutExtensionBlock(m_file, sizeof forEver, forEver) == GIF_OK && EGifPutExtensionTrailer(m_file) == GIF_OK;
}

void GifWriter::put(const QImage& frame, const QImage& before, const QRect& changed, int from, int until) {
    if (!m_file) m_hasFailed = !open(frame.size());
    if (m_hasFailed) return;
    auto line = [](const QImage& image, int y) { return reinterpret_cast<const QRgb*>(image.constScanLine(y)); };
    auto stays = [&](int x, int y) { return !before.isNull() && line(before, y)[x] == line(frame, y)[x]; };
    QVector<QRgb> pixels;
    for (int y = changed.top(); y <= changed.bottom(); ++y)
        for (int x = changed.left(); x <= changed.right(); ++x)
            if (!stays(x, y)) pixels.append(line(frame, y)[x]);
    const GifColours colours(pixels);
    const int open = int(colours.table().size());
    int count = 2;
    while (count <= open) count *= 2;
    QVector<GifColorType> table(count, GifColorType{0, 0, 0});
    for (int i = 0; i < open; ++i)
        table[i] = {GifByteType(qRed(colours.table()[i])), GifByteType(qGreen(colours.table()[i])), GifByteType(qBlue(colours.table()[i]))};
    const std::unique_ptr<ColorMapObject, FreeColours> map(GifMakeMapObject(count, table.constData()));

    const GraphicsControlBlock control{DISPOSE_DO_NOT, false, hundredths(until) - hundredths(from), open};
    GifByteType extension[4];
    m_hasFailed = EGifGCBToExtension(&control, extension) != sizeof extension ||
                  EGifPutExtension(m_file, GRAPHICS_EXT_FUNC_CODE, sizeof extension, extension) != GIF_OK ||
                  EGifPutImageDesc(m_file, changed.left(), changed.top(), changed.width(), changed.height(), false, map.get()) != GIF_OK;
    QVector<GifByteType> row(changed.width());
    for (int y = changed.top(); y <= changed.bottom() && !m_hasFailed; ++y) {
        for (int i = 0; i < row.size(); ++i)
            row[i] = GifByteType(stays(changed.left() + i, y) ? open : colours.indexOf(line(frame, y)[changed.left() + i]));
        m_hasFailed = EGifPutLine(m_file, row.data(), int(row.size())) != GIF_OK;
    }
}

QByteArray GifWriter::close(int) {
    int error = 0;
    m_hasFailed = EGifCloseFile(std::exchange(m_file, nullptr), &error) != GIF_OK || m_hasFailed;
    return m_hasFailed ? QByteArray() : m_bytes;
}

}
