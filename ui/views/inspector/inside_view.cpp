// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/inspector/inside_view.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/models/figures.h"
#include "ui/models/inside/line_values.h"
#include "ui/models/inside/part_words.h"
#include "ui/state/document.h"
#include "ui/state/inside_lines.h"
#include "ui/style/appearance.h"
#include "ui/views/inspector/inside_strips.h"

namespace memtape {

InsideView::InsideView(Document& document, InsideLines& inside, const Appearance& appearance, QWidget* parent)
    : QScrollArea(parent),
      m_document(document),
      m_inside(inside) {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    auto label = [&](const char* look) {
        auto* text = new QLabel;
        text->setWordWrap(true);
        text->setTextFormat(Qt::PlainText);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        text->setProperty("look", look);
        column->addWidget(text);
        return text;
    };
    m_title = label("title");
    m_line = new LineStrip(appearance);
    column->addWidget(m_line);
    m_sentence = label("");
    m_stackTitle = label("quiet");
    m_stack = new StackStrip(appearance);
    column->addWidget(m_stack);
    column->addStretch(1);
    setWidget(page);
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&inside, &InsideLines::changed, this, &InsideView::refresh);
    connect(&appearance, &Appearance::changed, this, &InsideView::refresh);
    refresh();
}

void InsideView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) refresh();
    QScrollArea::changeEvent(event);
}

void InsideView::showEvent(QShowEvent* event) {
    m_inside.setOpen(true);
    QScrollArea::showEvent(event);
}

void InsideView::hideEvent(QHideEvent* event) {
    m_inside.setOpen(false);
    QScrollArea::hideEvent(event);
}

QString InsideView::refusal() const {
    const LineParts& found = m_inside.refusal();
    QStringList changed;
    for (const std::string& file : found.changedFiles) changed.append(QString::fromStdString(file));
    if (!changed.isEmpty()) return tr("The run cannot be repeated. Changed since it was recorded: %1").arg(changed.join(QStringLiteral(", ")));
    if (found.partedAt)
        return tr("The run cannot be repeated: from step %1 on it goes another way than it was recorded. A file that it reads has changed, or it asks for "
                  "the time or for chance.")
            .arg(*found.partedAt);
    return tr("What happens inside the line could not be found: %1").arg(QString::fromStdString(found.problem));
}

QString InsideView::progress() const {
    const uint64_t done = std::min(m_inside.stepsDone(), m_inside.stepsWanted()), wanted = m_inside.stepsWanted();
    if (!done || !wanted) return tr("The program is run again up to this step…");
    return tr("The program is run again up to this step… %1 of %2 steps, %3 %")
        .arg(groupedFigure(done), groupedFigure(wanted))
        .arg(done * 100 / wanted);
}

void InsideView::refresh() {
    const InsideLines::State state = m_inside.state();
    const bool isReady = state == InsideLines::State::Ready && m_inside.line();
    const bool hasParts = isReady && !m_inside.line()->rows.empty();
    const QString source = m_document.recordedText();
    for (QWidget* widget : {static_cast<QWidget*>(m_line), static_cast<QWidget*>(m_stackTitle), static_cast<QWidget*>(m_stack)})
        widget->setVisible(hasParts);
    m_sentence->show();
    if (!isReady) {
        m_title->hide();
        switch (state) {
        case InsideLines::State::Closed: m_sentence->setText(tr("Nothing recorded yet. Press F5 to record the program.")); break;
        case InsideLines::State::Working: m_sentence->setText(progress()); break;
        case InsideLines::State::Refused: m_sentence->setText(refusal()); break;
        case InsideLines::State::Ready: m_sentence->clear(); break;
        }
    } else {
        const InsideLine& line = *m_inside.line();
        const QString place = QStringLiteral("%1.%2").arg(m_inside.step()).arg(line.number);
        m_title->show();
        m_title->setText(tr("Step %1: %2 of %3 parts done").arg(place).arg(line.number).arg(line.ofStep));
        const auto valueOf = [this](const LinePart& part) { return m_inside.textsOf(part).value; };
        m_line->show(lineWithValues(line, source, valueOf), line.number, line.ofStep);
        m_sentence->setText(PartWords::sentence(line, source));
        const std::vector<InsideValue> stack = m_inside.stack();
        m_stackTitle->setText(stack.empty() ? tr("The evaluation stack is empty") : tr("Evaluation stack, the top on the right"));
        m_stack->show(stack);
        if (!hasParts) m_sentence->setText(tr("Nothing of this step happens inside a line."));
    }
    setAccessibleName(tr("Inside the line"));
    setAccessibleDescription(text());
}

QString InsideView::text() const {
    QStringList lines;
    if (!m_title->isHidden()) lines.append(m_title->text());
    if (!m_line->isHidden()) lines.append(m_line->text());
    lines.append(m_sentence->text());
    if (!m_stack->isHidden()) lines.append(m_stackTitle->text() + QStringLiteral(": ") + m_stack->text());
    return lines.join(QLatin1Char('\n'));
}

}
