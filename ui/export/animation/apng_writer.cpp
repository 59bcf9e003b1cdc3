// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/animation/apng_writer.h"

#include <zlib.h>

#include <QBuffer>
#include <QtEndian>
#include <algorithm>

namespace memtape {

namespace {

const QByteArray signature("\x89PNG\r\n\x1a\n", 8);

template <class Number> QByteArray big(Number value) {
    QByteArray bytes(sizeof value, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray chunk(const QByteArray& kind, const QByteArray& content) {
    const QByteArray body = kind + content;
    const auto sum = crc32(0, reinterpret_cast<const Bytef*>(body.constData()), uInt(body.size()));
    return big(quint32(content.size())) + body + big(quint32(sum));
}

struct Png {
    QByteArray head, resolution, data; // the contents of IHDR, of pHYs, and of all IDAT
};

Png packed(const QImage& image) {
    QByteArray file;
    QBuffer buffer(&file);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    Png png;
    for (qsizetype at = signature.size(); at + 12 <= file.size();) {
        const auto length = qsizetype(qFromBigEndian<quint32>(file.constData() + at));
        const QByteArray kind = file.mid(at + 4, 4), content = file.mid(at + 8, length);
        if (kind == "IHDR") png.head = content;
        if (kind == "pHYs") png.resolution = content;
        if (kind == "IDAT") png.data += content;
        at += length + 12;
    }
    return png;
}

}

void ApngWriter::put(const QImage& frame, const QImage&, const QRect& changed, int from, int until) {
    const Png png = packed(frame.copy(changed));
    const char stays = 0, replaces = 0; // once its time is over; what was below it
    m_frames += chunk("fcTL", big(m_sequence++) + big(quint32(changed.width())) + big(quint32(changed.height())) + big(quint32(changed.left())) +
                                  big(quint32(changed.top())) + big(quint16(std::min(until - from, 0xFFFF))) + big(quint16(1000)) + stays + replaces);
    if (m_frameCount++ == 0) {
        m_head = chunk("IHDR", png.head) + (png.resolution.isEmpty() ? QByteArray() : chunk("pHYs", png.resolution));
        m_frames += chunk("IDAT", png.data);
    } else {
        m_frames += chunk("fdAT", big(m_sequence++) + png.data);
    }
}

QByteArray ApngWriter::close(int) {
    const quint32 forEver = 0;
    return signature + m_head + chunk("acTL", big(m_frameCount) + big(forEver)) + m_frames + chunk("IEND", {});
}

}
