// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/inspector/compare_view.h"

#include <QApplication>
#include <QButtonGroup>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/models/compare/comparison_model.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/state/recording_run.h"
#include "ui/state/selection.h"
#include "ui/style/appearance.h"
#include "ui/views/inspector/comparison_delegate.h"
#include "ui/views/inspector/while_seen.h"

namespace memtape {

CompareView::CompareView(Document& document, Cursor& cursor, Selection& selection, const Appearance& appearance, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_cursor(cursor),
      m_selection(selection),
      m_appearance(appearance) {
    m_seen = new WhileSeen(*this, [this] { refresh(); });
    m_model = new ComparisonModel(this);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 12, 16, 10);
    rows->setSpacing(8);
    auto* with = new QHBoxLayout;
    with->setSpacing(0);
    buildWith(with);
    rows->addLayout(with);
    auto* at = new QHBoxLayout;
    at->setSpacing(0);
    buildAt(at);
    rows->addLayout(at);
    m_summary = new QLabel;
    m_summary->setProperty("look", "quiet");
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_stop = new QToolButton;
    m_stop->setProperty("look", "link");
    m_isLong = new QTimer(this); // what takes a moment cannot be stopped: its button would flicker at each step
    m_isLong->setSingleShot(true);
    m_isLong->setInterval(200);
    connect(m_isLong, &QTimer::timeout, m_stop, &QWidget::show);
    auto* said = new QHBoxLayout;
    said->setSpacing(8);
    said->addWidget(m_summary, 1);
    said->addWidget(m_stop, 0, Qt::AlignTop);
    rows->addLayout(said);
    connect(m_stop, &QToolButton::clicked, this, [this] {
        if (m_model->isBusy()) m_model->stop();
        else refresh();
    });
    auto* line = new QFrame;
    line->setProperty("look", "line");
    rows->addWidget(line);
    m_list = new QListView;
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ComparisonDelegate(*m_model, selection, appearance, this));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->viewport()->setCursor(Qt::PointingHandCursor);
    rows->addWidget(m_list, 1);

    connect(m_list, &QListView::clicked, this, &CompareView::choose);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex& index) { // Enter; a click is told already
        if (!(QApplication::mouseButtons() & Qt::LeftButton)) choose(index);
    });
    connect(m_model, &ComparisonModel::changed, this, [this] {
        showState();
        tellMarks();
    });
    connect(&cursor, &Cursor::stepChanged, m_seen, &WhileSeen::touch);
    connect(&cursor, &Cursor::markChanged, m_seen, &WhileSeen::touch);
    connect(&document, &Document::recordingFinished, m_seen, &WhileSeen::touch);
    connect(&document, &Document::runReplaced, this, [this] {
        m_model->forget();
        if (m_with == With::EarlierRun && !m_document.earlierRun()) m_with = With::ThisRun;
        m_seen->touch();
    });
    connect(&selection, &Selection::objectChanged, this, [this] { m_list->viewport()->update(); });
    connect(&appearance, &Appearance::changed, m_seen, &WhileSeen::touch);
}

CompareView::~CompareView() = default;

namespace {

QToolButton* segment(QButtonGroup& group, int id, QHBoxLayout& row) {
    auto* button = new QToolButton;
    button->setCheckable(true);
    button->setProperty("look", "segment");
    group.addButton(button, id);
    row.addWidget(button);
    return button;
}

}

void CompareView::buildWith(QHBoxLayout* row) {
    m_withLabel = new QLabel;
    m_withLabel->setProperty("look", "quiet");
    row->addWidget(m_withLabel);
    row->addSpacing(8);
    m_withs = new QButtonGroup(this);
    for (With with : {With::ThisRun, With::EarlierRun, With::Recording})
        segment(*m_withs, int(with), *row)->setProperty("end", with == With::ThisRun ? "first" : with == With::Recording ? "last" : "");
    row->addStretch(1);
    connect(m_withs, &QButtonGroup::idClicked, this, [this](int id) {
        if (With(id) != With::Recording) return compareWith(With(id));
        showState(); // nothing is chosen yet
        Q_EMIT recordingWanted();
    });
}

