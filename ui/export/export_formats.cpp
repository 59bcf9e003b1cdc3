// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_formats.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QPageSize>
#include <QPainter>
#include <QSvgGenerator>

#include "ui/export/animation/animation.h"
#include "ui/export/page/page_document.h"
#include "ui/export/pdf_bytes.h"
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

QByteArray pdf(SnapshotPage& page, QString*) {
    const QPageSize size(page.size() * 72 / 96, QPageSize::Point, QString(), QPageSize::ExactMatch);
    return pdfBytes(titleOf(page), size, [&](QPdfWriter&, QPainter& painter) { page.paint(painter); });
}

// Of each of its languages and widths it makes a plan.
QByteArray page(Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options, const RunPlan&, QString* error) {
    return pageDocument(run, steps, options, error);
}

QByteArray json(SnapshotPage& page, QString*) { return pictureJson(page.scene(), page.state(), page.options().picture.view); }

}

const QList<ExportFormat>& exportFormats() {
    using Kind = ExportFormat::Kind;
    static const QList<ExportFormat> formats{
        {QStringLiteral("png"), QStringLiteral("PNG"), Kind::Page, true, png, nullptr},
        {QStringLiteral("svg"), QStringLiteral("SVG"), Kind::Page, false, svg, nullptr},
        {QStringLiteral("pdf"), QStringLiteral("PDF"), Kind::Page, false, pdf, nullptr},
        {QStringLiteral("json"), QStringLiteral("JSON"), Kind::Data, false, json, nullptr},
        {QStringLiteral("html"), QStringLiteral("HTML"), Kind::Tale, false, nullptr, page},
        {QStringLiteral("webp"), QStringLiteral("WebP"), Kind::Film, true, nullptr, webpAnimation},
        {QStringLiteral("gif"), QStringLiteral("GIF"), Kind::Film, true, nullptr, gifAnimation},
        {QStringLiteral("apng"), QStringLiteral("APNG"), Kind::Film, true, nullptr, apngAnimation},
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
