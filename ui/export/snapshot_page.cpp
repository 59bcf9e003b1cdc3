// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/snapshot_page.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

#include "ui/models/figures.h"
#include "ui/models/picture/object_text.h"
#include "ui/models/sentences/happened_text.h"
#include "ui/scene/layout/run_plan.h"
#include "ui/state/run.h"
#include "ui/style/appearance.h"
#include "ui/style/metrics.h"

namespace memtape {

namespace {

constexpr double margin = 20, gap = 14, captionLine = 19, captionGap = 4;
constexpr double leastWidth = 360;     // narrower pages are smaller ones of this width
constexpr double roomBesideCode = 520; // where less is left for the panels, they stand below the program
constexpr double roomyPanel = 480;     // in a strip of a given width, panels are not narrower
constexpr double cropMargin = 12;

// What the line just run did would tell where arrows lead.
void unmark(Picture& picture) {
    auto unmarkRows = [](QVector<RowPicture>& rows) {
        for (RowPicture& row : rows) row.mark = Mark::None;
    };
    for (CardPicture& card : picture.cards) unmarkRows(card.rows);
    picture.boxes.removeIf([](const BoxPicture& box) { return box.ghost; });
    for (BoxPicture& box : picture.boxes) {
        box.mark = Mark::None;
        box.note.clear();
        unmarkRows(box.rows);
    }
}

QString inOneLine(const QStringList& caption) { return caption.join(QStringLiteral(" \u00B7 ")); }

int usualColumns(size_t count) { return count <= 3 ? int(count) : count == 4 ? 2 : 3; }

double asNeeded(const QStringList& lines, const QFont& font) {
    const QFontMetricsF metrics(font);
    double width = 0;
    for (const QString& line : lines) width = std::max(width, metrics.horizontalAdvance(line));
    return width + 2;
}

}

SnapshotPage::SnapshotPage(Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options, const RunPlan& plan, Layout layout)
    : m_options(options),
      m_layout(layout),
      m_state(run.stateAt(steps.front())) {
    m_scene.setPalette(Palette(options.theme));
    m_scene.setExporting(true);
    m_scene.setDotsAlone(!options.arrows);
    m_scene.setPlan(plan);
    if (options.code) m_code = CodeListing(run, steps);
    addPanels(run, steps);
    measure();
    if (isFilm()) turnTo(0, false);
}

void SnapshotPage::addPanels(Run& run, const std::vector<uint64_t>& steps) {
    for (uint64_t step : steps) {
        Panel panel;
        panel.picture = buildPicture(run, step, m_options.picture);
        if (!m_options.arrows) unmark(panel.picture);
        m_scene.show(panel.picture);
        panel.caption = captionOf(run);
        panel.line = m_code.lineOf(run.stateAt(step));
        m_signs |= legend::signsOf(panel.picture);
        m_part |= wantedPart();
        m_panels.append(panel);
    }
    if (m_panels.size() > 1) m_scene.show(m_panels.first().picture);
}

// Of the picture that the scene shows.
QRectF SnapshotPage::wantedPart() const {
    const QRectF drawn = m_scene.itemsBoundingRect().adjusted(-cropMargin, -cropMargin, cropMargin, cropMargin);
    switch (m_options.crop) {
    case Crop::Nothing: break;
    case Crop::Drawn: return drawn;
    case Crop::InSight: return m_options.sight;
    case Crop::Selected: {
        QRectF part = m_scene.rectOf(m_options.selected);
        if (part.isEmpty()) return drawn;
        if (const BoxPicture* box = m_scene.picture().findBox(m_options.selected))
            for (const RowPicture& row : box->rows)
                if (row.ref.id && !row.ref.isChip) part |= m_scene.rectOf(row.ref.id);
        return part.adjusted(-3 * cropMargin, -3 * cropMargin, 3 * cropMargin, 3 * cropMargin);
    }
    }
    return m_scene.contentRect();
}

QStringList SnapshotPage::captionOf(Run& run) const {
    const Picture& picture = m_scene.picture();
    QString calls = picture.calls == 1 ? tr("1 call on the stack") : tr("%1 calls on the stack").arg(picture.calls);
    QString objects =
        picture.heapObjects == 1 ? tr("1 object of this program") : tr("%1 objects of this program").arg(wholeFigure(picture.heapObjects));
    QStringList facts{calls, objects, ObjectText::bytes(picture.heapBytes)};
    if (picture.hiddenObjects) facts.append(tr("only %1 drawn as boxes").arg(picture.boxes.size()));
    return {HappenedText::place(picture.info, run.stepCount()), facts.join(QStringLiteral(", "))};
}

SnapshotPage::Frame SnapshotPage::frameOf(const CodeListing& code, const ExportOptions& options, size_t count) {
    Frame frame{options.width > 0 ? std::max(options.width, leastWidth) : 0, false, margin, 0, 0};
    const double beside = code.isEmpty() ? 0 : code.size().width() + gap;
    if (frame.width > 0) frame.isCodeAbove = !code.isEmpty() && frame.width - 2 * margin - beside < roomBesideCode;
    if (!frame.isCodeAbove) frame.left += beside;
    if (frame.width > 0) {
        const double room = frame.width - margin - frame.left;
        frame.columns = 1;
        frame.room = room;
        frame.setColumns(std::clamp(int((room + gap) / (roomyPanel + gap)), 1, int(count)));
    }
    return frame;
}

double SnapshotPage::roomForPanel(Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options) {
    return frameOf(options.code ? CodeListing(run, steps) : CodeListing(), options, options.strip ? steps.size() : 1).room;
}

void SnapshotPage::Frame::setColumns(int count) {
    room = (room + gap) * columns / count - gap;
    columns = count;
}

double SnapshotPage::placePanels(Frame frame, double top) {
    const QFont font = interfaceFont(12);
    if (frame.columns == 0) {
        frame.columns = isFilm() ? 1 : usualColumns(size_t(m_panels.size()));
    } else if (m_options.crop == Crop::Nothing) {
        m_part.setWidth(std::max(m_part.width(), frame.room)); // the ground fills the page
    } else {
        const int fitting = int((frame.room + gap) * frame.columns / (m_part.width() + gap)); // what is cropped may be narrow
        if (!isFilm()) frame.setColumns(std::clamp(fitting, frame.columns, std::max(frame.columns, int(m_panels.size()))));
    }
    const double scale = frame.room > 0 ? std::min(1.0, frame.room / m_part.width()) : 1;
    const QSizeF size = m_part.size() * scale;
    double cell = frame.room > 0 ? frame.room : size.width(); // with its caption
    const bool isOneLine = frame.room == 0 || std::all_of(m_panels.begin(), m_panels.end(), [&](const Panel& panel) {
                               return asNeeded({inOneLine(panel.caption)}, font) <= frame.width - 2 * margin;
                           });
    for (Panel& panel : m_panels) {
        if (isStrip()) panel.caption = {panel.caption.first()}; // the rest would be said over and over
        else if (isOneLine) panel.caption = {inOneLine(panel.caption)};
        if (frame.room == 0 && isStrip()) cell = std::max(cell, asNeeded(panel.caption, font));
    }
    const double captions = captionLine * double(m_panels.first().caption.size());
    double bottom = top;
    for (qsizetype i = 0; i < m_panels.size(); ++i) {
        Panel& panel = m_panels[i];
        const qsizetype at = isFilm() ? 0 : i;
        const double left = frame.left + double(at % frame.columns) * (cell + gap);
        const double rowTop = top + double(at / frame.columns) * (captions + captionGap + size.height() + gap);
        panel.place = QRectF(QPointF(left, rowTop + captions + captionGap), size);
        bottom = panel.place.bottom();
        // Of one step it stands above the program too.
        const double captionRoom = isStrip() ? cell : frame.room > 0 ? frame.width - 2 * margin : asNeeded(panel.caption, font);
        panel.captionPlace = QRectF(isStrip() ? left : margin, rowTop, captionRoom, captions);
    }
    return bottom;
}

void SnapshotPage::measure() {
    const Frame frame = frameOf(m_code, m_options, size_t(m_panels.size()));
    double top = margin;
    if (!m_options.title.isEmpty()) {
        m_titlePlace = QRectF(margin, top, asNeeded({m_options.title}, interfaceFont(18, true)), 28);
        top += 34;
    }
    if (frame.isCodeAbove) {
        m_codePlace = QRectF(margin, top, frame.width - 2 * margin, m_code.size().height());
        top = m_codePlace.bottom() + gap;
    }
    double bottom = placePanels(frame, top);
    if (!frame.isCodeAbove && !m_code.isEmpty()) {
        const double codeTop = m_panels.first().place.top();
        bottom = std::max(bottom, codeTop + m_code.size().height());
        m_codePlace = QRectF(QPointF(margin, codeTop), QPointF(margin + m_code.size().width(), bottom));
    }
    double right = m_codePlace.right() + margin;
    for (const Panel& panel : m_panels) right = std::max({right, panel.place.right() + margin, panel.captionPlace.right() + margin});
    if (frame.width > 0) right = frame.width;
    else right = std::max(right, m_titlePlace.right() + margin);
    if (m_options.legend && m_signs.any()) {
        m_legendPlace = QRectF(QPointF(margin, bottom + gap), legend::size(right - 2 * margin, m_signs));
        bottom = m_legendPlace.bottom();
        if (frame.width > 0) m_legendPlace.setRight(std::min(m_legendPlace.right(), right - margin));
        right = std::max(right, m_legendPlace.right() + margin);
    }
    m_titlePlace.setRight(std::min(m_titlePlace.right(), right - margin));
    m_size = QSizeF(std::ceil(right), std::ceil(bottom + margin * 0.8));
    if (frame.width > 0) {
        m_fit = m_options.width / frame.width;
        m_size = QSizeF(m_options.width, std::ceil(m_size.height() * m_fit));
    }
}

QRectF SnapshotPage::panelPlace(qsizetype panel) const {
    const QRectF& place = m_panels[panel].place;
    return {place.topLeft() * m_fit, place.size() * m_fit};
}

void SnapshotPage::paint(QPainter& painter) {
    painter.save();
    paintAround(painter);
    painter.restore();
    if (isFilm()) return paintShownPanel(painter);
    for (qsizetype i = 0; i < m_panels.size(); ++i) paintClipped(painter, i);
}

void SnapshotPage::paintClipped(QPainter& painter, qsizetype panel) {
    painter.save();
    painter.setClipRect(panelPlace(panel));
    paintPanel(painter, panel, panelPlace(panel));
    painter.restore();
}

bool SnapshotPage::turnTo(qsizetype panel, bool moves) {
    m_shown = panel;
    m_code.markOnly(m_panels[panel].line);
    if (moves) return m_scene.showMoving(m_panels[panel].picture);
    m_scene.show(m_panels[panel].picture);
    return false;
}

void SnapshotPage::paintShownPanel(QPainter& painter) { paintClipped(painter, m_shown); }

void SnapshotPage::paintPanel(QPainter& painter, qsizetype panel, const QRectF& place) {
    if (isStrip()) m_scene.show(m_panels[panel].picture);
    m_scene.render(&painter, place, m_part, Qt::IgnoreAspectRatio);
    painter.setPen(QPen(m_scene.style()[Ink::Edge], 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5)); // all of the line is within
}

void SnapshotPage::paintAround(QPainter& painter) {
    const SceneStyle& style = m_scene.style();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(QPointF(0, 0), m_size), style[Ink::Window]);
    painter.scale(m_fit, m_fit);
    if (!m_options.title.isEmpty()) painting::text(painter, m_titlePlace, Qt::AlignLeft, m_options.title, interfaceFont(18, true), style[Ink::Text]);
    if (!m_code.isEmpty()) m_code.paint(painter, style, m_codePlace);
    for (const Panel& panel : isFilm() ? m_panels.mid(m_shown, 1) : m_panels) {
        QRectF line(panel.captionPlace.topLeft(), QSizeF(panel.captionPlace.width(), captionLine));
        for (const QString& text : panel.caption) {
            painting::text(painter, line, Qt::AlignLeft, text, interfaceFont(12), style[Ink::QuietText]);
            line.translate(0, captionLine);
        }
    }
    if (m_options.legend && m_signs.any()) legend::paint(painter, style, m_legendPlace, false, m_signs);
}

QImage SnapshotPage::image(double scale) {
    QImage image((m_size * scale).toSize().expandedTo(QSize(1, 1)), QImage::Format_RGB32);
    const int dots = int(std::lround(scale * 100 * unitsOfCentimetres(1))); // on each metre of paper
    image.setDotsPerMeterX(dots);
    image.setDotsPerMeterY(dots);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(scale, scale);
    paint(painter);
    return image;
}

}
