// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/limits_panel.h"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <utility>

#include "ui/style/appearance.h"

namespace memtape {

namespace {

constexpr quint64 MiB = quint64{1} << 20;
constexpr int textWidth = 330; // of what a limit is for

quint64 unitOf(const LimitRow& row) { return row.isBytes ? MiB : 1; }

QLabel* quietText() {
    auto* label = new QLabel;
    label->setProperty("look", "quiet");
    label->setWordWrap(true);
    return label;
}

}

LimitsPanel::LimitsPanel(const Limits& limits, const Appearance& appearance, QWidget* parent)
    : QDialog(parent, Qt::Tool), // the window stays at work beside it
      m_appearance(appearance),
      m_limits(limits) {
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_StyledBackground);
    setProperty("look", "panel");
    build();
    translate();
    put();
}

void LimitsPanel::build() {
    auto* page = new QWidget;
    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(0, 0, 8, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    for (const LimitRow& row : limitTable()) {
        Field& field = m_fields[size_t(row.limit)];
        field.title = new QLabel;
        field.title->setProperty("look", "title");
        field.purpose = quietText();
        field.purpose->setMinimumWidth(m_appearance.scaled(textWidth));
        field.usual = quietText();
        field.value = new QDoubleSpinBox;
        field.value->setDecimals(0);
        field.value->setButtonSymbols(QAbstractSpinBox::NoButtons);
        field.value->setGroupSeparatorShown(true);
        field.value->setKeyboardTracking(false); // half a number is no limit
        field.value->setAlignment(Qt::AlignRight);
        field.value->setRange(double(row.least / unitOf(row)), double(Limits::mostOf(row.limit) / unitOf(row)));
        field.value->setSingleStep(double(std::max<quint64>(1, row.usual / unitOf(row) / 8)));
        field.value->setMinimumWidth(m_appearance.scaled(170));
        field.title->setBuddy(field.value);
        const int at = grid->rowCount();
        grid->addWidget(field.title, at, 0);
        grid->addWidget(field.value, at, 1);
        grid->addWidget(field.purpose, at + 1, 0);
        grid->addWidget(field.usual, at + 1, 1, Qt::AlignTop);
        grid->setRowMinimumHeight(at + 2, m_appearance.scaled(12));
        connect(field.value, &QDoubleSpinBox::valueChanged, this, &LimitsPanel::take);
    }
    grid->setRowStretch(grid->rowCount(), 1);
    auto* scroll = new QScrollArea; // large texts need more height than a screen may have
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_intro = new QLabel;
    m_intro->setWordWrap(true);
    m_usual = new QPushButton;
    m_close = new QPushButton;
    m_record = new QPushButton;
    m_record->setProperty("look", "primary");
    for (QPushButton* button : {m_usual, m_close, m_record}) button->setAutoDefault(false); // Enter ends a number
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_usual);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_record);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(18, 16, 18, 16);
    all->setSpacing(14);
    all->addWidget(m_intro);
    all->addWidget(scroll, 1);
    all->addLayout(buttons);
    connect(m_usual, &QPushButton::clicked, this, [this] {
        m_limits = Limits();
        put();
        Q_EMIT limitsChanged();
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_record, &QPushButton::clicked, this, &LimitsPanel::recordRequested);
}

void LimitsPanel::translate() {
    const bool wasTaking = std::exchange(m_isTaking, false);
    setWindowTitle(tr("Limits of a recording"));
    m_intro->setText(tr("They hold from the next recording on. What was recorded until one is reached is kept."));
    m_usual->setText(tr("Usual values"));
    m_close->setText(tr("Close"));
    m_record->setText(tr("Record again"));
    const Limits usual;
    for (const LimitRow& row : limitTable()) {
        const Field& field = m_fields[size_t(row.limit)];
        field.title->setText(Limits::title(row.limit));
        field.purpose->setText(Limits::purpose(row.limit));
        field.usual->setText(tr("usually %1").arg(Limits::text(row.limit, usual[row.limit])));
        field.value->setSuffix(row.isBytes ? QStringLiteral("\u00A0MiB") : QString());
        field.value->setAccessibleName(Limits::title(row.limit));
        field.value->setAccessibleDescription(Limits::purpose(row.limit));
    }
    m_isTaking = wasTaking;
    const QSize room = screen()->availableGeometry().size() - QSize(40, 60);
    ensurePolished();
    resize(QSize(m_appearance.scaled(620), m_appearance.scaled(430)).expandedTo(sizeHint()).boundedTo(room));
}

void LimitsPanel::put() {
    const bool wasTaking = std::exchange(m_isTaking, false);
    for (const LimitRow& row : limitTable()) m_fields[size_t(row.limit)].value->setValue(double(m_limits[row.limit] / unitOf(row)));
    m_isTaking = wasTaking;
}

void LimitsPanel::take() {
    if (!m_isTaking) return;
    for (const LimitRow& row : limitTable()) {
        const quint64 shown = quint64(m_fields[size_t(row.limit)].value->value());
        if (shown != m_limits[row.limit] / unitOf(row)) m_limits.set(row.limit, shown * unitOf(row));
    }
    Q_EMIT limitsChanged();
}

void LimitsPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) translate();
    QDialog::changeEvent(event);
}

}