void CompareView::buildAt(QHBoxLayout* row) {
    m_stepLabel = new QLabel;
    m_stepLabel->setProperty("look", "quiet");
    row->addWidget(m_stepLabel);
    row->addSpacing(8);
    m_step = new QLineEdit;
    m_step->setAlignment(Qt::AlignCenter);
    row->addWidget(m_step);
    row->addSpacing(8);
    m_ats = new QButtonGroup(this);
    m_ats->setExclusive(false); // none is chosen while a step is typed
    for (At at : {At::First, At::Marked, At::Same, At::Last})
        segment(*m_ats, int(at), *row)->setProperty("end", at == At::First ? "first" : at == At::Last ? "last" : "");
    row->addStretch(1);
    connect(m_ats, &QButtonGroup::idClicked, this, [this](int id) { compareAt(At(id)); });
    connect(m_step, &QLineEdit::editingFinished, this, &CompareView::takeTyped);
}

void CompareView::compareWith(With with) {
    if (with == m_with) return refresh();
    m_with = with;
    m_at = with == With::ThisRun ? (m_cursor.mark() ? At::Marked : At::First) : m_cursor.atEnd() ? At::Last : At::Same;
    m_problem.clear();
    m_seen->touch();
}

void CompareView::compareAt(At at) {
    m_at = at;
    m_seen->touch();
}

bool CompareView::openRecording(const QString& path) {
    QString problem;
    auto opened = openRecordedRun(path, &problem);
    Run* run = m_document.run();
    if (opened && run && opened->language() != run->language()) {
        opened.reset();
        problem = tr("Programs of different languages cannot be compared.");
    } else if (opened && opened->stepCount() == 0) {
        opened.reset();
        problem = tr("The recording has no steps.");
    }
    if (opened) {
        m_recording = std::move(opened);
        m_recordingName = QFileInfo(path).fileName();
        m_with = With::ThisRun; // whichever was compared with before: this is another
        compareWith(With::Recording);
        return true;
    }
    m_problem = tr("%1 cannot be compared: %2").arg(QFileInfo(path).fileName(), problem);
    showState();
    return false;
}

Run* CompareView::other() const {
    switch (m_with) {
    case With::ThisRun: return m_document.run();
    case With::EarlierRun: return m_document.earlierRun();
    case With::Recording: return m_recording.get();
    }
    return nullptr;
}

std::optional<uint64_t> CompareView::otherStep() const {
    Run* run = other();
    if (!run || run->stepCount() == 0) return std::nullopt;
    const uint64_t last = run->stepCount() - 1;
    switch (m_at) {
    case At::First: return 0;
    case At::Marked: return m_cursor.mark() ? std::min(*m_cursor.mark(), last) : 0;
    case At::Same: return std::min(m_cursor.step(), last);
    case At::Last: return last;
    case At::Typed: return std::min(m_typed, last);
    }
    return std::nullopt;
}

void CompareView::takeTyped() {
    bool isNumber = false;
    const uint64_t step = m_step->text().trimmed().toULongLong(&isNumber);
    if (isNumber && step != otherStep()) {
        m_typed = step;
        m_at = At::Typed;
    }
    m_seen->touch(); // which shows the step again, as far as there is one
}

void CompareView::refresh() {
    restyle();
    if (m_with == With::ThisRun && m_at == At::Marked && !m_cursor.mark()) m_at = At::First;
    const std::optional<uint64_t> step = otherStep();
    Run* run = m_document.run();
    if (run && step && (m_with != With::ThisRun || *step <= m_cursor.barrier())) m_model->show(run, m_cursor.step(), other(), *step);
    else m_model->show(nullptr, 0, nullptr, 0);
    showState();
}

