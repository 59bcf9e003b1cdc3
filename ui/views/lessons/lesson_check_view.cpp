// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/lessons/lesson_check_view.h"

#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

#include "ui/style/appearance.h"

namespace memtape {

LessonCheckView::LessonCheckView(const Appearance& appearance, QWidget* parent) : QWidget(parent) {
    setProperty("look", "panel");
    setAttribute(Qt::WA_StyledBackground);
    m_about = new QLabel;
    m_about->setProperty("look", "title");
    m_about->setWordWrap(true);
    m_list = new QListWidget;
    m_list->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 10, 16, 10);
    layout->addWidget(m_about);
    layout->addWidget(m_list, 1);
    auto choose = [this] {
        if (int row = m_list->currentRow(); row >= 0 && row < m_problems.size()) Q_EMIT lineChosen(m_problems[row].line);
    };
    connect(m_list, &QListWidget::itemActivated, this, choose);
    connect(m_list, &QListWidget::itemClicked, this, choose);
    connect(&appearance, &Appearance::changed, this, &LessonCheckView::list);
    list();
}

void LessonCheckView::setProblems(const QVector<LessonProblem>& problems) {
    m_problems = problems;
    list();
}

QStringList LessonCheckView::rows() const {
    QStringList rows;
    for (int i = 0; i < m_list->count(); ++i) rows.append(m_list->item(i)->text());
    return rows;
}

void LessonCheckView::list() {
    m_list->clear();
    for (const LessonProblem& problem : std::as_const(m_problems)) m_list->addItem(tr("Line %1: %2").arg(problem.line).arg(problem.text));
    m_list->setVisible(!m_problems.isEmpty());
    m_about->setText(m_problems.isEmpty()     ? tr("The lesson has no mistakes.")
                     : m_problems.size() == 1 ? tr("One mistake in the lesson:")
                                              : tr("%1 mistakes in the lesson:").arg(m_problems.size()));
    m_list->setAccessibleName(tr("Mistakes in the lesson"));
}

void LessonCheckView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) list();
    QWidget::changeEvent(event);
}

}
