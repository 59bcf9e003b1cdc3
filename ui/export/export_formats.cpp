// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_formats.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QHashFunctions>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include "ui/export/picture_json.h"
#include "ui/export/snapshot_page.h"
#include "ui/style/code_font.h"

namespace memtape {

namespace {

constexpr double mostPixels = 64e6;

QString titleOf(const SnapshotPage& page) { return page.options().title.isEmpty() ? QStringLiteral("Memtape") : page.options().title; }

QByteArray png(SnapshotPage& page, QString* error) {
    QSizeF size = page.size() * page.options().scale;
    if (size.width() * size.height() > mostPixels) {
        *error = QCoreApplication::translate("memtape::Export",
                                             "The picture would have more than 64 million pixels; choose a smaller scale, or SVG or PDF.");
        return {};
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    page.image(page.options().scale).save(&buffer, "PNG");
    return bytes;
}

template <class Paint> QByteArray drawnAsSvg(QSizeF size, const QString& title, Paint paint) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(96); // with its 72 dpi texts come out at three quarters of their size
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), size));
    generator.setTitle(title);
    QPainter painter(&generator);
    paint(painter);
    painter.end();
    return bytes;
}

// What an SVG draws, for another one: at a place of it, and nothing beyond that.
QByteArray clippedPart(const QByteArray& whole, const QRectF& place, qsizetype number) {
    const QByteArray head("</defs>"), name = "part" + QByteArray::number(number);
    const qsizetype from = whole.indexOf(head) + head.size(), end = whole.lastIndexOf("</svg>");
    auto length = [](double value) { return QByteArray::number(value, 'f', 2); };
    return "<clipPath id=\"" + name + "\"><rect x=\"0\" y=\"0\" width=\"" + length(place.width()) + "\" height=\"" + length(place.height()) +
           "\"/></clipPath>\n<g transform=\"translate(" + length(place.x()) + ',' + length(place.y()) + ")\" clip-path=\"url(#" + name + ")\">" +
           whole.mid(from, end - from) + "</g>\n";
}

QByteArray svg(SnapshotPage& page, QString*) {
    const QString title = titleOf(page);
    if (!page.cutsPanels()) return withPublicFamilyNames(drawnAsSvg(page.size(), title, [&](QPainter& painter) { page.paint(painter); }));
    // Qt's generator has no clip.
    QByteArray whole = drawnAsSvg(page.size(), title, [&](QPainter& painter) { page.paintAround(painter); });
    QByteArray panels;
    for (qsizetype i = 0; i < page.panelCount(); ++i) {
        const QRectF place = page.panelPlace(i);
        const QByteArray panel =
            drawnAsSvg(place.size(), title, [&](QPainter& painter) { page.paintPanel(painter, i, QRectF(QPointF(0, 0), place.size())); });
        panels += clippedPart(panel, place, i);
    }
    return withPublicFamilyNames(whole.insert(whole.lastIndexOf("</svg>"), panels));
}

// Qt's writer goes through its fonts in the order of a hash, which has another seed in each process.
struct FixedHashOrder {
    FixedHashOrder() { QHashSeed::setDeterministicGlobalSeed(); }
    ~FixedHashOrder() { QHashSeed::resetRandomGlobalSeed(); }
};

QByteArray pdf(SnapshotPage& page, QString*) {
    const FixedHashOrder order;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(96);
        writer.setPageSize(QPageSize(page.size() * 72 / 96, QPageSize::Point, QString(), QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        writer.setTitle(titleOf(page));
        writer.setCreator(QStringLiteral("Memtape"));
        QPainter painter(&writer);
        page.paint(painter);
    }
    // The writer puts the time of day into the file; equal pictures are to be equal files. The length stays, as offsets depend on it.
    qsizetype at = bytes.indexOf("/CreationDate");
    while (at >= 0) {
        qsizetype open = bytes.indexOf('(', at), close = bytes.indexOf(')', open);
        for (qsizetype i = open + 1; i < close; ++i)
            if (bytes[i] >= '0' && bytes[i] <= '9') bytes[i] = '0';
        at = bytes.indexOf("/CreationDate", close);
    }
    return bytes;
}

QByteArray json(SnapshotPage& page, QString*) { return pictureJson(page.scene(), page.state(), page.options().picture.view); }

}

const QList<ExportFormat>& exportFormats() {
    static const QList<ExportFormat> formats{
        {QStringLiteral("png"), QStringLiteral("PNG"), true, true, png},
        {QStringLiteral("svg"), QStringLiteral("SVG"), true, false, svg},
        {QStringLiteral("pdf"), QStringLiteral("PDF"), true, false, pdf},
        {QStringLiteral("json"), QStringLiteral("JSON"), false, false, json},
    };
    return formats;
}

const ExportFormat* exportFormatOf(const QString& path) {
    const QString ending = QFileInfo(path).suffix().toLower();
    for (const ExportFormat& format : exportFormats())
        if (format.ending == ending) return &format;
    return nullptr;
}

QStringList exportFormatNames() {
    QStringList names;
    for (const ExportFormat& format : exportFormats()) names.append(format.name);
    return names;
}

QStringList exportEndings() {
    QStringList endings;
    for (const ExportFormat& format : exportFormats()) endings.append(QLatin1Char('.') + format.ending);
    return endings;
}

}
