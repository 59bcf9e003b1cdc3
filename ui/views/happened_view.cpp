// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/happened_view.h"

#include <QAccessible>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>

#include "ui/models/sentences/happened_text.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/style/appearance.h"
#include "ui/views/wrapped_words.h"

namespace memtape {

class GutterSign : public QWidget {
public:
    GutterSign(const Appearance& appearance, bool arrow) : m_appearance(appearance), m_arrow(arrow) {}
    bool isException = false;
    QSize sizeHint() const override { return {m_appearance.scaled(12), m_appearance.scaled(18)}; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        double s = m_appearance.textScale(), y = 9 * s;
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_appearance[m_arrow ? (isException ? Ink::Error : Ink::Accent) : Ink::QuietText]);
        if (m_arrow) painter.drawPolygon(QPolygonF{{0, y - 5 * s}, {10 * s, y}, {0, y + 5 * s}});
        else painter.drawRect(QRectF(0, y - 1.25 * s, 10 * s, 2.5 * s));
    }

private:
    const Appearance& m_appearance;
    bool m_arrow;
};

HappenedView::HappenedView(Document& document, Cursor& cursor, const Appearance& appearance, QWidget* parent)
    : QScrollArea(parent),
      m_document(document),
      m_cursor(cursor),
      m_appearance(appearance) {
    auto* page = new QWidget;
    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(16, 12, 16, 12);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    auto label = [&](int row) {
        auto* text = new WrappedWords;
        grid->addWidget(text, row, 1);
        return text;
    };
    m_dash = new GutterSign(appearance, false);
    m_arrow = new GutterSign(appearance, true);
    grid->addWidget(m_dash, 0, 0, Qt::AlignTop);
    m_justTitle = label(0);
    m_justBody = label(1);
    grid->setRowMinimumHeight(2, 8);
    grid->addWidget(m_arrow, 3, 0, Qt::AlignTop);
    m_nextTitle = label(3);
    m_nextBody = label(4);
    grid->setRowStretch(5, 1);
    for (QLabel* title : {m_justTitle, m_nextTitle}) title->setProperty("look", "title");
    setWidget(page);
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&cursor, &Cursor::stepChanged, this, &HappenedView::refresh);
    connect(&document, &Document::runReplaced, this, &HappenedView::refresh);
    connect(&document, &Document::recordingStarted, this, &HappenedView::refresh);
    connect(&document, &Document::recordingFinished, this, &HappenedView::refresh);
    connect(&appearance, &Appearance::changed, this, &HappenedView::refresh);
    refresh();
}

void HappenedView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) refresh();
    QScrollArea::changeEvent(event);
}

void HappenedView::setOutlookHidden(bool hidden, const QString& title, const QString& body) {
    m_outlookHidden = hidden;
    m_hiddenTitle = title;
    m_hiddenBody = body;
    refresh();
}

void HappenedView::setStoryHidden(bool hidden, const QString& body) {
    if (!hidden && !m_storyHidden) return;
    m_storyHidden = hidden;
    m_storyInstead = body;
    refresh();
}

void HappenedView::refresh() {
    Run* run = m_document.run();
    if (!run || run->stepCount() == 0) {
        m_dash->hide();
        m_arrow->hide();
        m_justTitle->clear();
        m_justBody->setText(m_document.isRecording() ? tr("The program is being recorded…")
                                                     : tr("Nothing recorded yet. Press F5 to record the program."));
        m_nextTitle->clear();
        m_nextBody->clear();
        return;
    }
    StepText said = HappenedText::describe(*run, m_cursor.step());
    if (m_storyHidden) {
        said.justBody = m_storyInstead;
        said.nextBody.clear();
    }
    m_dash->setVisible(!said.justTitle.isEmpty());
    m_justTitle->setVisible(!said.justTitle.isEmpty());
    m_justBody->setVisible(!said.justBody.isEmpty());
    m_justTitle->setText(said.justTitle);
    m_justBody->setText(said.justBody);
    m_arrow->isException = said.nextIsException;
    m_arrow->show();
    m_arrow->update();
    m_nextTitle->setText(m_outlookHidden && !m_hiddenTitle.isEmpty() ? m_hiddenTitle : said.nextTitle);
    m_nextBody->setText(m_outlookHidden ? m_hiddenBody : said.nextBody);
    m_nextBody->setVisible(!m_nextBody->text().isEmpty());
    setAccessibleName(tr("What happened"));
    setAccessibleDescription(this->text());
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

QString HappenedView::text() const {
    QStringList lines;
    for (const QLabel* label : {m_justTitle, m_justBody, m_nextTitle, m_nextBody})
        if (!label->text().isEmpty()) lines.append(label->text());
    return lines.join(QLatin1Char('\n'));
}

}
