// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/lessons/predict_bar.h"

#include <QAccessible>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/style/appearance.h"
#include "ui/style/icons.h"
#include "ui/views/lessons/bar_look.h"
#include "ui/views/lessons/predict_tally.h"

namespace memtape {

namespace {

constexpr qsizetype longestChoice = 44;

}

PredictBar::PredictBar(const Appearance& appearance, QWidget* parent) : QFrame(parent), m_appearance(appearance) {
    auto label = [](const char* look) {
        auto* text = new QLabel;
        text->setProperty("look", look);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        return text;
    };
    m_sign = label("title");
    m_sign->setAlignment(Qt::AlignCenter);
    m_about = label("body");
    m_question = label("title");
    m_hint = label("quiet");
    m_tally = new PredictTally(appearance);
    m_skip = new QToolButton;
    m_close = new QToolButton;
    m_close->setProperty("look", "flat");
    m_choices = new QWidget;
    m_grid = new QGridLayout(m_choices);
    m_grid->setContentsMargins(0, 4, 0, 2);
    m_grid->setSpacing(6);
    auto* words = new QVBoxLayout;
    words->setSpacing(3);
    words->addWidget(m_about);
    words->addWidget(m_question);
    words->addWidget(m_choices);
    words->addWidget(m_hint);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 10, 8, 10);
    row->setSpacing(10);
    row->addWidget(m_sign, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addWidget(m_tally, 0, Qt::AlignTop);
    row->addWidget(m_skip, 0, Qt::AlignTop);
    row->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_skip, &QToolButton::clicked, this, &PredictBar::skipRequested);
    connect(m_close, &QToolButton::clicked, this, &PredictBar::closeRequested);
    connect(&appearance, &Appearance::changed, this, &PredictBar::restyle);
    hide();
    retranslate();
}

QString PredictBar::letterOf(int choice) { return QString(QChar('A' + choice)); }

void PredictBar::ask(const Asked& asked) {
    m_asked = asked;
    m_asking = true;
    m_about->setText(asked.about);
    m_question->setText(asked.question);
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (int i = 0; i < asked.choices.size(); ++i) {
        const QString& text = asked.choices[i];
        const QString shown = text.size() > longestChoice ? text.left(longestChoice - 1) + QChar(0x2026) : text;
        auto* button = new QPushButton(QStringLiteral("%1   %2").arg(letterOf(i), QString(shown).replace(QLatin1Char('&'), QStringLiteral("&&"))));
        button->setStyleSheet(QStringLiteral("text-align: left;"));
        button->setAccessibleName(QStringLiteral("%1: %2").arg(letterOf(i), text));
        if (shown != text) button->setToolTip(QStringLiteral("<span>%1</span>").arg(text.toHtmlEscaped()));
        connect(button, &QPushButton::clicked, this, [this, i] { Q_EMIT chosen(i); });
        m_buttons.append(button);
    }
    m_choices->show();
    m_skip->show();
    retranslate();
    arrangeChoices();
    show();
    announce(asked.about + QLatin1Char('\n') + asked.question);
}

void PredictBar::tell(PredictionRecord::Verdict verdict, const QString& truth) {
    m_asking = false;
    m_verdict = verdict;
    m_choices->hide();
    m_skip->hide();
    m_question->setText(truth);
    retranslate();
    show();
    announce(m_about->text() + QLatin1Char('\n') + truth);
}

void PredictBar::setRecord(const PredictionRecord& record) { m_tally->setRecord(record); }

void PredictBar::clear() {
    m_asking = false;
    hide();
}

void PredictBar::announce(const QString& text) {
    setAccessibleName(text);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

// In one row where there is room, else in two columns, else below one another.
void PredictBar::arrangeChoices() {
    int widest = 0, all = 0;
    for (const QPushButton* button : std::as_const(m_buttons)) {
        widest = std::max(widest, button->sizeHint().width());
        all += button->sizeHint().width() + m_grid->spacing();
    }
    const int room =
        width() - m_sign->sizeHint().width() - m_tally->sizeHint().width() - m_skip->sizeHint().width() - m_close->sizeHint().width() - 70;
    const int count = int(m_buttons.size()), columns = all <= room ? count : 2 * widest + m_grid->spacing() <= room ? 2 : 1;
    for (int i = 0; i < count; ++i) m_grid->addWidget(m_buttons[i], i / std::max(1, columns), i % std::max(1, columns));
    for (int i = 0; i <= 4; ++i) m_grid->setColumnStretch(i, i == columns ? 1 : 0);
}

void PredictBar::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    arrangeChoices();
}

void PredictBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QFrame::changeEvent(event);
}

void PredictBar::retranslate() {
    using Verdict = PredictionRecord::Verdict;
    m_skip->setText(tr("Skip"));
    m_skip->setToolTip(tr("Step on without an answer (→)"));
    m_close->setToolTip(tr("Ask no more"));
    m_close->setAccessibleName(tr("Ask no more"));
    m_hint->setVisible(m_asking);
    m_hint->setText(m_asked.isAboutObjects ? tr("Click it in the picture, or press its letter.") : tr("Press its letter."));
    if (!m_asking) m_about->setText(m_verdict == Verdict::Right ? tr("Right.") : tr("Not so."));
    restyle();
}

void PredictBar::restyle() {
    const bool isRight = m_verdict == PredictionRecord::Verdict::Right;
    dressBar(*this, *m_sign, m_asking ? BarTone::Asking : isRight ? BarTone::Right : BarTone::Wrong, m_appearance);
    m_close->setIcon(icon(QStringLiteral("close"), m_appearance.palette()));
}

}
