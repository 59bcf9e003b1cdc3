// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/inspector/garbage/garbage_view.h"

#include <QLabel>
#include <QVBoxLayout>

#include "ui/models/garbage/garbage_model.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/state/selection.h"
#include "ui/style/appearance.h"
#include "ui/views/inspector/garbage/garbage_canvas.h"
#include "ui/views/inspector/while_seen.h"

namespace memtape {

GarbageView::GarbageView(Document& document, Cursor& cursor, Selection& selection, const Appearance& appearance, QWidget* parent)
    : QScrollArea(parent),
      m_document(document),
      m_cursor(cursor) {
    m_model = new GarbageModel(this);
    auto* page = new QWidget;
    auto* rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, 0, 0, 0);
    m_canvas = new GarbageCanvas(appearance);
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
    connect(m_canvas, &GarbageCanvas::objectChosen, this, [&selection](ObjectId object) {
        selection.select(object);
        selection.reveal(object);
    });
    connect(m_canvas, &GarbageCanvas::stepChosen, &cursor, &Cursor::jumpTo);
    connect(m_canvas, &GarbageCanvas::lineChosen, this, &GarbageView::goToLine);
    connect(m_canvas, &GarbageCanvas::markChosen, this,
            [this] { m_cursor.setMark(m_cursor.mark() ? std::nullopt : std::optional<uint64_t>(m_cursor.step())); });
    connect(m_model, &GarbageModel::changed, this, [this] { m_canvas->show(m_model->report()); });
    auto* seen = new WhileSeen(*this, [this] { refresh(); });
    connect(&cursor, &Cursor::stepChanged, seen, &WhileSeen::touch);
    connect(&cursor, &Cursor::markChanged, seen, &WhileSeen::touch);
    connect(&document, &Document::recordingFinished, seen, &WhileSeen::touch);
    connect(&document, &Document::runReplaced, this, [this, seen] {
        m_model->forget();
        m_canvas->show(nullptr);
        seen->touch();
    });
    connect(&appearance, &Appearance::changed, seen, &WhileSeen::touch);
}

void GarbageView::refresh() {
    Run* run = m_document.run();
    const bool isRecorded = run && run->stepCount() > 0;
    m_model->show(isRecorded ? run : nullptr, m_cursor.step(), m_cursor.mark(), m_document.mainFile());
    m_canvas->setVisible(isRecorded);
    m_empty->setVisible(!isRecorded);
    m_empty->setText(tr("Nothing recorded yet."));
}

// Where it was about to run last before now, or else where it runs next.
void GarbageView::goToLine(uint32_t file, uint32_t line) {
    Run* run = m_document.run();
    if (!run) return;
    for (bool backwards : {true, false})
        if (std::optional<uint64_t> step = run->nextAtLine(m_cursor.step(), line, file, backwards)) return m_cursor.jumpTo(*step);
}

}
