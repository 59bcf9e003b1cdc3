// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/inspector/map_view.h"

#include <QLabel>
#include <QVBoxLayout>

#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/style/appearance.h"
#include "ui/views/inspector/map_canvas.h"
#include "ui/views/inspector/while_seen.h"

namespace memtape {

MapView::MapView(Document& document, Cursor& cursor, Selection& selection, const Appearance& appearance, QWidget* parent)
    : QScrollArea(parent),
      m_document(document),
      m_cursor(cursor) {
    auto* page = new QWidget;
    auto* rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, 0, 0, 0);
    m_canvas = new MapCanvas(selection, appearance);
    m_empty = new QLabel;
    m_empty->setWordWrap(true);
    m_empty->setProperty("look", "quiet");
    m_empty->setContentsMargins(16, 12, 16, 12);
    rows->addWidget(m_canvas);
    rows->addWidget(m_empty);
    rows->addStretch(1);
    setWidget(page);
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* seen = new WhileSeen(*this, [this] { refresh(); });
    connect(&cursor, &Cursor::stepChanged, seen, &WhileSeen::touch);
    connect(&document, &Document::recordingFinished, seen, &WhileSeen::touch);
    connect(&document, &Document::runReplaced, this, [this, seen] {
        m_canvas->showMap(nullptr, nullptr);
        m_figures = nullptr;
        m_reader.reset();
        seen->touch();
    });
    connect(&appearance, &Appearance::changed, seen, &WhileSeen::touch);
}

void MapView::refresh() {
    Run* run = m_document.run();
    bool isRecorded = run && run->stepCount() > 0;
    m_figures = isRecorded ? m_reader.at(*run, m_cursor.step()) : nullptr;
    m_canvas->showMap(run, m_figures);
    m_canvas->setVisible(m_figures);
    m_empty->setVisible(!m_figures);
    m_empty->setText(isRecorded ? tr("Nothing is known of how this language lays memory out.") : tr("Nothing recorded yet."));
}

}