void CompareView::showState() {
    for (int id = 0; id < 3; ++id) m_withs->button(id)->setChecked(id == int(m_with));
    m_withs->button(int(With::EarlierRun))->setEnabled(m_document.earlierRun());
    const bool isThis = m_with == With::ThisRun;
    for (At at : {At::First, At::Marked, At::Same, At::Last}) {
        QAbstractButton* button = m_ats->button(int(at));
        button->setChecked(at == m_at);
        button->setVisible(at == At::Marked ? isThis : at == At::Same ? !isThis : true);
    }
    m_ats->button(int(At::Marked))->setEnabled(m_cursor.mark().has_value());
    const std::optional<uint64_t> step = otherStep();
    m_step->setEnabled(step.has_value());
    if (!m_step->hasFocus() || !m_step->isModified()) m_step->setText(step ? QString::number(*step) : QString());
    m_summary->setText(summary());
    if (!m_model->isBusy()) m_isLong->stop();
    else if (!m_isLong->isActive() && m_stop->isHidden()) m_isLong->start();
    if (m_model->isStopped()) m_stop->show();
    else if (!m_model->isBusy()) m_stop->hide();
    m_stop->setText(m_model->isStopped() ? tr("Compare again") : tr("Stop"));
}

QString CompareView::summary() const {
    if (!m_problem.isEmpty()) return m_problem;
    Run* run = m_document.run();
    if (!run || run->stepCount() == 0) return tr("Nothing recorded yet.");
    if (const ComparedSteps* compared = m_model->compared().get()) return ComparisonWords::summary(*compared);
    if (m_model->isStopped()) return tr("Stopped before it was done.");
    return m_model->isBusy() ? tr("Comparing…") : tr("There is nothing to compare with.");
}

// The object as it is now; of one that is no more, where it was.
void CompareView::choose(const QModelIndex& index) {
    const ComparisonRow* row = m_model->row(index);
    if (!row || !row->object || (row->isThen && m_with != With::ThisRun)) return;
    const ObjectId object = row->object;
    if (row->isThen) {
        const uint64_t there = m_model->compared()->other;
        m_cursor.jumpTo(there);
    }
    m_selection.select(object);
    m_selection.reveal(object);
}

// While another step is compared, and the result is not there yet, nothing is marked.
void CompareView::tellMarks() {
    if (!isVisible()) return Q_EMIT marksChanged(nullptr);
    const ComparedSteps* compared = m_model->compared().get();
    Q_EMIT marksChanged(compared ? compared->marks : m_model->isBusy() ? std::make_shared<const ComparedMarks>() : nullptr);
}

void CompareView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    tellMarks();
}

void CompareView::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    Q_EMIT marksChanged(nullptr);
}

void CompareView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitLabel();
    m_list->viewport()->update();
}

// Where there is no room for it and the buttons, these say enough.
void CompareView::fitLabel() {
    int needed = m_withLabel->sizeHint().width() + 8;
    for (const QAbstractButton* button : m_withs->buttons()) needed += button->width();
    const QMargins margins = layout()->contentsMargins();
    m_withLabel->setVisible(needed <= width() - margins.left() - margins.right());
}

void CompareView::restyle() {
    m_withLabel->setText(tr("Compare with"));
    m_stepLabel->setText(tr("at step"));
    m_step->setAccessibleName(tr("Step to compare with"));
    m_step->setFixedWidth(m_appearance.scaled(76));
    m_list->setAccessibleName(tr("What differs"));
    auto dress = [this](QAbstractButton* button, const QString& text, const QString& tip) {
        button->setText(text);
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        button->setFixedWidth(QFontMetrics(m_appearance.interface(13, true)).horizontalAdvance(text) + m_appearance.scaled(18));
    };
    dress(m_withs->button(int(With::ThisRun)), tr("this run"), tr("Compare with another step of this run"));
    dress(m_withs->button(int(With::EarlierRun)), tr("the one before"),
          tr("Compare with the recording before this one, of the same program or before an edit"));
    dress(m_withs->button(int(With::Recording)), tr("a file…"),
          m_recordingName.isEmpty() ? tr("Compare with a saved recording") : tr("Compare with a saved recording (now: %1)").arg(m_recordingName));
    dress(m_ats->button(int(At::First)), tr("first"), tr("The first step"));
    dress(m_ats->button(int(At::Marked)), tr("marked"), tr("The marked step"));
    dress(m_ats->button(int(At::Same)), tr("same"), tr("The step of the same number"));
    dress(m_ats->button(int(At::Last)), tr("last"), tr("The last step"));
    fitLabel();
}

}
