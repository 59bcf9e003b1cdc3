// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <algorithm>
#include <limits>

namespace memtape {

ExportDialog::ExportDialog(const ExportChoice& before, quint64 step, quint64 stepCount, QWidget* parent) : QDialog(parent), m_step(step) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export the picture"));
    int last = int(std::min<quint64>(stepCount ? stepCount - 1 : 0, std::numeric_limits<int>::max()));
    auto number = [&](const QString& name, int value) {
        auto* box = new QSpinBox;
        box->setRange(0, last);
        box->setValue(value);
        box->setAccessibleName(name);
        return box;
    };
    m_one = new QRadioButton(tr("This step, %1").arg(step));
    m_several = new QRadioButton(tr("Steps"));
    m_from = number(tr("From step"), int(std::min<quint64>(step, quint64(last))));
    m_to = number(tr("To step"), int(std::min<quint64>(step + 9, quint64(last))));
    m_one->setChecked(true);
    auto* range = new QHBoxLayout;
    range->setSpacing(8);
    range->addWidget(m_several);
    range->addWidget(m_from);
    range->addWidget(new QLabel(QStringLiteral("–")));
    range->addWidget(m_to);
    range->addStretch(1);
    auto choices = [](const QStringList& names, int current) {
        auto* box = new QComboBox;
        box->addItems(names);
        box->setCurrentIndex(current);
        return box;
    };
    m_theme = choices({tr("As the window"), tr("Light"), tr("Dark"), tr("Print: black on white")}, before.theme + 1);
    m_detail = choices({tr("As the window"), tr("Names only"), tr("Values and types"), tr("Objects and their counts"), tr("Addresses and bytes")},
                       before.detail + 1);
    m_scale = choices({QStringLiteral("1×"), QStringLiteral("2×"), QStringLiteral("3×"), QStringLiteral("4×")}, std::clamp(before.scale, 1, 4) - 1);
    m_title = new QLineEdit(before.title);
    m_code = new QCheckBox(tr("With the program"));
    m_code->setChecked(before.code);
    m_legend = new QCheckBox(tr("With the legend"));
    m_legend->setChecked(before.legend);
    m_save = new QPushButton(tr("Save…"));
    m_save->setProperty("look", "primary");
    m_save->setDefault(true);
    m_copy = new QPushButton(tr("Copy as picture"));
    auto* cancel = new QPushButton(tr("Cancel"));

    auto* form = new QFormLayout(this);
    form->setContentsMargins(20, 18, 20, 16);
    form->setVerticalSpacing(9);
    form->setHorizontalSpacing(14);
    form->addRow(tr("What"), m_one);
    form->addRow(QString(), range);
    form->addRow(tr("Title"), m_title);
    form->addRow(tr("Theme"), m_theme);
    form->addRow(tr("Detail"), m_detail);
    form->addRow(tr("Size of a PNG"), m_scale);
    form->addRow(QString(), m_code);
    form->addRow(QString(), m_legend);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->setContentsMargins(0, 8, 0, 0);
    buttons->addStretch(1);
    for (QPushButton* button : {cancel, m_copy, m_save}) buttons->addWidget(button);
    form->addRow(buttons);

    connect(m_several, &QRadioButton::toggled, this, &ExportDialog::update);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] {
        Q_EMIT saveChosen();
        accept();
    });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        Q_EMIT copyChosen();
        accept();
    });
    update();
}

void ExportDialog::update() {
    bool several = m_several->isChecked();
    m_from->setEnabled(several);
    m_to->setEnabled(several);
    m_copy->setEnabled(!several);
}

void ExportDialog::setRange(quint64 from, quint64 to) {
    m_several->setChecked(true);
    m_from->setValue(int(from));
    m_to->setValue(int(to));
}

ExportChoice ExportDialog::choice() const {
    ExportChoice choice;
    choice.theme = m_theme->currentIndex() - 1;
    choice.detail = m_detail->currentIndex() - 1;
    choice.scale = m_scale->currentIndex() + 1;
    choice.code = m_code->isChecked();
    choice.legend = m_legend->isChecked();
    choice.title = m_title->text();
    bool several = m_several->isChecked();
    choice.from = several ? quint64(std::min(m_from->value(), m_to->value())) : m_step;
    choice.to = several ? quint64(std::max(m_from->value(), m_to->value())) : m_step;
    return choice;
}

}
