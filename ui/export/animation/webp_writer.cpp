// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/animation/webp_writer.h"

#include <webp/encode.h>
#include <webp/mux.h>

namespace memtape {

namespace {

constexpr int effort = 3; // of 9: what more of it saves is a few percent, for many times the work

// The part of a frame, open where the frame before has the same.
QImage changesOf(const QImage& frame, const QImage& before, const QRect& part) {
    QImage changes = frame.copy(part).convertToFormat(QImage::Format_ARGB32);
    if (before.isNull()) return changes;
    for (int y = 0; y < part.height(); ++y) {
        const auto* old = reinterpret_cast<const QRgb*>(before.constScanLine(part.top() + y)) + part.left();
        auto* now = reinterpret_cast<QRgb*>(changes.scanLine(y));
        for (int x = 0; x < part.width(); ++x)
            if (now[x] == old[x]) now[x] = 0;
    }
    return changes;
}

// As a WebP by itself; empty: the library failed.
QByteArray packed(const QImage& image) {
    const QImage pixels = image.convertToFormat(QImage::Format_RGBA8888); // bytes in an order that no machine changes
    WebPConfig config;
    WebPPicture picture;
    if (!WebPConfigInit(&config) || !WebPConfigLosslessPreset(&config, effort) || !WebPPictureInit(&picture)) return {};
    WebPMemoryWriter memory;
    WebPMemoryWriterInit(&memory);
    picture.use_argb = 1;
    picture.width = pixels.width();
    picture.height = pixels.height();
    picture.writer = WebPMemoryWrite;
    picture.custom_ptr = &memory;
    QByteArray bytes;
    if (WebPPictureImportRGBA(&picture, pixels.constBits(), int(pixels.bytesPerLine())) && WebPEncode(&config, &picture))
        bytes = QByteArray(reinterpret_cast<const char*>(memory.mem), qsizetype(memory.size));
    WebPPictureFree(&picture);
    WebPMemoryWriterClear(&memory);
    return bytes;
}

}

int WebpWriter::longestSide() const { return WEBP_MAX_DIMENSION; }

void WebpWriter::Delete::operator()(WebPMux* file) const { WebPMuxDelete(file); }

void WebpWriter::put(const QImage& frame, const QImage& before, const QRect& changed, int from, int until) {
    if (m_hasFailed) return;
    if (!m_file) {
        m_file.reset(WebPMuxNew());
        const WebPMuxAnimParams forEver{0xFFFFFFFF, 0};
        m_hasFailed = !m_file || WebPMuxSetCanvasSize(m_file.get(), frame.width(), frame.height()) != WEBP_MUX_OK ||
                      WebPMuxSetAnimationParams(m_file.get(), &forEver) != WEBP_MUX_OK;
        if (m_hasFailed) return;
    }
    const QRect part(QPoint(changed.left() & ~1, changed.top() & ~1), changed.bottomRight()); // the format has even places alone
    const QByteArray bytes = packed(changesOf(frame, before, part));
    WebPMuxFrameInfo info{};
    info.bitstream = {reinterpret_cast<const uint8_t*>(bytes.constData()), size_t(bytes.size())};
    info.x_offset = part.left();
    info.y_offset = part.top();
    info.duration = until - from;
    info.id = WEBP_CHUNK_ANMF;
    info.dispose_method = WEBP_MUX_DISPOSE_NONE;
    info.blend_method = WEBP_MUX_BLEND;
    m_hasFailed = bytes.isEmpty() || WebPMuxPushFrame(m_file.get(), &info, 1) != WEBP_MUX_OK;
}

QByteArray WebpWriter::close(int) {
    WebPData data;
    WebPDataInit(&data);
    QByteArray bytes;
    if (!m_hasFailed && WebPMuxAssemble(m_file.get(), &data) == WEBP_MUX_OK)
        bytes = QByteArray(reinterpret_cast<const char*>(data.bytes), qsizetype(data.size));
    WebPDataClear(&data);
    return bytes;
}

}
