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

// What says when a file was written, and the name that it got then: Qt's writer puts it into the document's information and, from 6.8 on, into its
// metadata and its last lines.
struct Told {
    const char* before;
    char end;
    const char* figures; // that stand for the time or are the name
};
constexpr const char *decimal = "0123456789", *hexadecimal = "0123456789abcdef";
constexpr Told toldOfThisTime[] = {
    {"/CreationDate (D:", ')', decimal},  {"/ModDate (D:", ')', decimal},         {" xmp:CreateDate=\"", '"', decimal},
    {" xmp:ModifyDate=\"", '"', decimal}, {" xmp:MetadataDate=\"", '"', decimal}, {" xmpMM:DocumentID=\"uuid:", '"', hexadecimal},
    {"/ID [ <", ']', hexadecimal},
};

// Equal pictures are to be equal files. The length stays, as offsets depend on it.
void takeTimeAway(QByteArray& bytes) {
    for (const Told& told : toldOfThisTime) {
        const QByteArray before(told.before), figures(told.figures);
        for (qsizetype at = bytes.indexOf(before); at >= 0; at = bytes.indexOf(before, at + 1)) {
            const qsizetype begin = at + before.size(), end = bytes.indexOf(told.end, begin);
            for (qsizetype i = begin; i < end; ++i)
                if (figures.contains(bytes[i])) bytes[i] = '0';
        }
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
