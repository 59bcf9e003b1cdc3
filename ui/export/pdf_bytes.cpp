// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/pdf_bytes.h"

#include <QBuffer>
#include <QHashFunctions>
#include <QMarginsF>
#include <QPainter>
#include <QPdfWriter>

namespace memtape {

namespace {

// Qt's writer goes through its fonts in the order of a hash, which has another seed in each process.
struct FixedHashOrder {
    FixedHashOrder() { QHashSeed::setDeterministicGlobalSeed(); }
    ~FixedHashOrder() { QHashSeed::resetRandomGlobalSeed(); }
};

// The writer puts the time of day into the file; equal pictures are to be equal files. The length stays, as offsets depend on it.
void takeTimeAway(QByteArray& bytes) {
    qsizetype at = bytes.indexOf("/CreationDate");
    while (at >= 0) {
        qsizetype open = bytes.indexOf('(', at), close = bytes.indexOf(')', open);
        for (qsizetype i = open + 1; i < close; ++i)
            if (bytes[i] >= '0' && bytes[i] <= '9') bytes[i] = '0';
        at = bytes.indexOf("/CreationDate", close);
    }
}

}

QByteArray pdfBytes(const QString& title, const QPageSize& size, const std::function<void(QPdfWriter&, QPainter&)>& paint) {
    const FixedHashOrder order;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(96);
        writer.setPageSize(size);
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        writer.setTitle(title);
        writer.setCreator(QStringLiteral("Memtape"));
        QPainter painter(&writer);
        paint(writer, painter);
    }
    takeTimeAway(bytes);
    return bytes;
}

}
