// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/snapshot_page.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

#include "ui/models/lessons/lesson.h"
#include "ui/models/picture/object_text.h"
#include "ui/models/sentences/happened_text.h"
#include "ui/scene/items/legend_item.h"
#include "ui/scene/layout/run_plan.h"
#include "ui/state/run.h"
#include "ui/style/appearance.h"
#include "ui/style/code_font.h"
#include "ui/style/metrics.h"

namespace memtape {

namespace {

constexpr double margin = 20, lineHeight = 22;

}

SnapshotPage::SnapshotPage(Run& run, uint64_t step, const ExportOptions& options, const RunPlan& plan)
    : m_options(options),
      m_state(run.stateAt(step)) {
    m_scene.setPalette(Palette(options.theme));
    m_scene.setExporting(true);
    m_scene.setPlan(plan);
    m_scene.show(buildPicture(run, step, options.picture));
    m_place = HappenedText::place(m_scene.picture().info, run.stepCount());
    if (options.code) chooseLines();
    measure();
}

void SnapshotPage::paint(QPainter& painter) {
    const SceneStyle& style = m_scene.style();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(QPointF(0, 0), m_size), style[Ink::Window]);
    painter.scale(m_fit, m_fit);
    if (!m_options.title.isEmpty()) painting::text(painter, m_title, Qt::AlignLeft, m_options.title, interfaceFont(18, true), style[Ink::Text]);
    painting::text(painter, m_caption, Qt::AlignLeft, caption(), interfaceFont(12), style[Ink::QuietText]);
    if (!m_code.isEmpty()) paintCode(painter);
    painter.save();
    painter.setClipRect(m_canvas);
    m_scene.render(&painter, m_canvas, m_scene.contentRect(), Qt::IgnoreAspectRatio);
    painter.restore();
    painter.setPen(QPen(style[Ink::Edge], 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(m_canvas);
    if (m_options.legend) legend::paint(painter, style, m_legend, false);
}

QImage SnapshotPage::image() {
    QImage image((m_size * m_options.scale).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(m_options.scale, m_options.scale);
    paint(painter);
    return image;
}

QString SnapshotPage::caption() const {
    const Picture& picture = m_scene.picture();
    QString calls = picture.calls == 1 ? tr("1 call on the stack") : tr("%1 calls on the stack").arg(picture.calls);
    QString objects = picture.heapObjects == 1 ? tr("1 object of this program") : tr("%1 objects of this program").arg(picture.heapObjects);
    QStringList facts{calls, objects, ObjectText::bytes(picture.heapBytes)};
    if (picture.hiddenObjects) facts.append(tr("only %1 drawn as boxes").arg(picture.boxes.size()));
    return m_place + QStringLiteral(" \u00B7 ") + facts.join(QStringLiteral(", "));
}

// Of a long program, the lines around the one about to run.
void SnapshotPage::chooseLines() {
    constexpr int most = 60;
    if (m_state->step().code == UINT32_MAX) return;
    m_lines = Lesson::programOf(toQString(m_state->fileSource(m_state->code(m_state->step().code).file))).split(QLatin1Char('\n'));
    while (!m_lines.isEmpty() && m_lines.last().trimmed().isEmpty()) m_lines.removeLast();
    m_line = int(m_state->step().line);
    m_firstLine = 0;
    if (m_lines.size() > most) {
        m_firstLine = std::clamp(m_line - most / 2, 0, int(m_lines.size()) - most);
        m_lines = m_lines.mid(m_firstLine, most);
    }
}

void SnapshotPage::measure() {
    double y = margin;
    QRectF content = m_scene.contentRect();
    double codeWidth = 0;
    if (!m_lines.isEmpty()) {
        QFontMetricsF metrics(codeFont(13));
        for (const QString& line : m_lines) codeWidth = std::max(codeWidth, metrics.horizontalAdvance(line));
        codeWidth = std::clamp(codeWidth + 76, 200.0, 560.0);
    }
    if (!m_options.title.isEmpty()) {
        m_title = QRectF(margin, y, 2000, 28);
        y += 32;
    }
    m_caption = QRectF(margin, y, 2000, 18);
    y += 26;
    double height = std::max(content.height(), double(m_lines.size()) * lineHeight + 16);
    if (codeWidth > 0) m_code = QRectF(margin, y, codeWidth, height);
    double left = margin + (codeWidth > 0 ? codeWidth + 12 : 0);
    // The stack's ground goes down as far as the code does: the canvas is drawn as tall as the row.
    m_canvas = QRectF(left, y, content.width(), content.height());
    if (!m_code.isEmpty()) m_code.setHeight(std::max(content.height(), double(m_lines.size()) * lineHeight + 16));
    y += height + 12;
    double right = m_canvas.right() + margin;
    if (m_options.legend) {
        QSizeF legend = legend::size(right - 2 * margin);
        m_legend = QRectF(QPointF(margin, y), legend);
        right = std::max(right, m_legend.right() + margin);
        y += legend.height();
    }
    m_size = QSizeF(std::ceil(right), std::ceil(y + margin * 0.6));
    m_title.setWidth(right - 2 * margin);
    m_caption.setWidth(right - 2 * margin);
    if (m_options.width > 0) {
        m_fit = m_options.width / m_size.width();
        m_size = QSizeF(m_options.width, std::ceil(m_size.height() * m_fit));
    }
}

void SnapshotPage::paintCode(QPainter& painter) {
    const SceneStyle& style = m_scene.style();
    painter.setPen(QPen(style[Ink::Edge], 1));
    painter.setBrush(style[Ink::Panel]);
    painter.drawRect(m_code);
    for (int i = 0; i < m_lines.size(); ++i) {
        QRectF row(m_code.left() + 1, m_code.top() + 8 + i * lineHeight, m_code.width() - 2, lineHeight);
        int number = m_firstLine + i + 1;
        if (number == m_line) {
            painter.fillRect(row, style[Ink::LineBand]);
            painter.setPen(Qt::NoPen);
            painter.setBrush(style[Ink::Accent]);
            double y = row.center().y();
            painter.drawPolygon(QPolygonF{{row.left() + 38, y - 5}, {row.left() + 47, y}, {row.left() + 38, y + 5}});
        }
        painting::text(painter, QRectF(row.left(), row.top(), 30, lineHeight), Qt::AlignRight, QString::number(number), codeFont(12),
                       style[Ink::QuietText]);
        painting::text(painter, row.adjusted(56, 0, -6, 0), Qt::AlignLeft, m_lines[i], codeFont(13), style[Ink::Text]);
    }
}

}
